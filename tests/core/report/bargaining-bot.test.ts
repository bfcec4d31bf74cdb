import { describe, expect, test } from 'vitest';
import { createDice } from '../../../src/core/domain/index.ts';
import { runTables, stepKernel } from '../../../src/core/machine/index.ts';
import type { NegotiationModel } from '../../../src/core/model/index.ts';
import {
  botIntent,
  measureBargaining,
  type Persona,
  RANDOM_PERSONA,
  simulatePlays,
} from '../../../src/core/report/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { drawAgendaEvent } from '../../../src/core/session/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

const bargainer: Persona = { ...RANDOM_PERSONA, bargains: true };
const asker: Persona = { ...bargainer, asks: ['W', 'B'] };
const learner: Persona = { ...asker, learns: true };

/** Every intent of one run; throws when one is not possible. */
function intentsOf(scenario: Scenario, persona: Persona, seed: number) {
  const tables = runTables(scenario);
  const dice = createDice(seed);
  const intents = [];
  let state = tables.initial;
  while (state.story !== 'ended') {
    const event =
      state.story === 'advance'
        ? drawAgendaEvent(tables, seed, state)
        : botIntent(tables, state, persona, dice)!;
    const next = stepKernel(tables, state, event);
    if (!next) throw new Error(`not possible: ${JSON.stringify(event)}`);
    if (event.type !== 'agenda.next') intents.push(event);
    state = next;
  }
  return intents;
}

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe('a bot that bargains', () => {
  test.each([
    ['knowing nothing', bargainer],
    ['asking', asker],
    ['asking and learning', learner],
  ])('only does what is possible, and the same from the same seed: %s', (_, persona) => {
    for (const seed of seeds)
      expect(intentsOf(miniScenario, persona, seed)).toEqual(intentsOf(miniScenario, persona, seed));
  });

  test('proposes; who does not bargain puts the prepared draft to the vote', () => {
    const typesOf = (persona: Persona) =>
      new Set(seeds.flatMap((seed) => intentsOf(miniScenario, persona, seed).map(({ type }) => type)));
    expect(typesOf(bargainer)).toContain('table.propose');
    expect(typesOf(bargainer)).not.toContain('table.ask');
    expect(typesOf(RANDOM_PERSONA)).toContain('table.final');
    expect(typesOf(RANDOM_PERSONA)).not.toContain('table.propose');
    expect(typesOf({ ...RANDOM_PERSONA, asks: ['B'] })).toContain('table.ask');
  });

  test('asks nobody about whom it knows everything, and keeps the last round for a proposal', () => {
    for (const seed of seeds) {
      const intents = intentsOf(miniScenario, asker, seed);
      const asked = intents
        .filter(({ type }) => type === 'table.ask')
        .map((intent) => JSON.stringify(intent));
      // Three lines: one answer reveals them all. The story has told about W before the first table.
      expect(asked.filter((intent) => intent.includes('"B"')).length).toBeLessThanOrEqual(1);
      expect(asked.filter((intent) => intent.includes('"W"'))).toEqual([]);
      const tables = intents.filter(({ type }) => type.startsWith('table.'));
      if (asked.length > 0) expect(tables.some(({ type }) => type !== 'table.ask')).toBe(true);
    }
  });

  test('does not know what nobody has told it', () => {
    // B turns round what it wants. Until it has spoken or voted, a bot that never asks cannot tell.
    const model: NegotiationModel = {
      ...miniScenario.model,
      preferences: miniScenario.model.preferences.map((preference) =>
        preference.party === 'B'
          ? { ...preference, scores: { ...preference.scores, algo: { keep: 0, sell: 100 } } }
          : preference,
      ),
    };
    const other: Scenario = { ...miniScenario, hash: 'mini-other', model };
    const bids = (scenario: Scenario, seed: number) =>
      intentsOf(scenario, bargainer, seed).filter(({ type }) => type === 'table.propose')[0];
    for (const seed of seeds) expect(bids(other, seed)).toEqual(bids(miniScenario, seed));
  });

  test('earns questions by learning', () => {
    const answers = intentsOf(miniScenario, learner, 1).filter(({ type }) => type === 'quiz.answer');
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect(answer).toMatchObject({ response: 'a', confidence: 'sure' });
  });
});

describe('plays', () => {
  test('count tables: who has signed has sat at one, what is ratified is signed', () => {
    for (const persona of [RANDOM_PERSONA, bargainer]) {
      const { sat, signed, ratified } = simulatePlays(miniScenario, { n: 200, seed: 1, persona }).tables;
      expect(sat).toBeGreaterThan(0);
      expect(signed).toBeGreaterThan(0);
      expect(sat).toBeLessThanOrEqual(1);
      expect(signed).toBeLessThanOrEqual(sat);
      expect(ratified).toBeLessThanOrEqual(signed);
    }
  });
});

describe('games at one table', () => {
  const options = { track: 'M', counterpart: 'M', phase: 'P2', tier: 'starter', hasOwnSuit: false };

  test('come to the same for the same seed, in a cell for each style and knowledge', () => {
    const games = () => measureBargaining(miniScenario, { ...options, n: 20, seed: 7 });
    expect(games()).toEqual(games());
    const measured = games();
    if (!measured.ok) throw new Error(JSON.stringify(measured.problems));
    expect(measured.value.map(({ style, knowledge }) => `${style} ${knowledge}`)).toEqual([
      'firm nothing',
      'firm some',
      'firm everything',
      'soft nothing',
      'soft some',
      'soft everything',
    ]);
    for (const { signed, ratified } of measured.value) expect(ratified).toBeLessThanOrEqual(signed);
  });

  test('of a table that there is not are refused', () => {
    expect(measureBargaining(miniScenario, { ...options, phase: 'P9', n: 1, seed: 1 })).toMatchObject({
      ok: false,
      problems: [{ code: 'practice-unknown', path: 'P9' }],
    });
  });
});
