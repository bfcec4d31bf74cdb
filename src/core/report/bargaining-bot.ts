import type { Dice } from '../domain/index.ts';
import { indexOfOffer, type Offer, offerAt, ROUNDING } from '../model/index.ts';
import {
  aspirationMargin,
  spaceOf,
  standingCounter,
  surplusAt,
  type TableSetting,
} from '../strategy/index.ts';
import {
  type Estimate,
  estimatesAt,
  type Guesses,
  type KnowledgeView,
  PLAIN_GUESSES,
} from './bargaining-beliefs.ts';

// A player of the author tools who negotiates, and knows no more than a player can: see bargaining-beliefs.ts.

/**
 * Firm: holds out for long (Boulware), and minds everyone whose yes is needed.
 * Soft: gives way early (conceder), and minds who sits opposite: it wants a signature, and takes the first
 * counter-offer that reaches its aspiration (soft bargaining, Fisher and Ury 1981).
 */
export const BARGAINING_STYLES = ['firm', 'soft'] as const;
export type BargainingStyle = (typeof BARGAINING_STYLES)[number];

/** What the bot has before it. */
export interface BargainingView extends KnowledgeView {
  readonly style: BargainingStyle;
  readonly guesses?: Guesses;
}

/** What the bot does now. */
export type BargainingMove =
  | { readonly kind: 'propose' | 'final'; readonly offer: Offer }
  | { readonly kind: 'accept' | 'leave' };

/** Curves of concession (Faratin, Sierra and Jennings 1998). Teaching assumption. */
const BETAS = { firm: 0.2, soft: 3 } as const satisfies Record<BargainingStyle, number>;

/** The next move at an open table. The same view and dice give the same move. */
export function bargainingMove(view: BargainingView, dice: Dice): BargainingMove {
  const { setting, talks } = view;
  const beliefs: Beliefs = {
    view,
    own: ownSurplus(setting),
    others: mindedBy(view, estimatesAt(view, view.guesses ?? PLAIN_GUESSES)),
  };
  const best = highestHope(beliefs);
  // Plan B is better for one of the wings, whatever is written.
  if (best < -ROUNDING) return { kind: 'leave' };
  const round = talks.used + 1;
  const aspiration = aspirationMargin(
    { beta: BETAS[view.style], reciprocity: 0 },
    { span: Math.max(0, best), progress: Math.min(1, round / talks.rounds), received: 0 },
  );
  const isLast = round >= talks.rounds;
  const chosen = isLast ? lastWord(beliefs, dice) : choose(beliefs, Math.min(aspiration, best), dice);
  if (chosen === 'counter' || isCounterEnough(beliefs, chosen)) return { kind: 'accept' };
  return { kind: isLast ? 'final' : 'propose', offer: offerAt(spaceOf(setting), chosen) };
}

function mindedBy({ style, setting }: BargainingView, all: readonly Estimate[]): readonly Estimate[] {
  const opposite = all.filter(({ party }) => party === setting.counterpart);
  return style === 'soft' && opposite.length > 0 ? opposite : all;
}

/**
 * The most that the own side can hope for: its best contract that nobody who has shown what it needs would
 * refuse; its best one when there is none of these.
 */
function highestHope({ own, others }: Beliefs): number {
  const shown = others.filter(({ isNeedKnown, role }) => isNeedKnown && role === 'ratifier');
  let best = Number.NEGATIVE_INFINITY;
  let passing = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < own.length; index += 1) {
    const points = own[index] ?? 0;
    if (points > best) best = points;
    if (points > passing && smallest(shown, index) >= -ROUNDING) passing = points;
  }
  return passing >= -ROUNDING ? passing : best;
}

/** What the bot thinks of every contract of the table. */
interface Beliefs {
  readonly view: BargainingView;
  /** Points above plan B, of the wing that has fewer. */
  readonly own: Float64Array;
  readonly others: readonly Estimate[];
}

/** Points above plan B, of the wing that has fewer. */
function ownSurplus(setting: TableSetting): Float64Array {
  const surplus = surplusAt(setting);
  const wings = setting.model.preferences.filter(({ role }) => role === 'self');
  const own = new Float64Array(spaceOf(setting).codes.length).fill(Number.POSITIVE_INFINITY);
  for (const { party } of wings) {
    const values = surplus[party];
    for (let index = 0; index < own.length; index += 1)
      own[index] = Math.min(own[index] ?? 0, values?.[index] ?? 0);
  }
  return own;
}

/**
 * Index of the contract to propose: both wings reach the aspiration, and of the others the one that is
 * served worst is served best. How much each of them needs is not known, so utilities are compared. Among
 * equals the dice decide.
 */
function choose({ own, others }: Beliefs, aspiration: number, dice: Dice): number {
  return bestOf(own, (index) => (own[index] ?? 0) >= aspiration - ROUNDING, others, dice);
}

/**
 * Nobody answers a last word. With a counter-offer on the table the bot says another one only if it seems to
 * be as good for who made it, and better to ratify; else it takes the counter-offer.
 */
function lastWord(beliefs: Beliefs, dice: Dice): number | 'counter' {
  const { own, others } = beliefs;
  const counter = counterIndex(beliefs);
  if (counter === undefined) return choose(beliefs, 0, dice);
  if (beliefs.view.style === 'soft') return 'counter';
  const made = others.find(({ party }) => party === beliefs.view.setting.counterpart)?.surplus;
  const least = (made?.[counter] ?? 0) - ROUNDING;
  const isSafe = (index: number) => (own[index] ?? 0) >= -ROUNDING && (made?.[index] ?? 0) >= least;
  const ratifiers = others.filter(({ role }) => role === 'ratifier');
  const chosen = bestOf(own, isSafe, ratifiers, dice);
  return smallest(ratifiers, chosen) > smallest(ratifiers, counter) + ROUNDING ? chosen : 'counter';
}

/** Of the contracts that `isOpen` admits the one with the largest smallest estimate; the first without any. */
function bestOf(
  { length }: Float64Array,
  isOpen: (index: number) => boolean,
  others: readonly Estimate[],
  dice: Dice,
): number {
  let best: number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < length; index += 1) {
    if (!isOpen(index)) continue;
    const value = smallest(others, index);
    if (best.length > 0 && value < highest - ROUNDING) continue;
    if (best.length === 0 || value > highest + ROUNDING) {
      best = [];
      highest = value;
    }
    best.push(index);
  }
  return best[best.length > 1 ? dice.nextIndex(best.length) : 0] ?? 0;
}

function smallest(others: readonly Estimate[], index: number): number {
  let value = Number.POSITIVE_INFINITY;
  for (const { surplus } of others) value = Math.min(value, surplus[index] ?? 0);
  return value;
}

/** AC_next (Baarslag 2016): as good for the own side as what it would propose; firm: and no worse to ratify. */
function isCounterEnough(beliefs: Beliefs, chosen: number): boolean {
  const { own, others, view } = beliefs;
  const counter = counterIndex(beliefs);
  if (counter === undefined || (own[counter] ?? 0) < (own[chosen] ?? 0) - ROUNDING) return false;
  const ratifiers = others.filter(({ role }) => role === 'ratifier');
  return view.style === 'soft' || smallest(ratifiers, counter) >= smallest(ratifiers, chosen) - ROUNDING;
}

/** The counter-offer that stands, if both wings can live with it. */
function counterIndex({ view, own }: Beliefs): number | undefined {
  const counter = standingCounter(view.talks);
  const index = counter ? indexOfOffer(spaceOf(view.setting), counter) : -1;
  return (own[index] ?? -1) >= -ROUNDING ? index : undefined;
}
