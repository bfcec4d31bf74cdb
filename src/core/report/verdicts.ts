import type { Scene } from '../scenario/index.ts';
import type { PairTrial, SceneTrial } from './trials.ts';

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

/** A choice that may be dominated: the limits lie within chance of what was measured. */
export interface CloseChoice extends DominatedChoice {
  /** The means are beyond the limits all the same. */
  readonly isBeyond: boolean;
}

/** Two choices of which too few plays are known to compare them. */
export interface UnjudgedPair {
  readonly scene: string;
  readonly choices: readonly [string, string];
  /** Places in which both were open, below `ENOUGH`. */
  readonly n: number;
}

/** What a verdict says nothing about, by name. */
export interface Unjudged {
  readonly pairs: readonly UnjudgedPair[];
  /** Scenes of which no pair could be judged. */
  readonly scenes: readonly string[];
}

/** Whether a scenario has choices that are nowhere better than another one. */
export interface DominanceVerdict {
  /** Beyond the limits with a margin of `MARGIN` standard errors: another seed says the same. */
  readonly dominated: readonly DominatedChoice[];
  /** Nearer to the limits than that, on either side: another seed may say otherwise, more plays will tell. */
  readonly close: readonly CloseChoice[];
  readonly unjudged: Unjudged;
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

/** Whether the decisions of a scenario matter. */
export interface ImpactVerdict {
  readonly scenes: readonly SceneImpact[];
  /** Scenes that hardly move the endings. One that could not be judged counts as one of them. */
  readonly cosmetic: readonly string[];
  /** At most so many may be cosmetic; a share, not rounded. */
  readonly cosmeticAllowed: number;
  /** Scenes that move them far. */
  readonly strong: readonly string[];
  /** At least so many must be strong; a share, not rounded. */
  readonly strongNeeded: number;
  readonly isMet: boolean;
  readonly unjudged: Unjudged;
}

/** Points by which a gauge may be ahead and still count as no better. */
const TOLERANCE = 0.7;
/** Points over all gauges that make it a loss. */
const LOSS = 4;
/** Standard errors by which a difference must be beyond these limits to be sure; chance does so much in 1 of 44 cases. */
const MARGIN = 2;
/** Pairs below which a difference is chance. */
const ENOUGH = 30;
/** In these scenes the player says what it wants, or learns: a worse result is not the point. */
const EXEMPT: readonly Scene['kind'][] = ['goal', 'info', 'knowledge'];

/** Distances between endings from which a scene matters, and from which it matters a lot. */
const SOME_IMPACT = 0.05;
const STRONG_IMPACT = 0.15;
/** Share of scenes that may matter less; scenes that must matter a lot: so many, or a third of a short story. */
const COSMETIC_SHARE = 0.15;
const STRONG_SCENES = 10;
const STRONG_SHARE = 1 / 3;

/**
 * Choices that are no better than another one of their scene on any gauge, and worse in all
 * (`negotiation.md` 5, Q4). Scenes of the kinds goal, info and knowledge are left out.
 */
export function judgeDominance(trials: readonly SceneTrial[]): DominanceVerdict {
  const judged = trials.filter(({ kind }) => !EXEMPT.includes(kind));
  const found = judged.flatMap(({ scene, pairs }) =>
    pairs.filter(isEnough).flatMap((pair) => ledChoices(scene, pair, -MARGIN).map((led) => ({ led, pair }))),
  );
  const isLedBy = (margin: number, { led, pair }: (typeof found)[number]) =>
    ledChoices(led.scene, pair, margin).some(({ choice }) => choice === led.choice);
  return {
    dominated: found.filter((one) => isLedBy(MARGIN, one)).map(({ led }) => led),
    close: found
      .filter((one) => !isLedBy(MARGIN, one))
      .map((one) => ({ ...one.led, isBeyond: isLedBy(0, one) })),
    unjudged: unjudgedIn(judged),
  };
}

/** The choice of a pair that the other one leads by the limits and so many standard errors more; rarely both. */
function ledChoices(scene: string, pair: PairTrial, margin: number): readonly DominatedChoice[] {
  const { differences, n } = pair;
  const [first, second] = pair.choices;
  const opposite = Object.fromEntries(Object.entries(differences).map(([id, points]) => [id, -points]));
  return [
    ...(isLed(differences, pair, margin) ? [{ scene, choice: first, by: second, lead: opposite, n }] : []),
    ...(isLed(opposite, pair, margin) ? [{ scene, choice: second, by: first, lead: differences, n }] : []),
  ];
}

/** Nowhere better, and worse in all. */
function isLed(
  differences: Readonly<Record<string, number>>,
  { errors, sumError }: PairTrial,
  margin: number,
): boolean {
  const sum = Object.values(differences).reduce((all, one) => all + one, 0);
  return (
    Object.entries(differences).every(([id, points]) => points + margin * (errors[id] ?? 0) <= TOLERANCE) &&
    sum + margin * sumError < -LOSS
  );
}

/**
 * The impact of every scene in which there is something to decide; a goal is the player's own
 * (`negotiation.md` 5, Q5).
 */
export function judgeImpact(trials: readonly SceneTrial[]): ImpactVerdict {
  const judged = trials.filter(({ kind }) => kind !== 'goal');
  const unjudged = unjudgedIn(judged);
  const scenes = judged.flatMap(({ scene, kind, pairs }): SceneImpact[] => {
    const [most] = pairs.filter(isEnough).toSorted((a, b) => b.distance - a.distance);
    return most ? [{ scene, kind, distance: most.distance, choices: most.choices, n: most.n }] : [];
  });
  const without = scenes.filter(({ distance }) => distance < SOME_IMPACT).map(({ scene }) => scene);
  const cosmetic = [...without, ...unjudged.scenes];
  const strong = scenes.filter(({ distance }) => distance >= STRONG_IMPACT).map(({ scene }) => scene);
  const cosmeticAllowed = COSMETIC_SHARE * judged.length;
  const strongNeeded = Math.min(STRONG_SCENES, STRONG_SHARE * judged.length);
  return {
    scenes,
    cosmetic,
    cosmeticAllowed,
    strong,
    strongNeeded,
    isMet: cosmetic.length <= cosmeticAllowed && strong.length >= strongNeeded,
    unjudged,
  };
}

const isEnough = ({ n }: PairTrial): boolean => n >= ENOUGH;

function unjudgedIn(trials: readonly SceneTrial[]): Unjudged {
  return {
    pairs: trials.flatMap(({ scene, pairs }) =>
      pairs.filter((pair) => !isEnough(pair)).map(({ choices, n }) => ({ scene, choices, n })),
    ),
    scenes: trials.filter(({ pairs }) => !pairs.some(isEnough)).map(({ scene }) => scene),
  };
}
