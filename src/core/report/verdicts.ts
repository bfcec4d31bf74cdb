import type { Scene } from '../scenario/index.ts';
import type { SceneTrial } from './trials.ts';

/** A choice that nobody has a reason to take. */
export interface DominatedChoice {
  readonly scene: string;
  readonly choice: string;
  /** The choice of the same scene that is at least as good on every gauge. */
  readonly by: string;
  /** Points by gauge that the other one leads by. */
  readonly lead: Readonly<Record<string, number>>;
  readonly n: number;
}

/** How much the decision of one scene moves the way a run ends. */
export interface SceneImpact {
  readonly scene: string;
  readonly kind: Scene['kind'];
  /** Largest total variation distance 0..1 between the endings of two of its choices. */
  readonly distance: number;
  readonly choices: readonly [string, string];
  readonly n: number;
}

/** Points by which a gauge may be ahead and still count as no better. */
const TOLERANCE = 0.7;
/** Points over all gauges that make it a loss. */
const LOSS = 4;
/** Pairs below which a difference is chance. */
const ENOUGH = 30;
/** In these scenes the player says what it wants, or learns: a worse result is not the point. */
const EXEMPT: readonly Scene['kind'][] = ['goal', 'info', 'knowledge'];

/**
 * Choices that are no better than another one of their scene on any gauge, and worse in all
 * (`negotiation.md` 5, Q4). Scenes of the kinds goal, info and knowledge are left out.
 */
export function dominatedChoices(trials: readonly SceneTrial[]): readonly DominatedChoice[] {
  return trials.flatMap(({ scene, kind, pairs }) => {
    if (EXEMPT.includes(kind)) return [];
    return pairs.flatMap(({ choices: [first, second], differences, n }) => {
      if (n < ENOUGH) return [];
      const opposite = Object.fromEntries(Object.entries(differences).map(([id, points]) => [id, -points]));
      if (isLed(differences)) return [{ scene, choice: first, by: second, lead: opposite, n }];
      return isLed(opposite) ? [{ scene, choice: second, by: first, lead: differences, n }] : [];
    });
  });
}

/** Nowhere better, and worse in all. */
function isLed(differences: Readonly<Record<string, number>>): boolean {
  const points = Object.values(differences);
  return points.every((one) => one <= TOLERANCE) && points.reduce((sum, one) => sum + one, 0) < -LOSS;
}

/** The impact of every scene in which there is something to decide; a goal is the player's own (Q5). */
export function sceneImpacts(trials: readonly SceneTrial[]): readonly SceneImpact[] {
  return trials.flatMap(({ scene, kind, pairs }) => {
    const [most] = pairs.filter(({ n }) => n >= ENOUGH).toSorted((a, b) => b.distance - a.distance);
    return most && kind !== 'goal'
      ? [{ scene, kind, distance: most.distance, choices: most.choices, n: most.n }]
      : [];
  });
}
