import { createHash } from 'node:crypto';
import type { LiveTransport } from '../../src/client/classroom/index.ts';
import type { LiveMessage, LiveParts } from '../../src/client/classroom/live-transport.ts';
import type { Actor } from '../../src/core/classroom/live/room-command.ts';
import type { RoomHost } from '../../src/core/classroom/live/room-host-api.ts';
import { failure, success } from '../../src/core/domain/index.ts';

export const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** A room in the page: what a server does around it, without one. */
export interface PageRoom {
  readonly transport: LiveTransport;
  /** Cuts all lines, or only those of this token, as a network does. */
  cut(token?: string): void;
  /** While it is down nobody comes in. */
  setDown(isDown: boolean): void;
}

interface Line {
  readonly token: string;
  readonly actor: Actor;
  readonly say: (message: LiveMessage) => void;
  readonly gone: () => void;
  known: Readonly<Record<string, unknown>>;
}

export function createPageRoom(host: RoomHost): PageRoom {
  const lines = new Set<Line>();
  let isDown = false;
  const show = (line: Line, full: boolean): void => {
    const parts: Readonly<Record<string, unknown>> = { ...host.parts(line.actor) };
    const changed = Object.entries(parts).filter(
      ([name, part]) => full || JSON.stringify(line.known[name]) !== JSON.stringify(part),
    );
    const gone = Object.keys(line.known).filter((name) => parts[name] === undefined);
    line.known = parts;
    if (!full && changed.length === 0 && gone.length === 0) return;
    line.say({ type: 'view', full, at: 0, parts: Object.fromEntries(changed) as LiveParts, gone });
  };
  return {
    transport: {
      join: async ({ code, as, token }, { said, gone }) => {
        await Promise.resolve();
        const refuse = (problem: string) => failure({ code: problem, path: '', message: '' });
        if (isDown) return refuse('unreachable');
        if (code !== host.code) return refuse('room-unknown');
        let actor: Actor = { kind: 'host' };
        if (as === 'seat') {
          const joined = host.join(digest(token));
          if (!joined.ok) return joined;
          actor = { kind: 'seat', seat: joined.value.seat };
          host.setPresent(actor.seat, true);
        } else if (!host.isHost(digest(token))) return refuse('room-unknown');
        const line: Line = { token, actor, say: said, gone, known: {} };
        lines.add(line);
        queueMicrotask(() => {
          if (lines.has(line)) show(line, true);
          for (const other of lines) if (other !== line) show(other, false);
        });
        return success({
          send: (envelope) => {
            if (!lines.has(line)) return;
            const taken = host.take(actor, JSON.parse(JSON.stringify(envelope)));
            const { key } = envelope;
            for (const other of lines) show(other, false);
            said(
              taken.ok
                ? { type: 'ack', key, ok: true }
                : { type: 'ack', key, ok: false, code: taken.problems[0]?.code ?? '' },
            );
            if (!host.isEnded()) return;
            for (const other of [...lines]) other.say({ type: 'out', code: 'ended' });
          },
          close: () => void lines.delete(line),
        });
      },
    },
    cut: (token) => {
      for (const line of [...lines]) {
        if (token !== undefined && line.token !== token) continue;
        lines.delete(line);
        line.gone();
      }
    },
    setDown: (next) => {
      isDown = next;
    },
  };
}
