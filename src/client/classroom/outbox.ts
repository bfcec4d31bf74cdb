import type { Envelope, RoomCommand } from '../../core/classroom/index.ts';

/** What a device has asked for and the room has not confirmed yet, the oldest first. */
export interface Outbox {
  readonly waiting: readonly Envelope[];
  /** Highest number that was used on this device. */
  readonly last: number;
}

export const EMPTY_OUTBOX: Outbox = { waiting: [], last: 0 };

/** Nobody works that long without a network; whoever does loses the oldest. */
const MAX_WAITING = 200;

/** `taken`: highest number that the room has taken from this device so far. */
export function withCommand(outbox: Outbox, command: RoomCommand, key: string, taken: number): Outbox {
  const n = Math.max(outbox.last, taken) + 1;
  return { waiting: [...outbox.waiting, { key, n, command }].slice(-MAX_WAITING), last: n };
}

export function withoutKey(outbox: Outbox, key: string): Outbox {
  const waiting = outbox.waiting.filter((envelope) => envelope.key !== key);
  return waiting.length === outbox.waiting.length ? outbox : { ...outbox, waiting };
}

/** What was kept; whatever cannot be read is nothing. */
export function parseOutbox(text: string | undefined): Outbox {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isOutbox(value) ? value : EMPTY_OUTBOX;
  } catch {
    return EMPTY_OUTBOX;
  }
}

/** Written by this game in this tab: only another version of it could have written something else. */
function isOutbox(value: unknown): value is Outbox {
  if (typeof value !== 'object' || value === null) return false;
  if (!('last' in value && Number.isSafeInteger(value.last) && 'waiting' in value)) return false;
  const { waiting } = value;
  return (
    Array.isArray(waiting) &&
    waiting.every(
      (each: unknown) =>
        typeof each === 'object' &&
        each !== null &&
        'key' in each &&
        typeof each.key === 'string' &&
        'n' in each &&
        Number.isSafeInteger(each.n) &&
        'command' in each,
    )
  );
}
