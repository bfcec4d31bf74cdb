import type { Problem, Result } from '../../core/domain/index.ts';
import type { GamePorts } from './game.ts';
import type { GameOptions, GameState } from './game-state.ts';
import type { RunKeeper } from './run-keeper.ts';
import { homeOf, saveIn } from './saved-runs.ts';

/** What the export needs of the game around it. */
export interface RunExportOptions {
  readonly options: GameOptions;
  readonly ports: Pick<GamePorts, 'now' | 'download'>;
  readonly keeper: RunKeeper;
  readonly state: () => GameState;
  readonly report: (problems: readonly Problem[]) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
}

/** Hands a run over as a file: the open one, or one that is kept, of whichever scenario. */
export function createRunExport(given: RunExportOptions): (id: string | undefined) => Promise<void> {
  const { options, ports, keeper, state, report, fromStore } = given;
  const handOver = (value: unknown): void => {
    const day = ports.now().toISOString().slice(0, 10);
    const scenario = homeOf(options, value) ?? options.scenario.manifest.id;
    ports.download(`${scenario}-${day}.json`, `${JSON.stringify(value, undefined, 1)}\n`);
  };
  return async (id) => {
    const { run, language } = state();
    if (id === undefined || id === run?.id) return run && handOver(run.session.save(language));
    const stored = await fromStore(keeper.read(id));
    if (!stored.ok) return report(stored.problems);
    if (stored.value) handOver(saveIn(stored.value));
  };
}
