import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClassSummary,
  type Place,
  type RoomEvent,
  summaryOf,
} from '../../../../src/core/classroom/index.ts';
import type { Intent } from '../../../../src/core/machine/index.ts';
import { createSession } from '../../../../src/core/session/index.ts';
import { classLog, seatId, seatName, seatToken, WORDS } from '../../../support/class-log.ts';
import { loadTiktok } from '../../../support/tiktok.ts';

const scenario = loadTiktok();
const [tier = ''] = scenario.manifest.tiers;

const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const OPENED: RoomEvent = {
  type: 'room.opened',
  code: 'ABCDEF',
  scenario: { id: scenario.manifest.id, hash: scenario.hash },
  tier,
  seed: 3,
  language: 'en',
  hostToken: 'host-hash',
};
const join = (index: number): RoomEvent => ({
  type: 'seat.joined',
  seat: seatId(index),
  name: seatName(index),
  token: seatToken(index),
});
let n = 0;
const receipt = (index: number) => {
  n += 1;
  return { seat: seatId(index), n, key: `k${n}` };
};
const FIRST: Place = { kind: 'choice', decision: 0, scene: 's01-priority' };
const vote = (index: number, choice: string, tag?: 'money' | 'trust'): RoomEvent => ({
  type: 'vote.cast',
  receipt: receipt(index),
  place: FIRST,
  choice,
  ...(tag ? { reason: { tag, text: WORDS } } : {}),
});
const moves = (log: readonly RoomEvent[]) =>
  log.flatMap((event) => (event.type === 'run.moved' ? [event.intent] : []));
const moved = (intent: Intent): RoomEvent => ({ type: 'run.moved', intent });
const room = (...events: readonly RoomEvent[]) => [OPENED, ...events];
const seats = (count: number) => Array.from({ length: count }, (_, index) => join(index));

/** A run of the class to its end. */
const lesson = classLog(scenario, { seed: 3, seats: 3, teams: 0, tested: 0 });
const toFirst = moves(lesson).slice(
  0,
  moves(lesson).findIndex(({ type }) => type === 'choice.take'),
);

describe('the summary of a class', () => {
  test('of a scripted lesson is the one that is kept', () => {
    const log = classLog(scenario, { seed: 7, seats: 9, teams: 3, tested: 8 });
    expect(summaryOf(scenario, log)).toMatchSnapshot();
  });

  test('adds up to seats and answers, and names nobody', () => {
    const lessons = fc.record({
      seed: fc.nat({ max: 1000 }),
      seats: fc.integer({ min: 1, max: 12 }),
      teams: fc.integer({ min: 0, max: 1 }),
      tested: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(lessons, fc.nat({ max: 600 }), (options, cut) => {
        const all = classLog(scenario, options);
        // Any moment of the lesson has a summary.
        const log = all.slice(0, all.length - cut);
        const summary = summaryOf(scenario, log);
        const joined = log.filter(({ type }) => type === 'seat.joined').length;
        expect(summary.seats).toBe(joined);
        for (const { counts, reasons } of summary.votes) {
          expect(total(counts)).toBeGreaterThan(0);
          expect(total(counts)).toBeLessThanOrEqual(joined);
          expect(total(reasons)).toBeLessThanOrEqual(total(counts));
          if (total(reasons) > 0) expect(total(reasons)).toBeGreaterThanOrEqual(5);
        }
        for (const { counts, answers, right, sure, where } of summary.questions) {
          expect(total(counts)).toBe(answers);
          expect(right).toBeLessThanOrEqual(answers);
          expect(sure?.right).toBeLessThanOrEqual(right);
          expect(sure?.wrong).toBeLessThanOrEqual(answers - right);
          expect(answers).toBeLessThanOrEqual(where === 'story' ? joined + options.teams : joined);
        }
        expectNobody(summary, options.seats);
        expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
      }),
      { numRuns: 25, seed: 5, endOnFailure: true },
    );
  });

  test('has of every run what a session of it says', () => {
    const log = classLog(scenario, { seed: 11, seats: 2, teams: 4, tested: 0 });
    const { paths } = summaryOf(scenario, log);
    expect(paths.map(({ kind }) => kind)).toEqual(['class', 'team', 'team', 'team', 'team']);
    for (const [index, path] of paths.entries()) {
      const session = createSession(scenario, { seed: 11, tier });
      const own =
        index === 0
          ? moves(log)
          : log.flatMap((event) =>
              event.type === 'team.moved' && event.team === `secret-team-${index - 1}` ? [event.intent] : [],
            );
      for (const intent of own) expect(session.send(intent).ok).toBe(true);
      expect(path.steps).toEqual(session.decisions().map(({ scene, choice }) => ({ scene, choice })));
      expect(path.ending).toBe(session.frame().context.endingId);
      const signed = session.frames().findLast(({ context }) => context.agreement)?.context.agreement;
      expect(path.deal?.offer).toEqual(signed?.offer);
      expect(path.deal?.track).toBe(signed?.track);
    }
    expect(paths.some(({ deal }) => deal)).toBe(true);
  });

  test('counts the last vote of a seat, and not those of who was taken out before the class went on', () => {
    const [choice = ''] = moves(lesson).flatMap((intent) =>
      intent.type === 'choice.take' ? [intent.choice] : [],
    );
    const before = room(
      ...seats(4),
      ...toFirst.map(moved),
      vote(0, 'tech'),
      vote(1, 'tech'),
      vote(2, 'users'),
    );
    const asked = [...before, vote(0, 'users'), { type: 'seat.removed', seat: seatId(1) } as const];
    expect(summaryOf(scenario, asked).seats).toBe(3);
    expect(summaryOf(scenario, asked).votes).toEqual([
      { place: FIRST, counts: { tech: 0, value: 0, users: 2 }, reasons: {} },
    ]);
    const decided = [...before, moved({ type: 'choice.take', scene: FIRST.scene, choice })];
    const gone = [...decided, { type: 'seat.removed', seat: seatId(1) } as const];
    expect(summaryOf(scenario, gone).votes[0]).toMatchObject({ counts: { tech: 2, users: 1 }, choice });
  });

  test('keeps reasons to itself that fewer than five have given', () => {
    const reasonsOf = (count: number) => {
      const votes = Array.from({ length: count }, (_, index) =>
        vote(index, 'tech', index < 2 ? 'money' : 'trust'),
      );
      return summaryOf(scenario, room(...seats(6), ...toFirst.map(moved), ...votes, vote(5, 'users')))
        .votes[0]?.reasons;
    };
    expect(reasonsOf(4)).toEqual({});
    expect(reasonsOf(5)).toEqual({ money: 2, trust: 3 });
  });

  test('keeps judgements to itself that fewer than five have made', () => {
    const item = scenario.quiz.find(({ bloom }) => bloom === 'evaluate')?.id ?? '';
    const place: Place = { kind: 'quiz', decision: 1, scene: item };
    const asked = (count: number) =>
      summaryOf(
        scenario,
        room(
          ...seats(6),
          ...Array.from(
            { length: count },
            (_, index): RoomEvent => ({
              type: 'quiz.cast',
              receipt: receipt(index),
              place,
              response: 'a',
              confidence: 'sure',
            }),
          ),
        ),
      ).questions.map(({ answers }) => answers);
    expect(item).not.toBe('');
    expect(asked(4)).toEqual([]);
    expect(asked(5)).toEqual([5]);
  });

  test('goes back with the class, and keeps the way it has gone to its end', () => {
    const rewound: RoomEvent = { type: 'run.rewound', decision: 1 };
    const all = summaryOf(scenario, lesson);
    const back = summaryOf(scenario, [...lesson, rewound]);
    expect(back.paths).toEqual([all.paths[0], { kind: 'class', steps: all.paths[0]?.steps.slice(0, 1) }]);
    expect(back.votes).toHaveLength(2);
    expect(back.votes[0]).toEqual(all.votes[0]);
    const { choice: _, ...open } = all.votes[1] ?? {};
    expect(back.votes[1]).toEqual(open);
    // A way that was left on the way is no way that was gone.
    const half = lesson.slice(0, -20);
    expect(summaryOf(scenario, [...half, rewound]).paths).toHaveLength(1);
  });

  test('keeps the ways of teams that were gathered', () => {
    const step = (team: string, intent: Intent): RoomEvent => ({
      type: 'team.moved',
      receipt: receipt(0),
      team,
      intent,
    });
    const take = (choice: string): Intent => ({ type: 'choice.take', scene: FIRST.scene, choice });
    const log = room(
      ...seats(1),
      ...[...toFirst, take('tech')].map((intent) => step('a', intent)),
      ...[...toFirst, take('users')].map((intent) => step('b', intent)),
      { type: 'teams.gathered', team: 'a' },
    );
    expect(summaryOf(scenario, log).paths.map(({ steps }) => steps[0]?.choice)).toEqual([
      'users',
      'tech',
      'tech',
    ]);
  });

  test('compares the tests of those who have answered every question of both', () => {
    const log = classLog(scenario, { seed: 3, seats: 9, teams: 0, tested: 6 });
    const { gain } = summaryOf(scenario, log);
    expect(gain?.n).toBe(6);
    const first = log.findIndex((event) => event.type === 'round.answered' && event.form === 'post');
    expect(summaryOf(scenario, log.toSpliced(first, 1)).gain?.n).toBe(5);
    const { before = 0, after = 0 } = gain ?? {};
    expect(gain?.gain).toBeCloseTo((after - before) / (1 - before), 12);
  });

  test('has the contracts of the tables at which somebody negotiated', () => {
    const [{ id: track = '' } = {}] = scenario.model.tracks;
    const phase = scenario.model.phases[3]?.id ?? '';
    const opened: RoomEvent = { type: 'roles.opened', tables: 3, track, phase, tier };
    const nudged = (table: string): RoomEvent => ({ type: 'role.nudged', table, people: [] });
    const log = room(
      ...seats(1),
      opened,
      ...Array.from({ length: 20 }, () => nudged('r1')),
      nudged('r2'),
      nudged('nowhere'),
      { type: 'roles.closed' },
      opened,
      nudged('r3'),
    );
    const { tables } = summaryOf(scenario, log);
    expect(tables).toHaveLength(3);
    expect(tables[0]?.state).not.toBe('open');
    for (const table of tables) {
      expect(table).toMatchObject({ track, phase });
      expect(table.rounds).toBeGreaterThan(0);
      expect(Object.keys(table.offer ?? {})).toEqual(scenario.model.issues.map(({ id }) => id));
    }
  });

  test('of a class of 40 has the 40 runs of the teams and that of all', () => {
    const log = classLog(scenario, { seed: 3, seats: 40, teams: 40, tested: 40 });
    const { paths, gain } = summaryOf(scenario, log);
    expect(paths).toHaveLength(41);
    expect(gain?.n).toBe(40);
  }, 60_000);

  test('of an odd log is one without what is not possible', () => {
    const odd = room(
      { type: 'run.moved', intent: { type: 'choice.take', scene: 'nowhere', choice: 'x' } },
      { type: 'run.rewound', decision: 7 },
      { type: 'teams.gathered', team: 'none' },
      { type: 'seat.removed', seat: 'nobody' },
    );
    expect(summaryOf(scenario, odd)).toEqual({ seats: 0, paths: [], votes: [], questions: [], tables: [] });
    expect(summaryOf(scenario, []).paths).toEqual([]);
  });
});

function expectNobody(summary: ClassSummary, count: number): void {
  const json = JSON.stringify(summary);
  for (let index = 0; index < count; index += 1)
    for (const secret of [
      seatId(index),
      seatName(index),
      seatToken(index),
      WORDS,
      'host-hash',
      'secret-team',
      'receipt-key',
    ])
      expect(json).not.toContain(secret);
}
