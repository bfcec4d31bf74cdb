import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClassCommand,
  type ClassRun,
  NEW_CLASS,
  type Place,
  parseClass,
  saveClass,
  stepClass,
  tallyOf,
  voteAt,
} from '../../../src/core/classroom/index.ts';

const place = (decision: number, scene = `s${decision}`): Place => ({ kind: 'choice', decision, scene });
const open = (at: Place): ClassCommand => ({ type: 'vote.opened', place: at, choices: ['a', 'b', 'c'] });
const count = (at: Place, counts: Readonly<Record<string, number>>): ClassCommand => ({
  type: 'vote.counted',
  place: at,
  counts,
});
const decide = (at: Place, choice: string): ClassCommand => ({ type: 'vote.decided', place: at, choice });

function play(...commands: readonly ClassCommand[]): ClassRun {
  return commands.reduce((run, command) => {
    const next = stepClass(run, command);
    if (!next.ok) throw new Error(`${command.type}: ${next.problems[0]?.code}`);
    return next.value;
  }, NEW_CLASS);
}

function codeOf(run: ClassRun, value: unknown): string | undefined {
  const next = stepClass(run, value as ClassCommand);
  return next.ok ? undefined : next.problems[0]?.code;
}

const OPENED: ClassCommand = { type: 'class.opened' };
/** Few different numbers too: ties and nothing at all are what goes wrong. */
const votes = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 999 }));
const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), votes);

describe('counts', () => {
  test('sum up, and their shares make one', () =>
    fc.assert(
      fc.property(counts, (all) => {
        const { total, shares } = tallyOf(all);
        expect(total).toBe(Object.values(all).reduce((sum, votes) => sum + votes, 0));
        const sum = Object.values(shares).reduce((some, share) => some + share, 0);
        expect(sum).toBeCloseTo(total === 0 ? 0 : 1, 9);
      }),
    ));

  test('are won by every choice that has the most votes, and by no other', () =>
    fc.assert(
      fc.property(counts, (all) => {
        const { winners, total } = tallyOf(all);
        const most = Math.max(0, ...Object.values(all));
        const expected = Object.keys(all).filter((choice) => total > 0 && all[choice] === most);
        expect(winners).toEqual(expected);
      }),
    ));

  test('have as minority the strongest choice that lost, if anybody voted for one', () =>
    fc.assert(
      fc.property(counts, (all) => {
        const { minority, winners } = tallyOf(all);
        const lost = Object.entries(all).filter(([choice, votes]) => votes > 0 && !winners.includes(choice));
        if (minority === undefined) expect(lost).toEqual([]);
        else {
          expect(winners).not.toContain(minority);
          expect(all[minority]).toBe(Math.max(...lost.map(([, votes]) => votes)));
        }
      }),
    ));

  test('name a tie, and who is behind it', () => {
    expect(tallyOf({ a: 7, b: 3, c: 7 })).toMatchObject({ winners: ['a', 'c'], minority: 'b', total: 17 });
    expect(tallyOf({ a: 5, b: 5 }).minority).toBeUndefined();
    expect(tallyOf({ a: 4, b: 0 }).minority).toBeUndefined();
    expect(tallyOf({ a: 0, b: 0 }).winners).toEqual([]);
  });
});

describe('a class', () => {
  test('opens a vote, counts it, counts it again and goes on', () => {
    const at = place(0);
    const run = play(OPENED, open(at), count(at, { a: 3 }), count(at, { b: 9, a: 2 }), decide(at, 'a'));
    expect(voteAt(run, at)).toEqual({
      place: at,
      choices: ['a', 'b', 'c'],
      counts: { a: 2, b: 9, c: 0 },
      choice: 'a',
    });
    expect(codeOf(run, count(at, { a: 1 }))).toBe('class-decided');
    expect(codeOf(run, open(at))).toBe('class-vote-open');
  });

  test('has a vote of its own for a question and a scene of the same name', () => {
    const [scene, quiz]: Place[] = [place(1, 'same'), { kind: 'quiz', decision: 1, scene: 'same' }];
    const run = play(OPENED, open(quiz as Place), open(scene as Place), count(scene as Place, { a: 1 }));
    expect(voteAt(run, quiz as Place)?.counts).toBeUndefined();
    expect(voteAt(run, scene as Place)?.counts).toEqual({ a: 1, b: 0, c: 0 });
  });

  test('votes neither in a pause nor when it is closed', () => {
    const at = place(0);
    const paused = play(OPENED, open(at), { type: 'paused' });
    expect(codeOf(paused, count(at, { a: 1 }))).toBe('class-paused');
    expect(codeOf(paused, { type: 'paused' })).toBe('class-no-change');
    const closed = play(OPENED, open(at), { type: 'paused' }, { type: 'class.closed' });
    expect(closed).toMatchObject({ isOpen: false, isPaused: false });
    expect(codeOf(closed, count(at, { a: 1 }))).toBe('class-closed');
    expect(codeOf(NEW_CLASS, open(at))).toBe('class-closed');
  });

  test.each([
    ['a count below 0', { a: -1 }],
    ['half a vote', { a: 0.5 }],
    ['a thousand votes', { a: 1000 }],
    ['no number', { a: Number.NaN }],
    ['words', { a: '3' }],
  ])('refuses %s', (_, wrong) => {
    const at = place(0);
    const run = play(OPENED, open(at));
    expect(codeOf(run, { type: 'vote.counted', place: at, counts: wrong })).toBe('class-malformed');
  });

  test('refuses choices that are not there, and places that are past', () => {
    const at = place(1);
    const run = play(OPENED, open(at));
    expect(codeOf(run, count(at, { d: 1 }))).toBe('class-no-choice');
    expect(codeOf(run, decide(at, 'toString'))).toBe('class-no-choice');
    expect(codeOf(run, count(place(2), { a: 1 }))).toBe('class-no-vote');
    expect(codeOf(run, open(place(0)))).toBe('class-late');
    expect(codeOf(run, { ...open(place(2)), choices: ['a', 'a'] })).toBe('class-malformed');
  });

  test('loses what came after a place to which the run goes back, and keeps the counts of the place', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 9 }), (votes, back) => {
        const all = Array.from({ length: votes }, (_, decision) => [
          open(place(decision)),
          count(place(decision), { a: decision, b: 1 }),
          decide(place(decision), 'b'),
        ]).flat();
        const run = play(OPENED, ...all, { type: 'run.rewound', decision: back });
        expect(run.votes.map(({ place: at }) => at.decision)).toEqual(
          Array.from({ length: Math.min(votes, back + 1) }, (_, decision) => decision),
        );
        for (const vote of run.votes) {
          expect(vote.counts).toEqual({ a: vote.place.decision, b: 1, c: 0 });
          expect(vote.choice).toBe(vote.place.decision < back ? 'b' : undefined);
        }
      }),
    ));

  test('does not write down a step back that changes nothing', () => {
    const run = play(OPENED, open(place(0)));
    const next = stepClass(run, { type: 'run.rewound', decision: 0 });
    expect(next.ok && next.value).toBe(run);
  });
});

const command = fc.oneof(
  fc.constantFrom<ClassCommand>(OPENED, { type: 'class.closed' }, { type: 'paused' }, { type: 'resumed' }),
  fc.integer({ min: 0, max: 3 }).map((at) => open(place(at))),
  fc.tuple(fc.integer({ min: 0, max: 3 }), counts).map(([at, all]) => count(place(at), all)),
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b', 'z'))
    .map(([at, choice]) => decide(place(at), choice)),
  fc.integer({ min: 0, max: 4 }).map((decision): ClassCommand => ({ type: 'run.rewound', decision })),
);

describe('a class that is kept', () => {
  test('comes back as it was, whatever happened in it', () =>
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let run = NEW_CLASS;
        for (const next of commands) {
          const stepped = stepClass(run, next);
          if (stepped.ok) run = stepped.value;
        }
        const back = parseClass(JSON.parse(JSON.stringify(saveClass(run))));
        expect(back.ok && back.value).toEqual(run);
        const places = run.votes.map(({ place: at }) => at.decision);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    ));

  test('is refused when it is broken, and nothing throws', () =>
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseClass(value).ok).toBe(false);
        expect(codeOf(NEW_CLASS, value)).toBeDefined();
        expect(parseClass({ version: 1, events: [value] }).ok).toBe(false);
      }),
    ));

  test('is refused when one step in it is not possible, or when it is too long', () => {
    expect(parseClass({ version: 1, events: [OPENED, count(place(0), { a: 1 })] }).ok).toBe(false);
    expect(parseClass({ version: 2, events: [] }).ok).toBe(false);
    const endless = Array.from({ length: 5001 }, (_, at) => (at === 0 ? OPENED : open(place(at))));
    expect(parseClass({ version: 1, events: endless }).ok).toBe(false);
  });
});
