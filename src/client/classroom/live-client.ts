import type { RoomCommand } from '../../core/classroom/index.ts';
import type { LiveLine, LiveMessage, LiveParts, LiveTransport, LiveWish } from './live-transport.ts';
import { mergeView } from './merge-view.ts';
import { EMPTY_OUTBOX, type Outbox, parseOutbox, withCommand, withoutKey } from './outbox.ts';

/** How a device stands to its room. */
export interface LiveState {
  /** `closed` is for good. */
  readonly connection: 'joining' | 'online' | 'offline' | 'closed';
  /** Why it is closed: what the room refused with, or `removed`, `ended`, `renewed`. */
  readonly reason?: string;
  readonly parts: LiveParts;
  /** Asked for, and not confirmed by the room yet. */
  readonly waiting: readonly RoomCommand[];
  /** The last thing that the room did not take, and why; until something else is asked for. */
  readonly refused?: string;
  /** What has to be added to the clock of this device to have that of the server, in milliseconds. */
  readonly clockOffset: number;
}

export interface LiveClientOptions {
  readonly transport: LiveTransport;
  readonly wish: LiveWish;
  /** What outlives a reload: what was asked for and is not confirmed. */
  readonly kept: { read(): string | undefined; write(text: string | undefined): void };
  /** Unique for each message. */
  readonly newKey: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0 to below 1 */
  readonly random: () => number;
  /** Calls later; returns what prevents it. */
  readonly later: (act: () => void, ms: number) => () => void;
  /** Tells when the network may be back, or the page is looked at again; returns what ends that. */
  readonly onWake: (listener: () => void) => () => void;
  readonly onChange: (state: LiveState) => void;
}

/** A device in a room. After whatever drop it joins again by itself, and asks again for all that was not confirmed. */
export interface LiveClient {
  state(): LiveState;
  send(command: RoomCommand): void;
  /** Ends the line; nothing that was asked for is sent any more. */
  leave(): void;
}

const FIRST_DELAY_MS = 200;
const LAST_DELAY_MS = 4_000;
const MAX_JOIN_MS = 8_000;
/** A line on which nothing is confirmed for so long is dead, even when nobody has closed it. */
const MAX_SILENCE_MS = 6_000;
/** A server that has just started may not know its rooms yet. */
const MAX_UNKNOWN_MS = 20_000;

/** Refusals that may be over when asked again. */
const PASSING: readonly string[] = ['unreachable', 'draining', 'rooms-unavailable'];
/** So they are for whoever was in the room already. */
const PASSING_INSIDE: readonly string[] = [...PASSING, 'too-many-attempts', 'room-full'];

export function createLiveClient(options: LiveClientOptions): LiveClient {
  const { transport, wish, kept, later, onChange } = options;
  let outbox = parseOutbox(kept.read());
  let line: LiveLine | undefined;
  let state: LiveState = { connection: 'joining', parts: {}, waiting: commandsIn(outbox), clockOffset: 0 };
  let tries = 0;
  let wasInside = false;
  let unknownSince: number | undefined;
  /** Counts lines: what an old one still says is not heard. */
  let round = 0;
  /** The round of the join that is on its way. */
  let trying: number | undefined;
  let cancelTry = (): void => {};
  let cancelWatch = (): void => {};

  const change = (next: Partial<LiveState>): void => {
    state = { ...state, ...next };
    onChange(state);
  };
  const setOutbox = (next: Outbox): void => {
    outbox = next;
    kept.write(next.waiting.length > 0 ? JSON.stringify(next) : undefined);
  };
  const close = (reason: string): void => {
    stop();
    setOutbox(EMPTY_OUTBOX);
    change({ connection: 'closed', reason, waiting: [] });
  };
  const stop = (): void => {
    round += 1;
    cancelTry();
    cancelWatch();
    endWake();
    line?.close();
    line = undefined;
  };

  const drop = (): void => {
    round += 1;
    cancelWatch();
    line?.close();
    line = undefined;
    change({ connection: wasInside ? 'offline' : 'joining' });
    tryLater();
  };
  const tryLater = (): void => {
    cancelTry();
    // Not all of a class at once.
    const longest = Math.min(LAST_DELAY_MS, FIRST_DELAY_MS * 2 ** tries);
    tries += 1;
    cancelTry = later(() => void tryNow(), longest * (0.5 + options.random() / 2));
  };
  const tryNow = async (): Promise<void> => {
    cancelTry();
    if (trying !== undefined) return;
    round += 1;
    const mine = round;
    trying = mine;
    // A network that swallows everything answers nothing at all.
    cancelWatch = later(() => {
      trying = undefined;
      drop();
    }, MAX_JOIN_MS);
    const joined = await transport.join(wish, {
      said: (message) => mine === round && hear(message),
      gone: () => mine === round && drop(),
    });
    if (trying === mine) trying = undefined;
    // It came too late, or was gone before it was there.
    if (mine !== round) {
      if (joined.ok) joined.value.close();
      return;
    }
    cancelWatch();
    if (!joined.ok) return refuse(joined.problems[0]?.code ?? 'unreachable');
    line = joined.value;
    tries = 0;
    wasInside = true;
    unknownSince = undefined;
    change({ connection: 'online' });
    sendAll();
  };
  const refuse = (code: string): void => {
    const now = options.now();
    if (code === 'room-unknown' && wasInside) {
      unknownSince ??= now;
      if (now - unknownSince < MAX_UNKNOWN_MS) return drop();
    }
    if ((wasInside ? PASSING_INSIDE : PASSING).includes(code)) drop();
    else close(code);
  };

  const sendAll = (): void => {
    if (!line) return;
    for (const envelope of outbox.waiting) line.send(envelope);
    watch();
  };
  const watch = (): void => {
    cancelWatch();
    const first = outbox.waiting[0]?.key;
    if (first === undefined || !line) return;
    cancelWatch = later(() => (outbox.waiting[0]?.key === first ? drop() : watch()), MAX_SILENCE_MS);
  };

  const hear = (message: LiveMessage): void => {
    switch (message.type) {
      case 'ack':
        setOutbox(withoutKey(outbox, message.key));
        watch();
        return change({
          waiting: commandsIn(outbox),
          ...(message.ok ? {} : { refused: message.code }),
        });
      case 'view': {
        const parts = mergeView(state.parts, message);
        if (!parts) return drop();
        return change({ parts, clockOffset: message.at - options.now() });
      }
      case 'out':
        return close(message.code);
    }
  };

  const endWake = options.onWake(() => {
    if (state.connection === 'closed' || line) return;
    tries = 0;
    void tryNow();
  });
  void tryNow();

  return {
    state: () => state,
    send: (command) => {
      if (state.connection === 'closed') return;
      setOutbox(withCommand(outbox, command, options.newKey(), takenIn(state.parts)));
      const added = outbox.waiting.at(-1);
      const { refused: _, ...rest } = state;
      state = rest;
      if (line && added) line.send(added);
      if (outbox.waiting.length === 1) watch();
      change({ waiting: commandsIn(outbox) });
    },
    leave: () => {
      stop();
      setOutbox(EMPTY_OUTBOX);
    },
  };
}

function commandsIn({ waiting }: Outbox): readonly RoomCommand[] {
  return waiting.map(({ command }) => command);
}

/** Highest number that the room has taken of this device. */
function takenIn(parts: LiveParts): number {
  return 'self' in parts ? (parts.self?.n ?? 0) : 0;
}
