import {
  judgeDominance,
  judgeImpact,
  measureReach,
  type Reach,
  type SceneTrial,
  tryChoices,
  type Unjudged,
} from '../core/report/index.ts';
import type { PersonaFile, Scenario } from '../core/scenario/index.ts';
import type { Report } from './report.ts';
import { levelOf, timesOf } from './times.ts';

/** Options as written on the command line. */
type Values = Readonly<Record<string, string>>;
type Answer = Report | { readonly complaint: string };

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
  const { dominated, close, unjudged } = judgeDominance(trials);
  const pointsOf = (lead: Readonly<Record<string, number>>) =>
    Object.entries(lead)
      .map(([id, one]) => `${id} ${one.toFixed(1)}`)
      .join(', ');
  return {
    code: dominated.length === 0 ? 0 : 1,
    data: { dominated, close, unjudged, trials, seconds },
    text: [
      `${trials.length} scenes, ${playsOf(trials)} plays in ${seconds.toFixed(1)} s, ${dominated.length} dominated`,
      ...dominated.map(
        ({ scene, choice, by, lead, n }) =>
          `${scene}: ${by} is nowhere worse than ${choice} (${pointsOf(lead)}; ${n} pairs)`,
      ),
      ...close.map(
        ({ scene, choice, by, lead, n }) =>
          `too close to tell, try a larger --n: ${scene}: ${by} may be nowhere worse than ${choice} (${pointsOf(lead)}; ${n} pairs)`,
      ),
      ...unjudgedLines(unjudged),
    ].join('\n'),
  };
}

/** How much each scene moves the way a run ends. */
export function impactReport(scenario: Scenario, values: Values): Answer {
  const tried = trialsOf(scenario, values);
  if ('complaint' in tried) return tried;
  const { trials, seconds } = tried;
  const { unjudged, ...verdict } = judgeImpact(trials);
  const { scenes, cosmetic, cosmeticAllowed, strong, strongNeeded, isMet } = verdict;
  return {
    code: isMet ? 0 : 1,
    data: { ...verdict, unjudged, seconds },
    text: [
      `${scenes.length} scenes, ${playsOf(trials)} plays in ${seconds.toFixed(1)} s: ${cosmetic.length} hardly move the endings (at most ${Math.floor(cosmeticAllowed)}), ${strong.length} move them far (at least ${Math.ceil(strongNeeded)})`,
      ...scenes.map(
        ({ scene, distance, choices, n }) =>
          `  ${distance.toFixed(3)}  ${scene}  (${choices.join(' / ')}; ${n} pairs)`,
      ),
      ...unjudgedLines(unjudged),
    ].join('\n'),
  };
}

/** One line for what nothing is said about; none when all was judged. */
function unjudgedLines({ pairs, scenes }: Unjudged): readonly string[] {
  if (pairs.length === 0) return [];
  const named = pairs.map(({ scene, choices, n }) => `${scene} ${choices.join(' / ')} (${n})`);
  const whole = scenes.length === 0 ? '' : `; no pair at all of ${scenes.join(', ')}`;
  return [`not judged, too few pairs: ${named.join(', ')}${whole}`];
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
