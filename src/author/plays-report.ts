import { measureBargaining, parsePersona, simulatePlays } from '../core/report/index.ts';
import type { PersonaFile, Scenario } from '../core/scenario/index.ts';
import { defaultPractice, MAX_SEED } from '../core/session/index.ts';
import { wholeNumber } from './arguments.ts';
import type { Report } from './report.ts';

/** Options as written on the command line. */
type Values = Readonly<Record<string, string>>;
type Answer = Report | { readonly complaint: string };

const MAX_PLAYS = 1_000_000;

/** Whole runs by a bot. */
export function playsReport(scenario: Scenario, personas: readonly PersonaFile[], values: Values): Answer {
  const times = timesOf(values, 1000);
  if ('complaint' in times) return times;
  const { n, seed } = times;
  const { tier } = values;
  const { tiers } = scenario.manifest;
  if (tier !== undefined && !tiers.includes(tier))
    return { complaint: `There is no level "${tier}". Use one of ${tiers.join(', ')}.` };
  const persona = parsePersona(scenario, values.persona ?? 'random', personas);
  if (!persona.ok) return { complaint: persona.problems.map(({ message }) => message).join(' ') };
  const start = performance.now();
  const level = tier === undefined ? {} : { tier };
  const plays = simulatePlays(scenario, { n, seed, persona: persona.value, ...level });
  const seconds = (performance.now() - start) / 1000;
  const { sat, signed, ratified } = plays.tables;
  return {
    code: plays.deadEnds.length === 0 ? 0 : 1,
    data: { ...plays, seconds, playsPerSecond: Math.round(n / seconds) },
    text: [
      `${n} plays in ${seconds.toFixed(1)} s, median ${plays.decisions.median} decisions`,
      `tables: ${percent(sat)} sat at one, ${percent(signed)} signed, ${percent(ratified)} ratified`,
      ...Object.entries(plays.endings).map(([id, share]) => `  ${percent(share).padStart(7)}  ${id}`),
      ...plays.deadEnds.map(({ where, path }) => `dead end: ${where}, after ${path.join(', ')}`),
    ].join('\n'),
  };
}

/** Games at one table outside the story, by what the player knows and how it negotiates. */
export function bargainingReport(scenario: Scenario, values: Values): Answer {
  const times = timesOf(values, 120);
  if ('complaint' in times) return times;
  const { n, seed } = times;
  const { suit = 'no' } = values;
  if (suit !== 'yes' && suit !== 'no') return { complaint: '"--suit" is yes or no.' };
  const table = defaultPractice(scenario);
  const track = values.track ?? table.track;
  const buyer = scenario.model.tracks.find(({ id }) => id === track)?.buyer;
  const options = {
    track,
    ...(buyer === undefined ? {} : { counterpart: buyer }),
    phase: values.phase ?? table.phase,
    tier: values.tier ?? scenario.manifest.tiers.at(-1) ?? table.tier,
    hasOwnSuit: suit === 'yes',
  };
  const measured = measureBargaining(scenario, { ...options, n, seed });
  if (!measured.ok)
    return {
      complaint: `The scenario does not know ${measured.problems.map(({ path }) => path).join(' ')}.`,
    };
  const cells = measured.value;
  return {
    code: 0,
    data: { ...options, n, seed, cells },
    text: [
      `${n} games a line: table ${options.track}, phase ${options.phase}, level ${options.tier}`,
      ...cells.map(
        ({ style, knowledge, signed, ratified }) =>
          `  ${style}, knows ${knowledge}: ${percent(signed)} signed, ${percent(ratified)} ratified`,
      ),
    ].join('\n'),
  };
}

function timesOf(
  values: Values,
  otherwise: number,
): { readonly n: number; readonly seed: number } | { readonly complaint: string } {
  const n = wholeNumber(values.n, { otherwise, min: 1, max: MAX_PLAYS });
  if (n === undefined) return { complaint: `"--n" is a whole number from 1 to ${MAX_PLAYS}.` };
  const seed = wholeNumber(values.seed, { otherwise: 1, min: 0, max: MAX_SEED });
  if (seed === undefined) return { complaint: `"--seed" is a whole number from 0 to ${MAX_SEED}.` };
  return { n, seed };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
