import { describe, expect, test } from 'vitest';
import { createDice, hash32, hashJson } from '../../../src/core/domain/index.ts';
import { type RunState, runTables } from '../../../src/core/machine/index.ts';
import { chanceOdds, drawAgendaEvent } from '../../../src/core/session/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

const tables = runTables(miniScenario);
const position = tables.agenda.findIndex(
  (entry) => entry.kind === 'calendar' && entry.event.id === 'CAL.COURT',
);
const before = (more: Partial<RunState['context']> = {}, court = 'filed'): RunState => ({
  ...tables.initial,
  values: { ...tables.initial.values, 'court.first': court },
  context: { ...tables.initial.context, position, date: '2030-02-20', ...more },
});
const { chance } = miniScenario.calendar.find(({ id }) => id === 'CAL.COURT')!;

describe('chance', () => {
  test('has the court odds of the phase, with or without an own suit, and bonuses', () => {
    expect(chanceOdds(miniScenario, chance!, before())).toBe(0.7);
    expect(chanceOdds(miniScenario, chance!, before({}, 'none'))).toBe(0.2);
    expect(chanceOdds(miniScenario, chance!, before({ flags: { careful: true } }))).toBeCloseTo(0.9);
    expect(chanceOdds(miniScenario, { ...chance!, odds: 0.95 }, before({ flags: { careful: true } }))).toBe(
      1,
    );
  });

  test('uses the phase of the day of the event', () => {
    const first = { ...miniScenario.calendar.find(({ id }) => id === 'CAL.COURT')!, date: '2030-01-31' };
    expect(chanceOdds(miniScenario, first.chance!, before({ date: '2030-01-31' }))).toBe(0.5);
  });

  test('falls as often as the odds say, over seeds', () => {
    const draws = Array.from({ length: 20_000 }, (_, seed) => drawAgendaEvent(tables, seed, before()));
    const share = draws.filter((event) => event.chance?.granted).length / draws.length;
    expect(share).toBeGreaterThan(0.69);
    expect(share).toBeLessThan(0.71);
  });

  test('is independent between seeds that lie side by side', () => {
    const yes = Array.from(
      { length: 20_000 },
      (_, seed) => createDice(hash32(`${seed}:CAL.COURT`)).next01() < 0.5,
    );
    const same = yes.filter((value, index) => value === yes[index + 1]).length / yes.length;
    expect(same).toBeGreaterThan(0.49);
    expect(same).toBeLessThan(0.51);
  });

  test('of two events is independent under one seed', () => {
    const calendar = miniScenario.calendar.map((event) =>
      event.id === 'CAL.COURT' ? { ...event, id: 'CAL.APPEAL' } : event,
    );
    const other = runTables({ ...miniScenario, calendar });
    const same = Array.from({ length: 2_000 }, (_, seed) => seed).filter(
      (seed) =>
        drawAgendaEvent(tables, seed, before()).chance?.granted ===
        drawAgendaEvent(other, seed, before()).chance?.granted,
    );
    // Two independent draws with odds .7 agree in .7² + .3² = .58 of all cases.
    expect(same.length / 2_000).toBeGreaterThan(0.54);
    expect(same.length / 2_000).toBeLessThan(0.62);
  });

  test('does not depend on the way to the event', () => {
    const ways = [before(), before({ trust: { W: 3 }, fired: ['F.SUE'] })];
    for (let seed = 0; seed < 50; seed += 1) {
      const [one, two] = ways.map((state) => drawAgendaEvent(tables, seed, state));
      expect(one).toEqual(two);
    }
  });

  test('is drawn for events that have one, and for no other entry', () => {
    expect(drawAgendaEvent(tables, 1, tables.initial)).toEqual({ type: 'agenda.next' });
    expect(drawAgendaEvent(tables, 1, before({ position: 9_999 }))).toEqual({ type: 'agenda.next' });
  });

  test('is the same on every platform: golden numbers', () => {
    expect([hash32(''), hash32('1:CAL.COURT')]).toEqual([-2128831035, hash32('1:CAL.COURT')]);
    const dice = createDice(42);
    expect([dice.next01(), dice.nextIndex(6), dice.nextIndex(6)]).toMatchInlineSnapshot(`
      [
        0.11047685146331787,
        2,
        2,
      ]
    `);
    expect(hashJson({ b: 1, a: [1, { d: 2, c: 3 }] })).toBe(hashJson({ a: [1, { c: 3, d: 2 }], b: 1 }));
    expect(hashJson({})).toMatchInlineSnapshot(`"08f44b07b5901a25"`);
  });
});
