import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  insightsLeft,
  type RunEvent,
  runTables,
  stepKernel,
  type TableIntent,
  tableSettingAt,
} from '../../../src/core/machine/index.ts';
import { judge } from '../../../src/core/model/index.ts';
import { modelSchema, type Scenario } from '../../../src/core/scenario/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { type Play, play } from '../../support/play.ts';
import { hostileMoves, tableMoves } from '../../support/random-run.ts';

const scene = 's3-table';
const sold = { own: 'all', algo: 'sell', price: 'high' };
const kept = { own: 'part', algo: 'keep', price: 'high' };

/** A run at its first table, the prepared draft on it. */
function atTable(scenario: Scenario = miniScenario, choice = 'high'): Play {
  const run = play(scenario).take('s1-goal/exclusive').proceed();
  run.session.send({ type: 'choice.take', scene, choice });
  return run;
}

/** A run at its first table with a right answer in the quiz before. */
function withInsight(): Play {
  const run = play(miniScenario).take('s1-goal/exclusive');
  run.session.send({ type: 'scene.continue', scene: 's1-goal' });
  run.session.send({ type: 'quiz.answer', item: 'q1', response: 'a', confidence: 'sure' });
  run.proceed();
  run.session.send({ type: 'choice.take', scene, choice: 'high' });
  return run;
}

const insights = ({ session }: Play) =>
  insightsLeft({ tables: runTables(miniScenario), state: session.frame() });
const propose = (turn: number, offer: Readonly<Record<string, string>>): TableIntent => ({
  type: 'table.propose',
  scene,
  turn,
  offer,
});

describe('an open table', () => {
  test('stands in the story until it is over, with the draft on it', () => {
    const { context, story, effects } = atTable().frame();
    expect(story).toBe('table');
    expect(context.talks).toMatchObject({
      track: 'M',
      counterpart: 'M',
      draft: 'high',
      offer: sold,
      used: 0,
    });
    expect(context.table).toBeUndefined();
    expect(effects).toContainEqual({ type: 'table.opened', track: 'M' });
  });

  test('takes what is laid on it without using a round', () => {
    const run = atTable();
    expect(run.session.send({ type: 'table.lay', scene, offer: kept }).ok).toBe(true);
    expect(run.frame().context.talks).toMatchObject({ offer: kept, base: sold, used: 0, turns: [] });
  });

  test('takes a doubled proposal once', () => {
    const run = atTable();
    const intent = propose(0, kept);
    expect([run.session.send(intent).ok, run.session.send(intent).ok]).toEqual([true, false]);
    expect(run.frame().context.talks).toMatchObject({ used: 1, turns: [{ kind: 'proposal' }] });
    expect(run.frame().effects).toContainEqual(expect.objectContaining({ type: 'table.turned', track: 'M' }));
  });

  test('takes nothing that is late, from elsewhere or no contract, and changes nothing then', () => {
    const run = atTable();
    run.session.send(propose(0, kept));
    const before = run.frame();
    const tables = runTables(miniScenario);
    for (const intent of hostileMoves(tables, before)) {
      expect(run.session.send(intent), JSON.stringify(intent)).toMatchObject({
        ok: false,
        problems: [{ code: 'intent-not-possible' }],
      });
      expect(stepKernel(tables, before, intent), JSON.stringify(intent)).toBeUndefined();
    }
    expect(run.frame()).toBe(before);
  });

  test('takes nothing that breaks a rule of the model', () => {
    const model = {
      ...miniScenario.model,
      structure: [{ id: 'S1', if: { algo: ['sell'] }, then: { own: ['all'] } }],
    };
    const run = atTable({ ...miniScenario, model });
    const broken = { ...sold, own: 'part' };
    const before = run.frame();
    const intents: TableIntent[] = [
      { type: 'table.lay', scene, offer: broken },
      { type: 'table.final', scene, turn: 0, offer: broken },
      propose(0, broken),
    ];
    for (const intent of intents) expect(run.session.send(intent).ok).toBe(false);
    expect(run.frame()).toBe(before);
    expect(atTable().session.send(propose(0, broken)).ok).toBe(true);
  });

  test('takes no hidden line that does not follow from the others', () => {
    const { tiers: _, ...model } = miniScenario.model;
    const tiers = [
      {
        id: 'starter',
        issues: ['own', 'algo'],
        derived: [
          {
            issue: 'price',
            cases: [
              { if: { algo: ['sell'] }, option: 'high' },
              { if: {}, option: 'low' },
            ],
          },
        ],
      },
    ];
    const run = atTable({ ...miniScenario, model: { ...model, tiers } });
    expect(run.session.send({ type: 'table.lay', scene, offer: { ...sold, price: 'low' } }).ok).toBe(false);
    expect(run.session.send({ type: 'table.lay', scene, offer: { ...kept, price: 'low' } }).ok).toBe(true);
  });

  test('writes every contract in the order of the model', () => {
    const run = atTable();
    run.session.send({ type: 'table.lay', scene, offer: { price: 'low', own: 'all', algo: 'keep' } });
    expect(JSON.stringify(run.frame().context.talks?.offer)).toBe(
      '{"own":"all","algo":"keep","price":"low"}',
    );
  });

  test('is not left by anything else', () => {
    const run = atTable();
    const others: RunEvent[] = [
      { type: 'scene.continue', scene },
      { type: 'choice.take', scene, choice: 'low' },
      { type: 'agenda.next' },
    ];
    const tables = runTables(miniScenario);
    for (const event of others) expect(stepKernel(tables, run.frame(), event)).toBeUndefined();
  });
});

describe('a question', () => {
  const ask = (turn: number, party = 'W'): TableIntent => ({ type: 'table.ask', scene, turn, party });

  test('is free with an insight from the quiz, and spends it', () => {
    const run = withInsight();
    expect(insights(run)).toBe(1);
    const known = run.frame().context.info.W!;
    expect(run.session.send(ask(0)).ok).toBe(true);
    expect(run.frame().context).toMatchObject({
      insightsSpent: 1,
      info: { W: known + 1 },
      talks: { used: 0 },
    });
    expect(insights(run)).toBe(0);
  });

  test('costs a round without one, and is not possible with the last', () => {
    const run = atTable();
    const known = run.frame().context.info.W!;
    for (let turn = 0; turn < 5; turn += 1) expect(run.session.send(ask(turn)).ok).toBe(true);
    expect(run.frame().context).toMatchObject({
      insightsSpent: 0,
      info: { W: known + 5 },
      talks: { used: 5 },
    });
    expect(run.session.send(ask(5)).ok).toBe(false);
    expect(run.frame().context.talks?.used).toBe(5);
  });

  test('can be put with the last round when it is free', () => {
    const run = withInsight();
    for (let turn = 0; turn < 5; turn += 1) run.session.send(propose(turn, kept));
    expect(run.frame().context.talks?.used).toBe(5);
    expect(run.session.send(ask(5)).ok).toBe(true);
  });

  test('goes to the counterpart and the capitals, not to the own side', () => {
    const asked = ['M', 'W', 'B', 'F', 'I'].map((party) => atTable().session.send(ask(0, party)).ok);
    expect(asked).toEqual([true, true, true, false, false]);
  });
});

describe('a table that is over', () => {
  test('without a signature says so to all regions: by leaving', () => {
    const run = atTable();
    expect(run.session.send({ type: 'table.leave', scene, turn: 0 }).ok).toBe(true);
    const { context, values, story } = run.frame();
    expect(story).toBe('feedback');
    expect(context.talks).toBeUndefined();
    expect(context.agreement).toBeUndefined();
    expect(context.table).toMatchObject({ signed: false, left: true, rounds: 0, turns: [] });
    expect(context.fired).toContain('DEAL.REFUSED');
    expect(values.buyer).toBe('talking.exclusive');
    expect(run.session.send({ type: 'table.leave', scene, turn: 0 }).ok).toBe(false);
  });

  test('with a counter-offer accepted holds what was offered, and the event of the track is heard', () => {
    const run = atTable();
    run.session.send(propose(0, sold));
    const counter = run.frame().context.talks?.turns[0]?.counter;
    expect(counter).toEqual({ ...sold, price: 'low' });
    // The price is too low for the own side: it cannot accept, and proposes until the other side gives in.
    expect(run.session.send({ type: 'table.accept', scene, turn: 1 }).ok).toBe(false);
    let turn = 1;
    while (run.frame().story === 'table' && turn < 6) run.session.send(propose(turn++, sold));
    expect(run.frame()).toMatchObject({
      story: 'feedback',
      context: { agreement: { track: 'M', offer: sold }, table: { signed: true, left: false, rounds: turn } },
      values: { buyer: 'signed', host: 'blessed' },
    });
    expect(run.frame().context.fired).toContain('DEAL.SIGNED_M');
  });

  test('by a last word is signed exactly when the buyer and both own wings say yes', () => {
    const tables = runTables(miniScenario);
    let signed = 0;
    for (const choice of ['s1-goal/talk', 's1-goal/exclusive'] as const) {
      for (const own of ['part', 'all'])
        for (const algo of ['keep', 'sell'])
          for (const price of ['low', 'high']) {
            const run = play(miniScenario).take(choice).proceed();
            run.session.send({ type: 'choice.take', scene, choice: 'high' });
            const open = run.frame();
            const offer = { own, algo, price };
            const { circumstances } = tableSettingAt(miniScenario, open, open.context.talks!);
            const votes = judge(miniScenario.model, 'M', offer, circumstances);
            const isYes = votes.every(({ party, yes }) => yes || !['F', 'I', 'M'].includes(party));
            const after = stepKernel(tables, open, { type: 'table.final', scene, turn: 0, offer })!;
            expect(after.context.table?.signed).toBe(isYes);
            expect(after.context.agreement).toEqual(isYes ? { track: 'M', offer } : undefined);
            if (isYes) signed += 1;
          }
    }
    expect(signed).toBeGreaterThan(0);
    expect(signed).toBeLessThan(16);
  });

  test('comes from any moves within the rounds, and the run goes on', () => {
    const tables = runTables(miniScenario);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9_999 }), { minLength: 40, maxLength: 40 }), (numbers) => {
        let state = atTable().frame() as Parameters<typeof stepKernel>[1];
        for (const number of numbers) {
          if (state.story !== 'table') break;
          const moves = tableMoves(tables, state);
          state = stepKernel(tables, state, moves[number % moves.length]!) ?? state;
        }
        const { talks, table, fired } = state.context;
        if (state.story === 'table') {
          expect(talks?.used).toBeLessThan(6);
          expect(table).toBeUndefined();
          return;
        }
        expect(state.story).toBe('feedback');
        expect(talks).toBeUndefined();
        expect(table?.rounds).toBeLessThanOrEqual(6);
        expect(fired.includes('DEAL.SIGNED_M')).toBe(table?.signed);
        expect(fired.includes('DEAL.REFUSED')).toBe(!table?.signed);
      }),
      { numRuns: 150 },
    );
  });
});

test('a scenario says for itself how long its tables last', () => {
  const bargaining = modelSchema.shape.bargaining.parse({ rounds: 2, styles: {} });
  const model = { ...miniScenario.model, bargaining } as Scenario['model'];
  expect(atTable({ ...miniScenario, model }).frame().context.talks?.rounds).toBe(2);
});
