import type { PartyId } from '../domain/index.ts';
import type { ConcessionStyle, NegotiationModel } from '../model/index.ts';

/** Rounds of a table where the model says nothing. */
const ROUNDS = 6;
const STEADY: ConcessionStyle = { beta: 1, reciprocity: 0 };

/** Rounds of every table of the model. */
export function roundsOf({ bargaining }: NegotiationModel): number {
  return bargaining?.rounds ?? ROUNDS;
}

/** How a party concedes; steadily where the model says nothing. */
export function styleOf({ bargaining }: NegotiationModel, party: PartyId): ConcessionStyle {
  return bargaining?.styles[party] ?? STEADY;
}

/** A style in the words of the field: Boulware, linear, conceder. */
export function styleName({ beta }: ConcessionStyle): 'hard' | 'steady' | 'soft' {
  return beta < 1 ? 'hard' : beta > 1 ? 'soft' : 'steady';
}

/** Where a party stands in a table, in points of its own utility. */
export interface Concession {
  /** Points above its reservation value that the best contract of the table would give it; 0 or more. */
  readonly span: number;
  /** Share 0..1 of the table that is over. */
  readonly progress: number;
  /** Points that the player's proposals have come towards it since the first one; 0 or more. */
  readonly received: number;
}

/**
 * Points above its reservation value that a party still asks for: its aspiration, less the reservation
 * value. Time: span · (1 − progress^(1/beta)) (Faratin, Sierra and Jennings 1998). From this it takes off a
 * share of what it has received (tit for tat). 0 at the end of the table; never rises as the table goes on.
 */
export function aspirationMargin({ beta, reciprocity }: ConcessionStyle, at: Concession): number {
  const { span, progress, received } = at;
  const byTime = span * (1 - power(progress, 1 / beta));
  const inReturn = reciprocity * Math.min(span, received);
  return Math.max(0, byTime - inReturn);
}

/** Binary places of an exponent; beyond them a concession curve looks the same. */
const PLACES = 8;

/**
 * A number 0..1 to a power of 0 or more. By multiplication and square roots alone: these are exact on every
 * platform, the built-in power is not, and a run must be the same in every browser.
 */
function power(base: number, exponent: number): number {
  const whole = Math.floor(exponent);
  let result = 1;
  for (let step = 0; step < whole; step += 1) result *= base;
  let root = base;
  let rest = exponent - whole;
  for (let place = 0; place < PLACES; place += 1) {
    root = Math.sqrt(root);
    rest *= 2;
    if (rest < 1) continue;
    result *= root;
    rest -= 1;
  }
  return result;
}
