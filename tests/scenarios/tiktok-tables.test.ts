import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { measureBargaining, personaOf, simulatePlays } from '../../src/core/report/index.ts';
import { loadTiktok, TIKTOK_FOLDER } from '../support/tiktok.ts';

// What knowing the others is worth at the tables of the shipped scenario (docs/measurements.md). Seeds are
// fixed: a change of the model, the story or the bot shows here.

const { personas } = readScenario(TIKTOK_FOLDER);
const scenario = loadTiktok();

/** Share of the plays of a persona in which a contract is signed that both capitals accept. */
function ratifiedBy(id: string, tier: string): number {
  const persona = personas.find((candidate) => candidate.id === id);
  return simulatePlays(scenario, { n: 40, seed: 1, persona: personaOf(persona!), tier }).tables.ratified;
}

describe('at the table of September', () => {
  test.each(['standard', 'expert'])('asking and learning pay: %s', (tier) => {
    const [blind = 0, asking = 0, informed = 0] = ['bargain-blind', 'bargain-asking', 'bargain-informed'].map(
      (id) => ratifiedBy(id, tier),
    );
    expect(asking).toBeGreaterThan(blind);
    expect(informed).toBeGreaterThanOrEqual(asking);
    expect(informed).toBeGreaterThanOrEqual(2 * blind);
  });

  test('the informed are ratified three times as often at least', () => {
    expect(ratifiedBy('bargain-informed', 'expert')).toBeGreaterThanOrEqual(
      3 * ratifiedBy('bargain-blind', 'expert'),
    );
  });
});

describe('at a table outside the story', () => {
  test('every step of knowledge improves a firm player; a soft one signs, and is never ratified more', () => {
    const table = { track: 'O', counterpart: 'O', phase: 'P5', tier: 'expert', hasOwnSuit: false };
    const measured = measureBargaining(scenario, { ...table, n: 40, seed: 1 });
    if (!measured.ok) throw new Error(JSON.stringify(measured.problems));
    const cell = (style: string, knowledge: string) =>
      measured.value.find((one) => one.style === style && one.knowledge === knowledge)!;
    const [nothing, some, everything] = ['nothing', 'some', 'everything'].map((level) => cell('firm', level));
    expect(some!.ratified).toBeGreaterThan(nothing!.ratified);
    expect(everything!.ratified).toBeGreaterThan(some!.ratified);
    for (const knowledge of ['nothing', 'some', 'everything']) {
      expect(cell('soft', knowledge).signed).toBe(1);
      expect(cell('soft', knowledge).ratified).toBeLessThanOrEqual(cell('firm', knowledge).ratified);
    }
  });
});
