import { describe, expect, test } from 'vitest';
import {
  type ClassCommand,
  type ClassRun,
  NEW_CLASS,
  stepClass,
  summaryOf,
  summaryOfRun,
  type Vote,
} from '../../../../src/core/classroom/index.ts';
import { createSession } from '../../../../src/core/session/index.ts';
import { classLog } from '../../../support/class-log.ts';
import { loadTiktok } from '../../../support/tiktok.ts';

const scenario = loadTiktok();
const [tier = ''] = scenario.manifest.tiers;

/** A run of a class to its end, and the same played by one session at the projector. */
const lesson = classLog(scenario, { seed: 3, seats: 3, teams: 0, tested: 0 });
const session = createSession(scenario, { seed: 3, tier });
for (const event of lesson) if (event.type === 'run.moved') session.send(event.intent);

const steps = (...commands: readonly ClassCommand[]): readonly Vote[] =>
  commands.reduce<ClassRun>(
    (run, command) => {
      const next = stepClass(run, command);
      if (!next.ok) throw new Error(next.problems[0]?.code);
      return next.value;
    },
    { ...NEW_CLASS, isOpen: true },
  ).votes;
const GOAL = { kind: 'choice', decision: 0, scene: 's01-priority' } as const;
const choices = scenario.scenes.find(({ id }) => id === GOAL.scene)?.choices.map(({ id }) => id) ?? [];
const [first = '', second = ''] = choices;

const questionAt = (item: string, counts: Readonly<Record<string, number>>) => {
  const place = { kind: 'quiz', decision: 0, scene: item } as const;
  return steps(
    { type: 'vote.opened', place, choices: Object.keys(counts) },
    { type: 'vote.counted', place, counts },
  );
};

describe('the summary of a class at the projector', () => {
  test('has the same run, ending and contract as that of a room which played it', () => {
    const { paths } = summaryOfRun(scenario, session, []);
    expect(paths).toEqual(summaryOf(scenario, lesson).paths);
    expect(paths[0]?.ending).toBeDefined();
  });

  test('counts what was counted, and says how the class went on', () => {
    const votes = steps(
      { type: 'vote.opened', place: GOAL, choices },
      { type: 'vote.counted', place: GOAL, counts: { [first]: 12, [second]: 7 } },
      { type: 'vote.decided', place: GOAL, choice: second },
    );
    const summary = summaryOfRun(scenario, session, votes);
    expect(summary.votes).toEqual([
      {
        place: GOAL,
        counts: Object.fromEntries(choices.map((id) => [id, { [first]: 12, [second]: 7 }[id] ?? 0])),
        choice: second,
        reasons: {},
      },
    ]);
    expect(summary.seats).toBeUndefined();
  });

  test('leaves out a vote that was not counted', () => {
    const votes = steps(
      { type: 'vote.opened', place: GOAL, choices },
      { type: 'vote.decided', place: GOAL, choice: first },
    );
    expect(summaryOfRun(scenario, session, votes).votes).toEqual([]);
  });

  test('knows which answers to a question were right, and nothing of how sure anybody was', () => {
    const item = scenario.quiz.find(({ type, bloom }) => type === 'single' && bloom !== 'evaluate');
    if (item?.type !== 'single') throw new Error('there is no such question');
    const wrong = item.options.find(({ id }) => id !== item.key)?.id ?? '';
    const { questions } = summaryOfRun(scenario, session, questionAt(item.id, { [item.key]: 9, [wrong]: 4 }));
    expect(questions).toEqual([
      {
        item: item.id,
        where: 'story',
        answers: 13,
        right: 9,
        counts: { [JSON.stringify(item.key)]: 9, [JSON.stringify(wrong)]: 4 },
      },
    ]);
  });

  test('shows answers that ask for a judgement from five on, and none without votes', () => {
    const item = scenario.quiz.find(({ type }) => type === 'single');
    if (item?.type !== 'single') throw new Error('there is no such question');
    const judging = { ...scenario, quiz: [{ ...item, bloom: 'evaluate' as const }] };
    const asked = (count: number) =>
      summaryOfRun(judging, session, questionAt(item.id, { [item.key]: count })).questions.length;
    expect([0, 4, 5].map(asked)).toEqual([0, 0, 1]);
  });

  test('of a class that has not begun is empty', () => {
    const fresh = createSession(scenario, { seed: 3, tier });
    expect(summaryOfRun(scenario, fresh, [])).toEqual({ paths: [], votes: [], questions: [], tables: [] });
  });
});
