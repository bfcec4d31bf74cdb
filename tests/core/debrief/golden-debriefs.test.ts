import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/author/index.ts';
import type { Causes, Debrief, RunRecord } from '../../../src/core/debrief/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { openSave, type Save } from '../../../src/core/session/index.ts';
import { workedOut } from '../../support/debrief-runs.ts';
import { SCENARIO_FOLDERS } from '../../support/scenarios.ts';

// What the debrief finds in the runs that we keep, beside each of them: `history-3.json`, `history-3.debrief.txt`.
// Saves that are refused today have none.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = path.join(ROOT, 'tests/replays');
/** Where a debrief that differs is laid, for whoever decides about it. */
const CANDIDATES = path.join(ROOT, 'tmp/replays');

const scenarios = new Map<string, Scenario>();
for (const [, folder] of SCENARIO_FOLDERS) {
  const { scenario } = readScenario(folder);
  if (scenario) scenarios.set(scenario.manifest.id, scenario);
}

const filesIn = (ending: string) =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));

const runs = filesIn('.json').flatMap((file) => {
  const save = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Save;
  const scenario = scenarios.get(save.scenario.id);
  const opened = scenario && openSave(scenario, save);
  if (!scenario || !opened?.ok) return [];
  const ending = opened.value.frame().context.endingId ?? '';
  const record: RunRecord = { seed: save.seed, tier: save.tier, log: opened.value.log() };
  return [{ file: file.replace(/\.json$/, '.debrief.txt'), scenario, record, ending }];
});

const percent = (share: number) => Math.round(share * 100);
const sharesText = ({ choice, others, chance }: Causes) =>
  `choice ${percent(choice)} others ${percent(others)} chance ${percent(chance)}`;
const pointsText = (points: Readonly<Record<string, number>>) =>
  Object.entries(points)
    .map(([party, value]) => `${party} ${value.toFixed(1)}`)
    .join('  ');

/** A line for each finding, so that a difference names what has changed. */
function textOf(ending: string, { causes, deals }: Debrief): string {
  const { clouds, zones } = deals;
  return [
    `ending ${ending}`,
    `replays ${causes.replays}`,
    `whole run: ${sharesText(causes.run)}`,
    '',
    ...causes.decisions.map(
      ({ scene, choice, weight, ways, causes: shares }) =>
        `${scene}/${choice}: weight ${weight.toFixed(3)}${shares ? `, ${sharesText(shares)}` : ''}; ${ways
          .filter(({ isTaken }) => !isTaken)
          .map((way) => `${way.choice} -> ${way.isOpen ? (way.ending ?? 'stuck') : 'closed'}`)
          .join(', ')}`,
    ),
    ...clouds.flatMap((cloud) => [
      '',
      `table ${cloud.track}${cloud.isOwn ? '' : ' (nobody sat there)'} on ${cloud.date}: ${cloud.agreed} of ${cloud.valid} in ${cloud.phase}; ${cloud.sample.length} drawn, ${cloud.frontiers.map(({ points }) => points.length).join('/')} on the frontiers`,
      `  thresholds: ${pointsText(cloud.thresholds)}`,
      ...cloud.named.map(
        ({ kind, ref, date, utilities, refusedBy = [], atEnd }) =>
          `  ${[kind, ref, date].filter(Boolean).join(' ')}: ${pointsText(utilities)}${refusedBy.length === 0 ? '; everyone agrees' : `; refused by ${refusedBy.join(' ')}`}${atEnd ? `; on ${atEnd.date} refused by ${atEnd.refusedBy.join(' ') || 'nobody'}` : ''}`,
      ),
    ]),
    '',
    ...zones.map(
      ({ phase, date, zones: byTrack, planB, contract }) =>
        `${date} ${phase}: plan B ${planB.toFixed(1)}${contract === undefined ? '' : `, contract ${contract.toFixed(1)}`}; ${Object.entries(
          byTrack,
        )
          .map(([track, { agreed, valid }]) => `${track} ${agreed} of ${valid}`)
          .join(', ')}`,
    ),
    '',
  ].join('\n');
}

describe('the debrief of a kept run', () => {
  test('is there for every run that opens today, and for no other', () => {
    expect(runs.length).toBeGreaterThan(5);
    expect(filesIn('.debrief.txt').toSorted()).toEqual(runs.map(({ file }) => file).toSorted());
  });

  test.each(runs)('$file says what it always said', ({ file, scenario, record, ending }) => {
    const today = textOf(ending, workedOut(scenario, record));
    const kept = path.join(FOLDER, file);
    const text = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
    if (today === text) return;
    const candidate = path.join(CANDIDATES, file);
    mkdirSync(path.dirname(candidate), { recursive: true });
    writeFileSync(candidate, today);
    expect(today, `If that is wanted, copy tmp/replays/${file} to tests/replays.`).toBe(text);
  });
});
