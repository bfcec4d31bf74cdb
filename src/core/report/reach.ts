import { runTables } from '../machine/index.ts';
import type { PersonaFile, Scenario } from '../scenario/index.ts';
import { type Persona, personaOf, RANDOM_PERSONA } from './persona.ts';
import { playOut } from './play-run.ts';

/** Who sees a scene, or takes a choice. */
export interface Reach {
  /** Share 0..1 of random plays. */
  readonly random: number;
  /** Share 0..1 of the plays of each persona that comes there at all. */
  readonly personas: Readonly<Record<string, number>>;
}

/** One scene, and each of its choices by id. */
export interface SceneReach extends Reach {
  readonly scene: string;
  readonly choices: Readonly<Record<string, Reach>>;
}

/** How many plays of the random bot and of each persona, and from which seed on. */
export interface ReachOptions {
  readonly n: number;
  readonly seed: number;
  readonly personas: readonly PersonaFile[];
  readonly tier?: string;
}

/** What share of plays comes to each scene and each choice, in the order of the agenda. */
export function measureReach(
  scenario: Scenario,
  { n, seed, personas, tier }: ReachOptions,
): readonly SceneReach[] {
  const tables = runTables(scenario, tier);
  /** Plays that came to a place: `scene`, or `scene/choice`. */
  const countPlaces = (persona: Persona): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    const count = (place: string) => void counts.set(place, (counts.get(place) ?? 0) + 1);
    for (let index = 0; index < n; index += 1) {
      playOut(tables, {
        seed: seed + index,
        persona,
        from: tables.initial,
        see: (before, event, { context }) => {
          if (event.type === 'choice.take') count(`${event.scene}/${event.choice}`);
          const { sceneId } = context;
          if (sceneId !== undefined && sceneId !== before.context.sceneId) count(sceneId);
        },
      });
    }
    return counts;
  };
  const random = countPlaces(RANDOM_PERSONA);
  const counted = personas.map((persona) => ({ id: persona.id, counts: countPlaces(personaOf(persona)) }));
  const share = (counts: ReadonlyMap<string, number>, place: string) =>
    (counts.get(place) ?? 0) / Math.max(1, n);
  const reach = (place: string): Reach => ({
    random: share(random, place),
    personas: Object.fromEntries(
      counted.flatMap(({ id, counts }) => (counts.has(place) ? [[id, share(counts, place)]] : [])),
    ),
  });
  return tables.agenda.flatMap((entry) => {
    if (entry.kind !== 'scene') return [];
    const { id, choices } = entry.scene;
    return [
      {
        scene: id,
        ...reach(id),
        choices: Object.fromEntries(choices.map((choice) => [choice.id, reach(`${id}/${choice.id}`)])),
      },
    ];
  });
}
