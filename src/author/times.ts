import type { Scenario } from '../core/scenario/index.ts';
import { MAX_SEED } from '../core/session/index.ts';
import { wholeNumber } from './arguments.ts';

/** Options as written on the command line. */
type Values = Readonly<Record<string, string>>;
type Complaint = { readonly complaint: string };

const MAX_PLAYS = 1_000_000;

/** `--n` and `--seed`, or what is wrong with them. */
export function timesOf(
  values: Values,
  otherwise: number,
): { readonly n: number; readonly seed: number } | Complaint {
  const n = wholeNumber(values.n, { otherwise, min: 1, max: MAX_PLAYS });
  if (n === undefined) return { complaint: `"--n" is a whole number from 1 to ${MAX_PLAYS}.` };
  const seed = wholeNumber(values.seed, { otherwise: 1, min: 0, max: MAX_SEED });
  if (seed === undefined) return { complaint: `"--seed" is a whole number from 0 to ${MAX_SEED}.` };
  return { n, seed };
}

/** `--tier`, nothing when it is not given, or what is wrong with it. */
export function levelOf({ manifest }: Scenario, { tier }: Values): { readonly tier?: string } | Complaint {
  if (tier === undefined) return {};
  const { tiers } = manifest;
  return tiers.includes(tier)
    ? { tier }
    : { complaint: `There is no level "${tier}". Use one of ${tiers.join(', ')}.` };
}
