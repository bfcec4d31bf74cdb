import type { RunState, RunTables } from '../machine/index.ts';

/** What runs have come to, and so what they have not. */
export interface Coverage {
  readonly see: (state: RunState) => void;
  readonly take: (scene: string, choice: string) => void;
  readonly unreached: () => Unreached;
  readonly endingsReached: () => readonly string[];
}

/** What no run came to, by id. */
export interface Unreached {
  /** `region:state`, leaves only. */
  readonly states: readonly string[];
  readonly scenes: readonly string[];
  /** `scene/choice` */
  readonly choices: readonly string[];
  readonly endings: readonly string[];
}

/** Counts what runs of a scenario come to; shared by the search and the bots. */
export function createCoverage(tables: RunTables): Coverage {
  const { scenario } = tables;
  const reached = new Map(tables.regions.map(({ id }) => [id, new Set<string>()]));
  const scenes = new Set<string>();
  const choices = new Set<string>();
  const endings = new Set<string>();
  const without = (all: readonly string[], seen: ReadonlySet<string>) => all.filter((id) => !seen.has(id));
  let lastValues: RunState['values'] | undefined;
  return {
    see: ({ context, story, values }) => {
      // Most steps move no region and keep the same object.
      if (values !== lastValues) for (const [region, leaves] of reached) leaves.add(values[region] ?? '');
      lastValues = values;
      if (context.sceneId !== undefined) scenes.add(context.sceneId);
      if (story === 'ended' && context.endingId !== undefined) endings.add(context.endingId);
    },
    take: (scene, choice) => void choices.add(`${scene}/${choice}`),
    unreached: () => ({
      states: tables.regions.flatMap(({ id, leaves }) =>
        without([...leaves.keys()], reached.get(id) ?? new Set()).map((leaf) => `${id}:${leaf}`),
      ),
      scenes: without(
        scenario.scenes.map(({ id }) => id),
        scenes,
      ),
      choices: without(
        scenario.scenes.flatMap((scene) => scene.choices.map(({ id }) => `${scene.id}/${id}`)),
        choices,
      ),
      endings: without(
        scenario.endings.map(({ id }) => id),
        endings,
      ),
    }),
    endingsReached: () => scenario.endings.map(({ id }) => id).filter((id) => endings.has(id)),
  };
}
