import { Client, MatchMakeError } from '@colyseus/sdk';
import { failure, success } from '../../core/domain/index.ts';
import type { LiveTransport, ViewMessage } from './live-transport.ts';

/** Of Colyseus: there is no room with this id. */
const NO_SUCH_ROOM = 522;
/** What a server of ours says instead of words. */
const REFUSAL = /^[a-z]+(-[a-z]+)*$/;

/** Rooms of a server at this origin, such as `https://play.example`. */
export function createColyseusTransport(origin: string): LiveTransport {
  const client = new Client(origin);
  return {
    join: async ({ code, as, token }, { said, gone }) => {
      try {
        const room = await client.joinById(code, { as, token });
        // Joining again with the own token is the same and outlives a server that has started anew.
        room.reconnection.enabled = false;
        room.onMessage('ack', (ack: { key: string; ok: boolean; code?: string }) =>
          said(
            ack.ok
              ? { type: 'ack', key: ack.key, ok: true }
              : { type: 'ack', key: ack.key, ok: false, code: ack.code ?? 'malformed' },
          ),
        );
        room.onMessage('view', (view: ViewMessage) => said({ type: 'view', ...view }));
        room.onMessage('out', (out: { code: string }) => said({ type: 'out', code: out.code }));
        room.onLeave(gone);
        return success({
          send: (envelope) => room.send('command', envelope),
          close: () => void room.leave(false),
        });
      } catch (error) {
        return failure({ code: refusalIn(error), path: '', message: String(error) });
      }
    },
  };
}

function refusalIn(error: unknown): string {
  if (!(error instanceof MatchMakeError)) return 'unreachable';
  if (REFUSAL.test(error.message)) return error.message;
  return error.code === NO_SUCH_ROOM ? 'room-unknown' : 'unreachable';
}
