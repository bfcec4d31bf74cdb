import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { measureBargaining, personaOf, simulatePlays } from '../../src/core/report/index.ts';
import { loadTiktok, TIKTOK_FOLDER } from '../support/tiktok.ts';

// What knowing the others is worth at the tables of the shipped scenario (docs/measurements.md). Seeds are
// fixed: a change of the model, the story or the bot shows here.

const { personas } = readScenario(TIKTOK_FOLDER);
const scenario = loadTiktok();

/** Shares of the plays in which a contract is signed that both capitals accept: blind, asking, informed. */
function ratified(tier: string): readonly number[] {
  return ['bargain-blind', 'bargain-asking', 'bargain-informed'].map((id) => {
    const persona = personas.find((candidate) => candidate.id === id);
    return simulatePlays(scenario, { n: 30, seed: 1, persona: personaOf(persona!), tier }).tables.ratified;
  });
}

describe('at the table of September', () => {
  test.each([
    ['starter', 1.5],
    ['standard', 2.5],
    ['expert', 5],
  ])(
    'asking pays and learning pays more, %s: the informed are ratified %f times as often',
    (tier, factor) => {
      const [blind = 0, asking = 0, informed = 0] = ratified(tier);
      expect(asking).toBeGreaterThan(blind);
      expect(informed).toBeGreaterThanOrEqual(asking);
      expect(informed).toBeGreaterThanOrEqual(factor * blind);
      expect(informed).toBeGreaterThan(0.9);
    },
  );
});

describe('at a table outside the story', () => {
  test('every step of knowledge improves a firm player; a soft one signs, and is never ratified more', () => {
    const table = { track: 'O', counterpart: 'O', phase: 'P5', tier: 'expert', hasOwnSuit: false };
    const measured = measureBargaining(scenario, { ...table, n: 20, seed: 1 });
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
