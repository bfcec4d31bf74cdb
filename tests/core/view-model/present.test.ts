import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { type PlayView, present } from '../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { play } from '../../support/play.ts';

const view = (run: ReturnType<typeof play>, scenario: Scenario = miniWithTexts): PlayView =>
  present(scenario, run.session, { language: 'en', tier: 'starter' });

describe('the view of a run', () => {
  test('shows exactly the choices that can be taken', () => {
    const run = play(miniWithTexts).take('s1-goal/talk').take('s3-table/not-yet').proceed();
    expect(view(run).scene?.choices.map(({ id }) => id)).toEqual(['file', 'careful', 'wait']);
  });

  test('tells the news since the last screen, in the words that fit how chance fell', () => {
    const run = play(miniWithTexts).take('s1-goal/talk').proceed();
    const frames = run.session.frames();
    const opened = frames.findIndex(({ effects }) =>
      effects.some((effect) => effect.type === 'scene.opened' && effect.scene === 's2-order'),
    );
    const beat = present(
      miniWithTexts,
      { frames: () => frames.slice(0, opened + 1), decisions: run.session.decisions },
      { language: 'en', tier: 'starter' },
    );
    expect(beat.scene).toMatchObject({
      id: 's2-order',
      news: [{ id: 'CAL.ORDER', headline: 'CAL.ORDER.headline' }],
    });
    const court = play(miniWithTexts)
      .take('s1-goal/talk')
      .take('s3-table/not-yet')
      .take('s4-sue/file')
      .toEnd();
    const fell = court.session
      .frames()
      .flatMap(({ effects }) => effects)
      .find((effect) => effect.type === 'calendar.fired' && effect.event === 'CAL.COURT');
    const granted = fell?.type === 'calendar.fired' && fell.chance?.granted;
    expect(view(court).notebook.log).toContainEqual(
      expect.objectContaining({
        text: 'CAL.COURT.headline',
        detail: granted ? 'CAL.COURT.yes' : 'CAL.COURT.no',
      }),
    );
  });

  test('hints only at parties that have been asked', () => {
    const early = view(play(miniWithTexts));
    expect(early.scene?.choices.flatMap(({ hints }) => hints)).toEqual([]);
    const later = view(play(miniWithTexts).take('s1-goal/talk').take('s3-table/not-yet').proceed());
    expect(later.scene?.choices.find(({ id }) => id === 'wait')?.hints).toEqual([
      { party: 'W', emblem: 'W', name: 'W', trend: 'up' },
    ]);
  });

  test('shows feedback with who moved and what changed', () => {
    const run = play(miniWithTexts).take('s1-goal/talk');
    expect(view(run)).toMatchObject({
      state: 'feedback',
      feedback: { text: [{ text: 's1-goal/talk.feedback' }], changes: [{ party: 'M', trend: 'up' }] },
    });
  });

  test('ends with the ending, the path and what was really done', () => {
    const run = play(miniWithTexts).take('s1-goal/leave').proceed();
    expect(view(run)).toMatchObject({
      state: 'ended',
      ending: {
        id: 'exit',
        goal: 's1-goal/leave',
        path: [{ decision: 0, choice: 's1-goal/leave', isHistory: false, reality: 's1-goal/talk' }],
      },
    });
  });

  test('explains a quiz only after the answer', () => {
    const run = play(miniWithTexts).take('s1-goal/talk');
    run.session.send({ type: 'scene.continue', scene: 's1-goal' });
    expect(JSON.stringify(view(run).quiz)).not.toMatch(/why|isKey/);
    run.session.send({ type: 'quiz.answer', item: 'q1', response: 'b', confidence: 'sure' });
    expect(view(run).quiz).toMatchObject({
      state: 'explained',
      isCorrect: false,
      task: {
        kind: 'choice',
        options: [{ isKey: true, isChosen: false }, { isKey: false, isChosen: true }, {}],
      },
    });
  });

  test('reads in the first language of the scenario when the language is unknown', () => {
    const run = play(miniWithTexts);
    expect(present(miniWithTexts, run.session, { language: 'fr', tier: 'starter' }).scene?.title).toBe(
      's1-goal.title',
    );
  });

  test('shows a table vote by vote, in agreement with the result', () => {
    let tables = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.array(fc.nat(5), { maxLength: 12 }),
        (seed, picks) => {
          const run = play(miniWithTexts, seed);
          for (const pick of picks) {
            run.proceed();
            if (run.frame().story === 'ended') break;
            const choices = view(run).scene?.choices ?? [];
            const choice = choices[pick % choices.length];
            const scene = run.frame().context.sceneId;
            run.take(`${scene}/${choice?.id}` as `${string}/${string}`);
            const table = view(run).feedback?.table;
            if (!table) continue;
            tables += 1;
            const own = table.lights.filter(({ party }) => ['F', 'I', 'M'].includes(party));
            expect(own.every(({ verdict }) => verdict === 'yes')).toBe(table.signed);
          }
        },
      ),
    );
    expect(tables).toBeGreaterThan(20);
  });
});

test('a goal that was chosen on the way in is told together with its scene, another choice is not', () => {
  const run = play(miniWithTexts).take('s1-goal/talk');
  expect(view(run).feedback?.isFirstSight).toBe(true);
  expect(JSON.stringify(view(run).scene?.body)).toContain('s1-goal.body');
  expect(view(run.take('s3-table/not-yet')).feedback?.isFirstSight).toBe(false);
});

describe('the reading level "easy"', () => {
  const scene = miniWithTexts.scenes[0];
  const [choice] = scene?.choices ?? [];
  if (!scene || !choice) throw new Error('the scenario starts with a choice');
  const texts = miniWithTexts.texts.en;
  if (!texts) throw new Error('there are no English texts');
  const choices = { [choice.id]: { label: 'easy label', feedback: 'easy feedback' } };
  const withEasy: Scenario = {
    ...miniWithTexts,
    texts: {
      ...miniWithTexts.texts,
      en: { ...texts, easy: { scenes: { [scene.id]: { body: 'easy body', choices } } } },
    },
  };
  const read = (run: ReturnType<typeof play>, reading: 'standard' | 'easy') =>
    present(withEasy, run.session, { language: 'en', tier: 'starter', reading });

  test('has its own words, and the standard ones where it has none', () => {
    const run = play(withEasy);
    const [standard, easy] = [read(run, 'standard').scene, read(run, 'easy').scene];
    expect(easy?.body).not.toEqual(standard?.body);
    expect(JSON.stringify(easy?.body)).toContain('easy body');
    expect(JSON.stringify(easy?.choices.find(({ id }) => id === choice.id))).toContain('easy label');
    expect(easy?.question).toEqual(standard?.question);
    expect(easy?.title).toBe(standard?.title);
    expect(easy?.choices.map(({ id }) => id)).toEqual(standard?.choices.map(({ id }) => id));
  });

  test('also words what a choice led to', () => {
    const run = play(withEasy).take(`${scene.id}/${choice.id}`);
    expect(JSON.stringify(read(run, 'easy').feedback)).toContain('easy feedback');
    expect(JSON.stringify(read(run, 'standard').feedback)).not.toContain('easy feedback');
  });
});
