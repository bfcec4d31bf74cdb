import type { RunStore } from '../../storage/index.ts';

/** How this device comes back into a room. */
export interface KeptSeat {
  readonly code: string;
  readonly seat?: string;
  readonly host?: string;
  /** When it was used last, in milliseconds since 1970. */
  readonly at: number;
}

/** Tokens of rooms on this device, for a day. */
export interface SeatMemory {
  read(code: string): Promise<KeptSeat | undefined>;
  keep(code: string, token: Pick<KeptSeat, 'seat' | 'host'>): Promise<void>;
  forget(code: string): Promise<void>;
}

const PLACE = 'seats';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Where nothing can be kept, the seat lasts as long as the page. Never rejects. */
export function createSeatMemory(store: RunStore, now: () => number): SeatMemory {
  const key = (code: string) => `${PLACE}/${code}`;
  /** Only for stores that fail. */
  const here = new Map<string, KeptSeat>();
  const forget = async (code: string) => {
    here.delete(code);
    await store.removeMemory('room', key(code)).catch(() => {});
  };
  return {
    read: async (code) => {
      const stored = await store.listMemory('room', PLACE).catch(() => []);
      for (const { id, value } of stored) if (now() - (seatIn(id, value)?.at ?? 0) > DAY_MS) await forget(id);
      const found = stored.find(({ id }) => id === code);
      const seat = found && seatIn(code, found.value);
      return seat && now() - seat.at <= DAY_MS ? seat : here.get(code);
    },
    keep: async (code, token) => {
      const seat: KeptSeat = { ...here.get(code), code, ...token, at: now() };
      here.set(code, seat);
      await store
        .updateMemory('room', key(code), (stored) => ({ ...seatIn(code, stored), ...seat }))
        .catch(() => {});
    },
    forget,
  };
}

function seatIn(code: string, value: unknown): KeptSeat | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { seat, host, at }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof at !== 'number') return undefined;
  return {
    code,
    at,
    ...(typeof seat === 'string' ? { seat } : {}),
    ...(typeof host === 'string' ? { host } : {}),
  };
}
