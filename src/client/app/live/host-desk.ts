import type { HostParts } from '../../../core/classroom/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import { type HostKnown, type LiveHostView, presentHost } from '../../../core/view-model/index.ts';
import type { LiveWish } from '../../classroom/index.ts';
import { createRoomRun, type RoomRun } from './room-run.ts';

/** What the teacher's device shows of a room: it plays the runs of all teams again, as far as they have come. */
export interface RoomHostDesk {
  /** Undefined until the room has said what is in it. */
  viewOf(parts: Partial<HostParts>, shown: Pick<HostKnown, 'language' | 'play'>): LiveHostView | undefined;
}

/** `handOver`: the link that lets another device of the teacher in. */
export function createHostDesk(scenario: Scenario, handOver: string | undefined): RoomHostDesk {
  const runs = new Map<string, RoomRun>();
  let last: { readonly key: readonly unknown[]; readonly view: LiveHostView } | undefined;
  return {
    viewOf: ({ room, roster, ...parts }, { language, play }) => {
      if (!room || !roster) return undefined;
      const key = [room, roster, ...Object.values(parts), language, play];
      if (last && last.key.length === key.length && last.key.every((each, at) => each === key[at]))
        return last.view;
      const { tier, seed } = room;
      const view = presentHost(
        { ...parts, room, roster },
        {
          scenario,
          language,
          play,
          handOver,
          runOf: ({ team, steps, version }) => {
            const run = runs.get(team) ?? createRoomRun(scenario);
            runs.set(team, run);
            return run.follow({ version, from: 0, steps }, { tier, seed });
          },
        },
      );
      last = { key, view };
      return view;
    },
  };
}

/** Lets another device of the teacher in; undefined for a pupil, and where no other device could reach the server. */
export function handOverLink({ code, as, token }: LiveWish, address: string): string | undefined {
  if (as === 'seat' || address === '') return undefined;
  return `${address.replace(/\/$/, '')}/?room=${code}#host=${token}`;
}

/** SHA-256 in hexadecimal digits; undefined where the browser does not do it: in pages that came without TLS. */
export async function digestOf(token: string): Promise<string | undefined> {
  // Missing outside of secure contexts, whatever its type says.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  if (!subtle) return undefined;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(token)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
