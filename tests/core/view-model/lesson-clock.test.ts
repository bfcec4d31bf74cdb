import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClockMove,
  type LessonClock,
  moveClock,
  parseClock,
  readClock,
  startClock,
} from '../../../src/core/view-model/index.ts';

const MINUTE = 60_000;
const plan = { id: 'p', minutes: 45, phases: [{ minutes: 5 }, { minutes: 30 }, { minutes: 10 }] };
const start = startClock(plan, 0);
const at = (minutes: number) => minutes * MINUTE;
/** What the clock shows, in minutes. */
const shown = (clock: LessonClock, minutes: number) => {
  const { phaseLeftMs, lessonLeftMs, spareMs } = readClock(clock, plan, at(minutes));
  return [phaseLeftMs, lessonLeftMs, spareMs].map((ms) => ms / MINUTE);
};

describe('the clock of a lesson', () => {
  test('counts down phase and lesson, and goes on when a phase is over', () => {
    expect(shown(start, 0)).toEqual([5, 45, 0]);
    expect(shown(start, 4)).toEqual([1, 41, 0]);
    // Nothing moves on by itself: the phase takes from the later ones.
    expect(shown(start, 7)).toEqual([-2, 38, -2]);
    expect(start.phase).toBe(0);
  });

  test('gives time that a phase did not need to the spare time', () => {
    const next = moveClock(start, 'next', at(3));
    expect(next.phase).toBe(1);
    expect(shown(next, 3)).toEqual([30, 42, 2]);
  });

  test('goes on where a phase was left when the class comes back to it', () => {
    const back = moveClock(moveClock(start, 'next', at(3)), 'previous', at(4));
    expect(shown(back, 5)).toEqual([1, 40, -1]);
  });

  test('stands still while it is stopped, also from phase to phase', () => {
    const stopped = moveClock(start, 'pause', at(2));
    expect(shown(stopped, 20)).toEqual([3, 43, 0]);
    const later = moveClock(stopped, 'next', at(20));
    expect(shown(later, 30)).toEqual([30, 43, 3]);
    expect(shown(moveClock(later, 'resume', at(30)), 31)).toEqual([29, 42, 3]);
  });

  test('gives a phase a minute more, which the lesson does not have', () => {
    expect(shown(moveClock(start, 'add-minute', at(4)), 4)).toEqual([2, 41, -1]);
  });

  test('knows no phase before the first and none after the last', () => {
    expect(moveClock(start, 'previous', at(1))).toBe(start);
    const last = moveClock(moveClock(start, 'next', at(1)), 'next', at(2));
    expect(moveClock(last, 'next', at(3))).toBe(last);
  });

  test('takes nothing back when the clock of the device is put back', () => {
    expect(shown(startClock(plan, at(10)), 2)).toEqual([5, 45, 0]);
  });

  const moves = fc.array(
    fc.tuple(
      fc.constantFrom<ClockMove>('next', 'previous', 'pause', 'resume', 'add-minute'),
      fc.integer({ min: 0, max: 600_000 }),
    ),
  );
  test('loses and invents no time, whatever the teacher does, and outlives a reload', () => {
    fc.assert(
      fc.property(moves, (list) => {
        let clock = start;
        let now = 0;
        let ran = 0;
        for (const [move, waitMs] of list) {
          now += waitMs;
          if (clock.since !== undefined) ran += waitMs;
          clock = moveClock(clock, move, now);
          expect(readClock(clock, plan, now).lessonLeftMs).toBe(45 * MINUTE - ran);
          expect(plan.phases[clock.phase]).toBeDefined();
        }
        expect(parseClock(JSON.parse(JSON.stringify(clock)), [plan])).toEqual(clock);
      }),
    );
  });

  test.each([
    ['nothing', undefined],
    ['no clock', 'soon'],
    ['another plan', { ...start, plan: 'q' }],
    ['a phase that is not there', { ...start, phase: 3 }],
    ['half a phase', { ...start, phase: 0.5 }],
    ['too few times', { ...start, spentMs: [0, 0] }],
    ['times that are none', { ...start, added: [0, Number.NaN, 0] }],
    ['a wrong beginning', { ...start, since: 'now' }],
  ])('is not read from %s', (_, value) => {
    expect(parseClock(value, [plan])).toBeUndefined();
  });
});
