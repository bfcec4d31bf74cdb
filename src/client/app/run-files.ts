import type { Problem, Result } from '../../core/domain/index.ts';
import { parseSaveText } from '../../core/session/index.ts';
import type { GamePorts } from './game-ports.ts';
import type { GameOptions, GameState, OpenRun } from './game-state.ts';
import type { RunKeeper } from './run-keeper.ts';
import { homeOf, saveIn } from './saved-runs.ts';

/** What runs on their way in and out need of the game around them. */
export interface RunFilesOptions {
  readonly options: GameOptions;
  readonly ports: Pick<GamePorts, 'store' | 'now' | 'newId' | 'download' | 'leaveFor'>;
  readonly keeper: RunKeeper;
  readonly state: () => GameState;
  readonly report: (problems: readonly Problem[]) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly readRun: (id: string, value: unknown) => Result<OpenRun>;
  /** Opens a run, and keeps it. */
  readonly showRun: (run: OpenRun) => void;
}

/** Runs on their way in and out: as files, and along to another scenario. */
export interface RunFiles {
  /** Leaves the page, unless something would be lost on the way. */
  readonly leaveFor: GamePorts['leaveFor'];
  /** Opens the text of a save file, here or in the scenario to which it belongs. */
  readonly importRun: (text: string) => void;
  /** The same with what a link has brought. */
  readonly importLink: (shared: Result<string>) => void;
  /** Hands a run over as a file: the open one, or one that is kept, of whichever scenario. */
  readonly exportRun: (id: string | undefined) => Promise<void>;
}

export function createRunFiles(given: RunFilesOptions): RunFiles {
  const { options, ports, keeper, state, report, fromStore, readRun, showRun } = given;
  const leaveFor: GamePorts['leaveFor'] = async (id, what) => {
    const { run } = state();
    // What could not be saved would be lost on the way.
    if (run && (!ports.store.isPersistent || !keeper.isSaved(run.session)))
      return report([{ code: 'run-unsaved', path: '', message: run.id }]);
    try {
      await ports.leaveFor(id, what);
    } catch (error) {
      const code = what.save === undefined ? 'offline-chunk' : 'leave-failed';
      report([{ code, path: '', message: String(error) }]);
    }
  };
  const handOver = (value: unknown): void => {
    const day = ports.now().toISOString().slice(0, 10);
    const scenario = homeOf(options, value) ?? options.scenario.manifest.id;
    ports.download(`${scenario}-${day}.json`, `${JSON.stringify(value, undefined, 1)}\n`);
  };
  const bringIn = (json: Result<unknown>, problemsOf = (problems: readonly Problem[]) => problems): void => {
    const elsewhere = json.ok ? homeOf(options, json.value) : undefined;
    if (elsewhere !== undefined && json.ok) return void leaveFor(elsewhere, { save: json.value });
    const opened = json.ok ? readRun(ports.newId(), json.value) : json;
    if (opened.ok) showRun(opened.value);
    else report(problemsOf(opened.problems));
  };
  return {
    leaveFor,
    importRun: (text) => bringIn(parseSaveText(text)),
    importLink: (shared) => bringIn(shared.ok ? parseSaveText(shared.value) : shared, asOfLink),
    exportRun: async (id) => {
      const { run, language } = state();
      if (id === undefined || id === run?.id) return run && handOver(run.session.save(language));
      const stored = await fromStore(keeper.read(id));
      if (!stored.ok) return report(stored.problems);
      if (stored.value) handOver(saveIn(stored.value));
    },
  };
}

/** Problems whose words speak of a file. */
const OF_FILE: ReadonlySet<string> = new Set([
  'save-not-json',
  'save-too-large',
  'save-malformed',
  'save-format',
]);

/** Who followed a link has no file: what cannot be read in it is a broken link. */
function asOfLink(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) =>
    OF_FILE.has(problem.code) ? { ...problem, code: 'share-code-broken' } : problem,
  );
}
