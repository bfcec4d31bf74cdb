import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runTables, stepKernel } from '../../../src/core/machine/index.ts';
import { explore } from '../../../src/core/report/index.ts';
import { type Gate, type Scenario, sceneSchema } from '../../../src/core/scenario/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { candidateEvents, picks } from '../../support/random-run.ts';

const withScene = (scene: object): Scenario => ({
  ...miniScenario,
  scenes: [
    ...miniScenario.scenes,
    sceneSchema.parse({ act: 2, date: '2030-02-15', kind: 'decision', ...scene }),
  ],
});
const choice = (id: string, when?: Gate) => ({ id, ...(when ? { when } : {}) });

describe('explore', () => {
  const result = explore(miniScenario);

  test('reaches every ending but the one that nothing leads to', () => {
    expect(result.isComplete).toBe(true);
    expect(result.endingsReached).toEqual([
      'exit',
      'revolt',
      'walkout',
      'double-yes',
      'signed',
      'court',
      'ban',
    ]);
    expect(result.unreachedEndings).toEqual(['never']);
  });

  test('reaches every scene, choice and state, and finds no dead end', () => {
    expect(result).toMatchObject({
      deadEnds: [],
      unreachedStates: [],
      unreachedScenes: [],
      unreachedChoices: [],
    });
  });

  test('covers all that random runs of the kernel come to', () => {
    const tables = runTables(miniScenario);
    fc.assert(
      fc.property(picks(120), (numbers) => {
        let state = tables.initial;
        for (const number of numbers) {
          const events = candidateEvents(tables, state);
          state = stepKernel(tables, state, events[number % events.length]!) ?? state;
          for (const [region, leaf] of Object.entries(state.values)) {
            expect(result.unreachedStates).not.toContain(`${region}:${leaf}`);
          }
        }
        if (state.story === 'ended') expect(result.endingsReached).toContain(state.context.endingId);
      }),
      { numRuns: 100 },
    );
  });

  test('names a scene, its choices and a state that nothing leads to', () => {
    const region = { id: 'lost', initial: 'here', states: { here: {}, there: { on: {} } } };
    const scenario = withScene({
      id: 's9-lost',
      when: { flag: 'gift', is: 'never' },
      choices: [choice('a')],
    });
    expect(explore({ ...scenario, regions: [...scenario.regions, region] })).toMatchObject({
      unreachedScenes: ['s9-lost'],
      unreachedChoices: ['s9-lost/a'],
      unreachedStates: ['lost:there'],
    });
  });

  test('finds a scene in which no choice may be possible, and the way there', () => {
    const scenario = withScene({
      id: 's9-trap',
      choices: [choice('a', { flag: 'suit' }), choice('b', { flag: 'careful' })],
    });
    const [deadEnd] = explore(scenario).deadEnds;
    expect(deadEnd?.where).toBe('s9-trap: no choice is possible');
    expect(deadEnd?.path).toContain('s4-sue/wait');
  });

  test('finds a dead end that only a low trust opens, and none where both sides are covered', () => {
    const gate = (min: number): Gate => ({ trust: 'M', min });
    const trap = withScene({ id: 's9-trust', choices: [choice('a', gate(60))] });
    expect(explore(trap).deadEnds.map(({ where }) => where)).toEqual(['s9-trust: no choice is possible']);
    const safe = withScene({
      id: 's9-trust',
      choices: [choice('a', gate(60)), choice('b', { trust: 'M', max: 59 })],
    });
    expect(explore(safe).deadEnds).toEqual([]);
    const always = withScene({ id: 's9-trust', choices: [choice('a', { trust: 'F', min: 50 })] });
    expect(explore(always).deadEnds).toEqual([]);
    const raised = withScene({
      id: 's9-trust',
      choices: [choice('a'), choice('b', { trust: 'B', min: 60 })],
    });
    expect(explore(raised).unreachedChoices).toEqual([]);
    const never = withScene({ id: 's9-trust', choices: [choice('a'), choice('b', { trust: 'F', min: 51 })] });
    expect(explore(never).unreachedChoices).toEqual(['s9-trust/b']);
  });

  test('finds a finale at which no ending holds, or that never comes', () => {
    const endings = miniScenario.endings.filter(({ id }) => id !== 'ban' && id !== 'never');
    expect(explore({ ...miniScenario, endings }).deadEnds.map(({ where }) => where)).toEqual([
      '2030-03-01: no ending holds',
    ]);
    const calendar = miniScenario.calendar.map((event) =>
      event.id === 'CAL.DEADLINE' ? { ...event, when: { flag: 'suit' } } : event,
    );
    expect(explore({ ...miniScenario, calendar }).deadEnds.map(({ where }) => where)).toEqual([
      '2030-03-02: no ending holds',
    ]);
  });

  test('stops at a limit and says so', () => {
    expect(explore(miniScenario, { limit: 10 })).toMatchObject({ snapshots: 10, isComplete: false });
  });

  test('keeps its number of snapshots (golden: a change of the scenario or the search shows here)', () => {
    expect(result.snapshots).toMatchInlineSnapshot(`744`);
  });
});
