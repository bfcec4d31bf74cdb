import {
  type Lengths,
  measureBargaining,
  type Plays,
  parsePersona,
  personaOf,
  simulatePlays,
} from '../core/report/index.ts';
import type { PersonaFile, Scenario } from '../core/scenario/index.ts';
import { defaultPractice } from '../core/session/index.ts';
import type { Report } from './report.ts';
import { levelOf, timesOf } from './times.ts';

/** Options as written on the command line. */
type Values = Readonly<Record<string, string>>;
type Answer = Report | { readonly complaint: string };

/** Whole runs by a bot. */
export function playsReport(scenario: Scenario, personas: readonly PersonaFile[], values: Values): Answer {
  const times = timesOf(values, 1000);
  if ('complaint' in times) return times;
  const level = levelOf(scenario, values);
  if ('complaint' in level) return level;
  const { n } = times;
  const isAll = values.persona === 'all';
  const persona = parsePersona(scenario, isAll ? 'random' : (values.persona ?? 'random'), personas);
  if (!persona.ok) return { complaint: persona.problems.map(({ message }) => message).join(' ') };
  const start = performance.now();
  const plays = simulatePlays(scenario, { ...times, ...level, persona: persona.value });
  const seconds = (performance.now() - start) / 1000;
  const others = isAll
    ? personas.map((one) => ({
        id: one.id,
        ...simulatePlays(scenario, { ...times, ...level, persona: personaOf(one) }),
      }))
    : [];
  const stuck = [plays, ...others].flatMap(({ deadEnds }) => deadEnds);
  const { sat, signed, ratified } = plays.tables;
  return {
    code: stuck.length === 0 ? 0 : 1,
    data: {
      ...plays,
      seconds,
      playsPerSecond: Math.round(n / seconds),
      ...(isAll
        ? {
            personas: Object.fromEntries(
              others.map(({ id, endings, decisions }) => [id, { endings, decisions }]),
            ),
          }
        : {}),
    },
    text: [
      `${n} plays in ${seconds.toFixed(1)} s`,
      `decisions: ${lengths(plays.decisions)}; of runs to the finale: ${lengths(plays.fullDecisions)}`,
      `tables: ${percent(sat)} sat at one, ${percent(signed)} signed, ${percent(ratified)} ratified`,
      ...shares(plays),
      ...others.flatMap((one) => [`${one.id}: ${lengths(one.decisions)}`, ...shares(one)]),
      ...stuck.map(({ where, path }) => `dead end: ${where}, after ${path.join(', ')}`),
    ].join('\n'),
  };
}

const lengths = ({ min, p10, median, p90 }: Lengths) =>
  `${min} at least, median ${median}, ${p10} to ${p90} in eight of ten`;
const shares = ({ endings }: Pick<Plays, 'endings'>) =>
  Object.entries(endings).flatMap(([id, share]) =>
    share > 0 ? [`  ${percent(share).padStart(7)}  ${id}`] : [],
  );

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

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
