import { describe, expect, test } from 'vitest';
import type { Offer } from '../../../src/core/model/index.ts';
import { present } from '../../../src/core/view-model/index.ts';
import { miniWorld } from '../../support/mini-world.ts';
import { play } from '../../support/play.ts';

// What the map shows of a table: the face of who sits opposite, the line to it, a stamp for each answer.

const world = miniWorld();
const POOR: Offer = { own: 'part', algo: 'keep', price: 'high' };

function atTable() {
  const run = play(world).take('s1-goal/exclusive').proceed();
  run.session.send({ type: 'choice.take', scene: 's3-table', choice: 'high' });
  const view = () => present(world, run.session, { language: 'en', tier: 'starter' });
  return {
    send: run.session.send,
    shown: () => {
      const { parties, relations, stamps } = view();
      return {
        mood: parties.find(({ id }) => id === 'M')?.mood,
        tension: relations.find(({ party }) => party === 'M')?.tension,
        stamps,
      };
    },
  };
}

describe('the stage at a table', () => {
  test('shows the mood of the day while nothing has been proposed', () => {
    expect(atTable().shown()).toEqual({ mood: 'speaking', tension: 1, stamps: [] });
  });

  test('shows each answer: a face, a tighter line, a stamp that lands once', () => {
    const { send, shown } = atTable();
    send({ type: 'table.propose', scene: 's3-table', turn: 0, offer: POOR });
    expect(shown()).toEqual({
      mood: 'suspicious',
      tension: 2,
      stamps: [{ id: 'M-turn-1', party: 'M', text: 'counter-offer', tone: 'mixed' }],
    });
    send({ type: 'table.lay', scene: 's3-table', offer: POOR });
    expect(shown()).toEqual({ mood: 'suspicious', tension: 2, stamps: [] });
    send({ type: 'table.propose', scene: 's3-table', turn: 1, offer: POOR });
    expect(shown()).toMatchObject({ tension: 3, stamps: [{ id: 'M-turn-2' }] });
  });

  test('a question moves nothing there', () => {
    const { send, shown } = atTable();
    expect(send({ type: 'table.ask', scene: 's3-table', turn: 0, party: 'M' }).ok).toBe(true);
    expect(shown()).toEqual({ mood: 'speaking', tension: 1, stamps: [] });
  });
});
