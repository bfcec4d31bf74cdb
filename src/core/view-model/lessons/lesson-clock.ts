// The clock of a lesson. It only measures: which phase it is, the teacher says.

/** Times are milliseconds; moments count from 1970. A clock of one plan never meets another plan. */
export interface LessonClock {
  readonly plan: string;
  /** Index of the phase, from 0. */
  readonly phase: number;
  /** Time each phase has had, up to `since`. */
  readonly spentMs: readonly number[];
  /** Minutes that each phase was given beyond the plan. */
  readonly added: readonly number[];
  /** Since when it runs; missing while it stands still. */
  readonly since?: number;
}

export type ClockMove = 'next' | 'previous' | 'pause' | 'resume' | 'add-minute';

/** What the clock needs to know of a plan. */
interface TimedPlan {
  readonly id: string;
  /** Of the lesson. */
  readonly minutes: number;
  readonly phases: readonly { readonly minutes: number }[];
}

/** What a clock shows at a moment. Negative: so much over time. */
export interface ClockReading {
  readonly phaseLeftMs: number;
  /** Until the lesson is over. More time for a phase does not make the lesson longer. */
  readonly lessonLeftMs: number;
  /** What is left when this phase and all later ones take their time; negative: the plan no longer fits. */
  readonly spareMs: number;
}

const MINUTE_MS = 60_000;

export function startClock({ id, phases }: TimedPlan, now: number): LessonClock {
  const none = phases.map(() => 0);
  return { plan: id, phase: 0, spentMs: none, added: none, since: now };
}

/** The clock after a move; the same clock when the move is not possible. */
export function moveClock(clock: LessonClock, move: ClockMove, now: number): LessonClock {
  const { phase, added } = clock;
  switch (move) {
    case 'next':
      return toPhase(clock, phase + 1, now);
    case 'previous':
      return toPhase(clock, phase - 1, now);
    case 'pause':
      return clock.since === undefined ? clock : stopped(clock, now);
    case 'resume':
      return clock.since === undefined ? { ...clock, since: now } : clock;
    case 'add-minute':
      return { ...clock, added: added.map((minutes, index) => (index === phase ? minutes + 1 : minutes)) };
  }
}

export function readClock(clock: LessonClock, { minutes, phases }: TimedPlan, now: number): ClockReading {
  const { phase, spentMs, added } = stopped(clock, now);
  const spent = spentMs.reduce((sum, ms) => sum + ms, 0);
  const lengthOf = (index: number) => ((phases[index]?.minutes ?? 0) + (added[index] ?? 0)) * MINUTE_MS;
  const phaseLeftMs = lengthOf(phase) - (spentMs[phase] ?? 0);
  const laterMs = phases.reduce((sum, _, index) => (index > phase ? sum + lengthOf(index) : sum), 0);
  const lessonLeftMs = minutes * MINUTE_MS - spent;
  return { phaseLeftMs, lessonLeftMs, spareMs: lessonLeftMs - Math.max(0, phaseLeftMs) - laterMs };
}

/** A clock that was kept for a reload; undefined when it is none, or fits none of the plans. */
export function parseClock(value: unknown, plans: readonly TimedPlan[]): LessonClock | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { plan, phase, spentMs, added, since }: Readonly<Record<string, unknown>> = { ...value };
  const phases = plans.find(({ id }) => id === plan)?.phases;
  if (typeof plan !== 'string' || !phases) return undefined;
  if (typeof phase !== 'number' || phases[phase] === undefined) return undefined;
  if (!isTimes(spentMs, phases.length) || !isTimes(added, phases.length)) return undefined;
  if (since === undefined) return { plan, phase, spentMs, added };
  return isTime(since) ? { plan, phase, spentMs, added, since } : undefined;
}

function toPhase(clock: LessonClock, phase: number, now: number): LessonClock {
  if (phase < 0 || phase >= clock.spentMs.length) return clock;
  // A clock that stands still goes on standing.
  const isRunning = clock.since !== undefined;
  return { ...stopped(clock, now), phase, ...(isRunning ? { since: now } : {}) };
}

/** Time goes to the phase that had it. A clock of the device that was put back takes nothing away. */
function stopped({ since, ...clock }: LessonClock, now: number): LessonClock {
  const ran = since === undefined ? 0 : Math.max(0, now - since);
  return { ...clock, spentMs: clock.spentMs.map((ms, index) => (index === clock.phase ? ms + ran : ms)) };
}

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function isTimes(value: unknown, count: number): value is readonly number[] {
  return Array.isArray(value) && value.length === count && value.every(isTime);
}
