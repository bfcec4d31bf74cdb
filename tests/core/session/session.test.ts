import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Intent } from '../../../src/core/machine/index.ts';
import { runTables } from '../../../src/core/machine/index.ts';
import { createSession, openSave, type Session } from '../../../src/core/session/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { play } from '../../support/play.ts';
import { candidateEvents, picks } from '../../support/random-run.ts';

const tables = runTables(miniScenario);
const seeds = fc.nat({ max: 2 ** 31 - 1 });
const start = (seed: number) => createSession(miniScenario, { seed, tier: 'starter' });

/** Sends whatever the numbers pick; most of it is not possible and must change nothing. */
function wander(session: Session, numbers: readonly number[]): void {
  for (const number of numbers) {
    const events = candidateEvents(tables, session.frame());
    session.send(events[number % events.length] as Intent);
  }
}

describe('a session', () => {
  test('begins at the first scene, with what happened until then', () => {
    expect(start(1).frame()).toMatchObject({
      story: 'decide',
      context: { sceneId: 's1-goal', date: '2030-01-02' },
      effects: [{ type: 'scene.opened', scene: 's1-goal' }],
    });
  });

  test('lists what a step did, in order', () => {
    const run = play(miniScenario).take('s1-goal/exclusive');
    expect(run.frame().effects).toEqual([
      { type: 'choice.taken', scene: 's1-goal', choice: 'exclusive' },
      { type: 'trust.changed', party: 'M', by: 40 },
      { type: 'state.entered', region: 'buyer', state: 'talking.exclusive' },
    ]);
    run.session.send({ type: 'scene.continue', scene: 's1-goal' });
    run.session.send({ type: 'quiz.answer', item: 'q1', response: 'b', confidence: 'sure' });
    expect(run.frame().effects).toEqual([{ type: 'quiz.answered', item: 'q1', isCorrect: false }]);
    expect(run.frame().context.quizAnswers).toEqual({ q1: { response: 'b', confidence: 'sure' } });
    run.session.send({ type: 'scene.continue', scene: 's1-goal' });
    expect(run.frame().effects).toEqual([
      { type: 'calendar.fired', event: 'CAL.ORDER' },
      { type: 'trust.changed', party: 'W', by: -6 },
      { type: 'info.gained', party: 'W', by: 1 },
      { type: 'state.entered', region: 'host', state: 'ordered' },
      { type: 'scene.opened', scene: 's2-order' },
    ]);
    expect(run.take('s3-table/high').frame().effects).toContainEqual({
      type: 'table.judged',
      track: 'M',
      draft: 'high',
      signed: true,
    });
  });

  test('goes from a story beat by continuing, and shows a skipped quiz item explained but unanswered', () => {
    const run = play(miniScenario).take('s1-goal/talk');
    for (const intent of [
      { type: 'scene.continue', scene: 's1-goal' },
      { type: 'quiz.skip', item: 'q1' },
    ] as const) {
      run.session.send(intent);
    }
    expect(run.frame()).toMatchObject({ story: 'quiz.explained', context: { quizAnswers: {} } });
    run.session.send({ type: 'scene.continue', scene: 's1-goal' });
    expect(run.frame()).toMatchObject({ story: 'present', context: { sceneId: 's2-order' } });
    run.session.send({ type: 'scene.continue', scene: 's2-order' });
    expect(run.frame().story).toBe('quiz.question');
  });

  test('refuses what is not possible now, with a code, and adds no frame', () => {
    const session = start(1);
    const before = session.frame();
    const impossible: unknown[] = [
      { type: 'choice.take', scene: 's1-goal', choice: 'nothing' },
      { type: 'choice.take', scene: 's4-sue', choice: 'file' },
      { type: 'scene.continue', scene: 's1-goal' },
      { type: 'quiz.answer', item: 'q1', response: 'a', confidence: 'sure' },
      { type: 'agenda.next' },
      { type: 'CAL.RULE' },
      { type: 'xstate.stop' },
      { type: '*' },
      { type: 'choice.take', scene: 's1-goal', choice: 'talk', extra: 1 },
      { type: 'choice.take', scene: ['s1-goal'], choice: 'talk' },
      undefined,
      'choice.take',
    ];
    for (const intent of impossible) {
      expect(session.send(intent as Intent)).toMatchObject({
        ok: false,
        problems: [{ code: 'intent-not-possible' }],
      });
    }
    expect(session.frame()).toBe(before);
    expect(session.frames()).toHaveLength(1);
  });

  test('takes a doubled click once', () => {
    const session = start(1);
    const talk = { type: 'choice.take', scene: 's1-goal', choice: 'talk' } as const;
    expect([session.send(talk).ok, session.send(talk).ok]).toEqual([true, false]);
    expect(session.decisions()).toEqual([
      { logIndex: 1, date: '2030-01-02', scene: 's1-goal', choice: 'talk' },
    ]);
  });

  test('takes only an answer that the open quiz item has, and takes it once', () => {
    const { session } = play(miniScenario).take('s1-goal/talk');
    session.send({ type: 'scene.continue', scene: 's1-goal' });
    const answer = { type: 'quiz.answer', item: 'q1', response: 'a', confidence: 'sure' } as const;
    expect(session.send({ ...answer, response: 'z' }).ok).toBe(false);
    expect(session.send({ ...answer, item: 'q9' }).ok).toBe(false);
    expect(session.frame().context.quizAnswers).toEqual({});
    expect([session.send(answer).ok, session.send(answer).ok]).toEqual([true, false]);
    expect(session.send({ type: 'quiz.skip', item: 'q1' }).ok).toBe(false);
  });

  test('says at which level it is played, and does not begin at one that the scenario does not have', () => {
    expect(start(1).tier).toBe('starter');
    expect(() => createSession(miniScenario, { seed: 1, tier: 'expert' })).toThrow(RangeError);
    expect(() => createSession(miniScenario, { seed: 1, tier: '' })).toThrow(/starter/);
  });

  test('has nothing to undo at the beginning', () => {
    expect(start(1).undo()).toMatchObject({ ok: false, problems: [{ code: 'no-such-decision' }] });
    expect(start(1).rewind(3).ok).toBe(false);
    expect(start(1).rewind(-1).ok).toBe(false);
  });

  test('no hostile intent ever changes the state or throws', () => {
    fc.assert(
      fc.property(seeds, picks(25), fc.array(fc.anything(), { maxLength: 20 }), (seed, numbers, hostile) => {
        const session = start(seed);
        wander(session, numbers);
        const before = session.frame();
        for (const value of hostile) expect(session.send(value as Intent).ok).toBe(false);
        expect(session.frame()).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  test('undo gives back the state before the decision; taking it again, the state after', () => {
    fc.assert(
      fc.property(seeds, picks(60), (seed, numbers) => {
        const session = start(seed);
        wander(session, numbers);
        const decision = session.decisions().at(-1);
        if (!decision) return;
        const all = session.frames();
        const at = all.findLastIndex(
          ({ story }, index) =>
            story === 'decide' && ['feedback', 'table'].includes(all[index + 1]?.story ?? ''),
        );
        expect(session.undo().ok).toBe(true);
        expect(session.frames()).toEqual(all.slice(0, at + 1));
        expect(session.log()).toHaveLength(decision.logIndex);
        session.send({ type: 'choice.take', scene: decision.scene, choice: decision.choice });
        expect(session.frame()).toEqual(all[at + 1]);
      }),
      { numRuns: 60 },
    );
  });

  test('rewind goes back to any decision', () => {
    const run = play(miniScenario).take('s1-goal/talk').take('s3-table/high').take('s4-sue/file').toEnd();
    expect(run.session.rewind(1).ok).toBe(true);
    expect(run.frame()).toMatchObject({ story: 'decide', context: { sceneId: 's3-table' } });
    expect(run.session.decisions()).toHaveLength(1);
  });

  test('a run that went back goes on as one that never went wrong', () => {
    fc.assert(
      fc.property(seeds, picks(60), picks(60), fc.nat({ max: 9 }), (seed, first, then, which) => {
        const session = start(seed);
        wander(session, first);
        const decisions = session.decisions();
        const decision = decisions[which % Math.max(1, decisions.length)];
        if (!decision) return;
        expect(session.rewind(decisions.indexOf(decision)).ok).toBe(true);
        const straight = start(seed);
        for (const event of session.log()) if (event.type !== 'agenda.next') straight.send(event);
        wander(session, then);
        wander(straight, then);
        expect(session.frames()).toEqual(straight.frames());
        expect(session.log()).toEqual(straight.log());
        expect(session.decisions()).toEqual(straight.decisions());
      }),
      { numRuns: 60 },
    );
  });

  test('the same seed and intents give the same log, to the byte', () => {
    fc.assert(
      fc.property(seeds, picks(60), (seed, numbers) => {
        const [one, two] = [start(seed), start(seed)];
        wander(one, numbers);
        wander(two, numbers);
        expect(JSON.stringify(two.save('en'))).toBe(JSON.stringify(one.save('en')));
        expect(JSON.stringify(two.frames())).toBe(JSON.stringify(one.frames()));
      }),
      { numRuns: 40 },
    );
  });

  test('keeps a draft that is edited again and again once, as it was last', () => {
    const run = play(miniScenario).take('s1-goal/exclusive').proceed();
    run.session.send({ type: 'choice.take', scene: 's3-table', choice: 'high' });
    const before = run.session.log().length;
    const prices = ['low', 'high', 'low'] as const;
    for (let edits = 0; edits < 300; edits += 1) {
      const price = prices[edits % prices.length] as string;
      const laid = run.session.send({
        type: 'table.lay',
        scene: 's3-table',
        offer: { own: 'all', algo: 'sell', price },
      });
      expect(laid.ok && laid.value.context.talks?.offer.price).toBe(price);
    }
    expect(run.session.log().length).toBe(before + 1);
    const opened = openSave(miniScenario, JSON.parse(JSON.stringify(run.session.save('en'))));
    expect(opened.ok && opened.value.frame()).toEqual(run.session.frame());
    // What is refused changes nothing, the last edit included.
    expect(run.session.send({ type: 'table.lay', scene: 's3-table', offer: { own: 'all' } }).ok).toBe(false);
    expect(run.session.frame().context.talks?.offer.price).toBe('low');
  });
});
