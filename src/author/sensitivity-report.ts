import { sensitivity } from '../core/report/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import { MAX_SEED } from '../core/session/index.ts';
import { wholeNumber } from './arguments.ts';
import type { Report } from './report.ts';

const MAX_MODELS = 10_000;
const MAX_SPREAD = 5;
/** Quality criterion Q7: a claim holds in the shipped model and in so many of the changed ones. */
const MIN_SHARE = 0.9;

/** In how many models with other numbers each claim of the model still holds. */
export function sensitivityReport(
  scenario: Scenario,
  values: Readonly<Record<string, string>>,
): Report | { readonly complaint: string } {
  const n = wholeNumber(values.n, { otherwise: 200, min: 1, max: MAX_MODELS });
  if (n === undefined) return { complaint: `"--n" is a whole number from 1 to ${MAX_MODELS}.` };
  const seed = wholeNumber(values.seed, { otherwise: 1, min: 0, max: MAX_SEED });
  if (seed === undefined) return { complaint: `"--seed" is a whole number from 0 to ${MAX_SEED}.` };
  const spread = wholeNumber(values.spread, { otherwise: 1, min: 1, max: MAX_SPREAD });
  if (spread === undefined) return { complaint: `"--spread" is a whole number from 1 to ${MAX_SPREAD}.` };
  const found = sensitivity(scenario, { n, seed, spread });
  const lines = found.claims.map(({ id, holds, holdsFor }) => {
    const verdict = holds ? '' : ', but not in the model as it is';
    return `  ${percent(holdsFor)}  ${id}${verdict}`;
  });
  const isSteady = found.claims.every(({ holds, holdsFor }) => holds && holdsFor >= MIN_SHARE);
  return {
    code: isSteady ? 0 : 1,
    data: found,
    text: [
      found.claims.length === 0
        ? 'model.yaml makes no claims'
        : `${n} models with other weights, scores and thresholds`,
      ...lines,
      ...(found.claims.length > 1 ? [`  ${percent(found.all)}  all together`] : []),
    ].join('\n'),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;
