import {
  dominatedChoices,
  measureReach,
  type Reach,
  type SceneTrial,
  sceneImpacts,
  tryChoices,
} from '../core/report/index.ts';
import type { PersonaFile, Scenario } from '../core/scenario/index.ts';
import type { Report } from './report.ts';
import { levelOf, timesOf } from './times.ts';

/** Options as written on the command line. */
type Values = Readonly<Record<string, string>>;
type Answer = Report | { readonly complaint: string };

/** Share of decision scenes that must matter, and how much; how many must matter a lot (Q5). */
const SOME_IMPACT = 0.05;
const SHARE_WITH_SOME = 0.85;
const STRONG_IMPACT = 0.15;

/** Which share of plays comes to each scene and choice. */
export function coverageReport(scenario: Scenario, personas: readonly PersonaFile[], values: Values): Answer {
  const times = timesOf(values, 1000);
  if ('complaint' in times) return times;
  const level = levelOf(scenario, values);
  if ('complaint' in level) return level;
  const scenes = measureReach(scenario, { ...times, ...level, personas });
  const places = scenes.flatMap(({ scene, choices, ...reach }) => [
    { place: scene, reach },
    ...Object.entries(choices).map(([id, one]) => ({ place: `${scene}/${id}`, reach: one })),
  ]);
  const unreached = places.filter(({ reach }) => isUnreached(reach)).map(({ place }) => place);
  return {
    code: unreached.length === 0 ? 0 : 1,
    data: { ...times, scenes, unreached },
    text: [
      `${times.n} random plays, and as many of each of ${personas.length} personas`,
      ...places.map(({ place, reach }) => {
        const who = Object.keys(reach.personas);
        const by = who.length === personas.length ? 'all' : who.join(' ');
        return `${percent(reach.random).padStart(8)}  ${place}  (${by})`;
      }),
      ...unreached.map((place) => `never reached: ${place}`),
    ].join('\n'),
  };
}

const isUnreached = ({ random, personas }: Reach) => random === 0 && Object.keys(personas).length === 0;

/** Choices that nobody has a reason to take. */
export function dominanceReport(scenario: Scenario, values: Values): Answer {
  const tried = trialsOf(scenario, values);
  if ('complaint' in tried) return tried;
  const { trials, seconds } = tried;
  const dominated = dominatedChoices(trials);
  return {
    code: dominated.length === 0 ? 0 : 1,
    data: { dominated, trials, seconds },
    text: [
      `${trials.length} scenes, ${playsOf(trials)} plays in ${seconds.toFixed(1)} s, ${dominated.length} dominated`,
      ...dominated.map(({ scene, choice, by, lead, n }) => {
        const points = Object.entries(lead).map(([id, one]) => `${id} ${one.toFixed(1)}`);
        return `${scene}: ${by} is nowhere worse than ${choice} (${points.join(', ')}; ${n} pairs)`;
      }),
    ].join('\n'),
  };
}

/** How much each scene moves the way a run ends. */
export function impactReport(scenario: Scenario, values: Values): Answer {
  const tried = trialsOf(scenario, values);
  if ('complaint' in tried) return tried;
  const { trials, seconds } = tried;
  const scenes = sceneImpacts(trials);
  const withSome = scenes.filter(({ distance }) => distance >= SOME_IMPACT).length;
  const strong = scenes.filter(({ distance }) => distance >= STRONG_IMPACT).length;
  return {
    code: withSome >= SHARE_WITH_SOME * scenes.length ? 0 : 1,
    data: { scenes, withSome, strong, seconds },
    text: [
      `${scenes.length} scenes, ${playsOf(trials)} plays in ${seconds.toFixed(1)} s: ${withSome} move the endings by ${SOME_IMPACT} or more, ${strong} by ${STRONG_IMPACT}`,
      ...scenes.map(
        ({ scene, distance, choices, n }) =>
          `  ${distance.toFixed(3)}  ${scene}  (${choices.join(' / ')}; ${n} pairs)`,
      ),
    ].join('\n'),
  };
}

function trialsOf(
  scenario: Scenario,
  values: Values,
): { readonly trials: readonly SceneTrial[]; readonly seconds: number } | { readonly complaint: string } {
  const times = timesOf(values, 3000);
  if ('complaint' in times) return times;
  const level = levelOf(scenario, values);
  if ('complaint' in level) return level;
  const start = performance.now();
  const trials = tryChoices(scenario, { ...times, ...level });
  return { trials, seconds: (performance.now() - start) / 1000 };
}

const playsOf = (trials: readonly SceneTrial[]) => trials.reduce((sum, { plays }) => sum + plays, 0);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
