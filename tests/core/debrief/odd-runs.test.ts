import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/author/index.ts';
import type { Debrief, RunRecord } from '../../../src/core/debrief/index.ts';
import { createDice } from '../../../src/core/domain/index.ts';
import type { RunEvent } from '../../../src/core/machine/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import type { Session } from '../../../src/core/session/index.ts';
import { presentDebrief } from '../../../src/core/view-model/debrief/debrief-view.ts';
import { NOTHING_KNOWN } from '../../support/debrief-known.ts';

import { keptRecord, randomRecord, workedOut } from '../../support/debrief-runs.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { play } from '../../support/play.ts';
import { loadTiktok } from '../../support/tiktok.ts';

const tiktok = loadTiktok();
const { scenario: grindr } = readScenario(
  path.resolve(import.meta.dirname, '../../../scenarios/grindr-2019'),
);
if (!grindr) throw new Error('the second scenario cannot be read');

function recordOf(session: Session): RunRecord {
  const { seed, tier, events: log } = session.save('');
  return { seed, tier, log };
}

/** What the page is told of it. */
function shown(scenario: Scenario, session: Session, debrief: Debrief) {
  const view = presentDebrief(scenario, session, {
    language: 'en',
    tier: session.tier,
    working: { state: 'ready', debrief },
    known: NOTHING_KNOWN,
  });
  if (view?.work.state !== 'ready') throw new Error('there is nothing to show');
  return { ...view.work, path: view.path };
}

describe('the shortest runs', () => {
  test('a single decision that ends the run is the whole debrief', () => {
    const { session } = play(miniWithTexts).take('s1-goal/leave').toEnd();
    expect(session.decisions()).toHaveLength(1);
    const debrief = workedOut(miniWithTexts, recordOf(session));
    expect(debrief.causes.run).toEqual({ choice: 1, others: 0, chance: 0 });
    const { causes, deals, path: steps } = shown(miniWithTexts, session, debrief);
    expect(causes.turningPoints).toMatchObject([
      { decision: 0, choice: 's1-goal/leave', shares: { choice: 100, others: 0, chance: 0 } },
    ]);
    expect(steps).toHaveLength(1);
    // Nobody sat at a table: the cloud tells of the references alone.
    expect(deals?.clouds.map(({ named }) => named.map(({ kind }) => kind))).toEqual([[]]);
  });

  test('a run without any decision hung on no choice', () => {
    const scenes = miniWithTexts.scenes.map((scene) => ({ ...scene, choices: [] }));
    const scenario = { ...miniWithTexts, scenes };
    const { session } = play(scenario).proceed();
    expect(session.frame().story).toBe('ended');
    const debrief = workedOut(scenario, recordOf(session));
    expect(debrief.causes).toMatchObject({ decisions: [], run: { choice: 0 } });
    expect(shown(scenario, session, debrief).causes.turningPoints).toEqual([]);
  });

  test('four decisions of a shipped scenario all have their shares', () => {
    const { session } = play(grindr)
      .take('g01-goal/calm')
      .take('g02-agreement/refuse')
      .take('c-refuse-1/hold-out')
      .take('c-refuse-2/challenge')
      .proceed();
    expect(session.frame().story).toBe('ended');
    const { decisions } = workedOut(grindr, recordOf(session)).causes;
    expect(decisions.map(({ causes }) => causes !== undefined)).toEqual([true, true, true, true]);
  });
});

test('two hundred steps back and forth leave no trace in the debrief', () => {
  const straight = play(grindr, 7).toEnd();
  const winding = play(grindr, 7).toEnd();
  const dice = createDice(1);
  for (let step = 0; step < 200; step += 1) {
    const { session } = winding;
    const before = session.decisions().length;
    // Mostly the last decision, now and then one of long ago.
    const isFar = dice.nextIndex(20) === 0;
    expect(isFar ? session.rewind(dice.nextIndex(before)).ok : session.undo().ok).toBe(true);
    expect(session.decisions().length).toBeLessThan(before);
    winding.toEnd();
  }
  expect(recordOf(winding.session)).toEqual(recordOf(straight.session));
  const debrief = workedOut(grindr, recordOf(straight.session));
  expect(workedOut(grindr, recordOf(winding.session))).toEqual(debrief);
  expect(shown(grindr, winding.session, debrief)).toEqual(shown(grindr, straight.session, debrief));
});

describe('a scenario', () => {
  test('without tables has causes, and nothing about contracts', () => {
    const scenario: Scenario = {
      ...miniWithTexts,
      model: { ...miniWithTexts.model, tracks: [], references: [] },
      drafts: [],
    };
    for (let seed = 0; seed < 20; seed += 1) {
      const debrief = workedOut(scenario, randomRecord(scenario, seed));
      expect(debrief.deals).toMatchObject({ clouds: [], zones: [] });
      expect(debrief.causes.decisions.length).toBeGreaterThan(0);
    }
    const { session } = play(scenario).toEnd();
    expect(shown(scenario, session, workedOut(scenario, recordOf(session)))).not.toHaveProperty('deals');
  });

  test('whose model has no ratifier still shows its contracts, by the points of the player', () => {
    const { model } = miniWithTexts;
    const scenario: Scenario = {
      ...miniWithTexts,
      model: {
        ...model,
        preferences: model.preferences.map((each) =>
          each.role === 'ratifier' ? { ...each, role: 'buyer' } : each,
        ),
        phases: model.phases.map((phase) => ({ ...phase, vetoes: [] })),
      },
    };
    const { session } = play(scenario).take('s1-goal/talk').toEnd();
    const { deals } = shown(scenario, session, workedOut(scenario, recordOf(session)));
    for (const { axes, sample, planes } of deals?.clouds ?? []) {
      expect(axes[0]?.party).toBe('F');
      expect(sample.length).toBeGreaterThan(0);
      expect(planes).toEqual([]);
      for (const { values } of sample) expect(values).toHaveLength(axes.length);
    }
    expect(deals?.clouds).not.toHaveLength(0);
  });
});

describe('a log that is not possible', () => {
  const { log, ...options } = keptRecord('history-3.json');
  const at = log.findIndex(({ type }) => type === 'choice.take');
  const without = (index: number) => log.filter((_, place) => place !== index);
  const withEvent = (index: number, event: RunEvent) => log.toSpliced(index, 0, event);
  const CASES: Readonly<Record<string, readonly RunEvent[]>> = {
    'leaves a decision out': without(at),
    'takes a decision twice': withEvent(at, log[at]!),
    'names a scene that there is not': withEvent(at, { type: 'choice.take', scene: 'nowhere', choice: 'a' }),
    'goes on after the end': [...log, { type: 'agenda.next' }],
    'begins in the middle': log.slice(at + 1),
    'moves at a table that is not open': withEvent(at, { type: 'table.leave', scene: 's18-table', turn: 0 }),
  };

  test.each(Object.entries(CASES))('%s: it is said, and nothing is worked out', (_, events) => {
    expect(() => workedOut(tiktok, { ...options, log: events })).toThrow(RangeError);
  });

  test('a run that is not over is told as far as it goes, without an ending', () => {
    const { causes, deals } = workedOut(tiktok, { ...options, log: log.slice(0, 60) });
    expect(causes.decisions.length).toBeGreaterThan(3);
    for (const { ways } of causes.decisions)
      expect(ways.find(({ isTaken }) => isTaken)).not.toHaveProperty('ending');
    expect(deals.zones).toHaveLength(tiktok.model.phases.length);
  });

  test('a run of nothing is no run, and breaks nothing', () => {
    const { causes } = workedOut(miniWithTexts, { seed: 1, tier: 'starter', log: [] });
    expect(causes.decisions).toEqual([]);
  });
});
