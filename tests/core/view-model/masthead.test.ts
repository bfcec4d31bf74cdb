import { describe, expect, test } from 'vitest';
import { type PlayView, present } from '../../../src/core/view-model/index.ts';
import { DEADLINES, miniWorld } from '../../support/mini-world.ts';
import { type Play, play } from '../../support/play.ts';

const world = miniWorld();
const view = (run: Play, scenario = world): PlayView =>
  present(scenario, run.session, { language: 'en', tier: 'starter' });

/** Goes on from screen to screen until a scene is open. */
function open(run: Play, scene: string): Play {
  const { session } = run;
  for (let step = 0; step < 20; step += 1) {
    const { story, context } = session.frame();
    if (context.sceneId === scene && (story === 'decide' || story === 'present')) return run;
    const at = context.sceneId ?? '';
    const isQuiz = story === 'quiz.question';
    const item = world.scenes.find(({ id }) => id === at)?.quiz ?? '';
    session.send(isQuiz ? { type: 'quiz.skip', item } : { type: 'scene.continue', scene: at });
  }
  throw new Error(`the run does not come to ${scene}`);
}
const summary = ({ masthead }: PlayView) => ({
  next: masthead.next && `${masthead.next.id} ${masthead.next.date} ${masthead.next.daysLeft}`,
  later: masthead.later.map(({ id, date, daysLeft }) => `${id} ${date} ${daysLeft}`),
});

describe('deadlines', () => {
  test('are not there before the event that sets them', () => {
    expect(summary(view(play(world)))).toEqual({ next: undefined, later: [] });
  });

  test('stand nearest first, with the days that are left', () => {
    const run = open(play(world).take('s1-goal/talk'), 's2-order');
    expect(summary(view(run))).toEqual({ next: 'bids 2030-01-22 12', later: ['stores 2030-02-08 29'] });
    expect(view(run).masthead.next?.label).toBe('bids');
  });

  test('that are lifted are gone at once', () => {
    const run = play(world).take('s1-goal/exclusive').take('s3-table/high');
    expect(run.frame().context.fired).toContain('DEAL.SIGNED_M');
    expect(summary(view(run))).toEqual({ next: 'stores 2030-02-08 19', later: [] });
  });

  test('that have passed stay in the calendar, but are not waited for', () => {
    const run = play(world).take('s1-goal/talk').take('s3-table/not-yet').proceed();
    expect(view(run).masthead.date).toBe('2030-01-25');
    expect(summary(view(run))).toEqual({ next: 'stores 2030-02-08 14', later: [] });
    expect(view(run).masthead.days.find(({ date }) => date === '2030-01-22')).toEqual({
      date: '2030-01-22',
      isPast: true,
      isToday: false,
      deadline: 'bids',
    });
  });

  test('are moved by the event that moves them, and not before', () => {
    const run = play(world).take('s1-goal/talk').take('s3-table/not-yet').take('s4-sue/wait').proceed();
    expect(view(run).masthead.date).toBe('2030-02-10');
    expect(summary(view(run))).toEqual({ next: 'stores 2030-02-14 4', later: ['sale 2030-03-01 19'] });
  });
});

describe('the calendar', () => {
  test('shows ten days, three of them gone by, and the season from the first day to the last entry', () => {
    const { days, season, date } = view(play(world)).masthead;
    expect(date).toBe('2030-01-02');
    expect(days.map((day) => day.date)).toEqual([
      ...['2029-12-30', '2029-12-31', '2030-01-01', '2030-01-02', '2030-01-03'],
      ...['2030-01-04', '2030-01-05', '2030-01-06', '2030-01-07', '2030-01-08'],
    ]);
    expect(days.filter(({ isPast }) => isPast)).toHaveLength(3);
    expect(days.filter(({ isToday }) => isToday).map((day) => day.date)).toEqual(['2030-01-02']);
    expect(season).toEqual({ start: '2030-01-01', end: '2030-03-02' });
  });

  test('goes forward with the run and is through at its end', () => {
    const run = play(world);
    const seen = [view(run).masthead.progress];
    for (const choice of ['s1-goal/talk', 's3-table/not-yet', 's4-sue/wait'] as const)
      seen.push(view(run.take(choice)).masthead.progress);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    // The first choice falls before the calendar goes on.
    expect(new Set(seen).size).toBe(3);
    expect(seen.at(-1)).toBeLessThan(1);
    const end = view(run.toEnd()).masthead;
    expect(end.progress).toBe(1);
    // The act of the last scene stays on the page of the ending.
    expect(end.act).toEqual({ number: 3, name: 'act 3' });
  });
});

describe('pressure', () => {
  test.each([
    ['2030-02-01', 22, 0],
    ['2030-01-31', 21, 1],
    ['2030-01-16', 6, 1],
    ['2030-01-15', 5, 2],
    ['2030-01-10', 0, 2],
    ['2030-01-09', -1, 0],
  ])('with a deadline on %s, %i days away, is %i', (date, _days, pressure) => {
    const deadlines = DEADLINES.slice(1, 2).map((deadline) => ({ ...deadline, date }));
    const scenario = miniWorld(deadlines);
    const run = open(play(scenario).take('s1-goal/talk'), 's2-order');
    expect(view(run, scenario).masthead.date).toBe('2030-01-10');
    expect(view(run, scenario).pressure).toBe(pressure);
  });

  test('is none while nothing is due', () => expect(view(play(world)).pressure).toBe(0));
});
