import { failure, type Problem, type Result, success } from '../../../core/domain/index.ts';
import { createColyseusTransport, type LiveTransport } from '../../classroom/index.ts';

/** A room that has just been opened. */
export interface OpenedRoom {
  readonly code: string;
  /** Whoever has it is the teacher. */
  readonly hostToken: string;
  /** Where pupils can reach the game, without the code. */
  readonly addresses: readonly string[];
}

export interface FoundRoom {
  /** Id of its scenario. */
  readonly scenario: string;
  readonly addresses: readonly string[];
}

/** What live rooms need of the world: a server, and what tells that the network may be back. */
export interface LiveWorld {
  /**
   * Problems: `server-missing` where the game lies on a host without rooms, `unreachable` when nobody answers, else
   * what the server refuses with. Never rejects.
   */
  open(wish: {
    readonly scenario: string;
    readonly tier: string;
    readonly language: string;
    readonly seed?: number;
  }): Promise<Result<OpenedRoom>>;
  /** Problems: as of `open`, and `room-unknown`. Never rejects. */
  find(code: string): Promise<Result<FoundRoom>>;
  readonly transport: LiveTransport;
  readonly later: (act: () => void, ms: number) => () => void;
  readonly onWake: (listener: () => void) => () => void;
}

const ROOMS = '/api/rooms';

export function createLiveWorld(window: Window & typeof globalThis): LiveWorld {
  return {
    open: async (wish) => {
      const answer = await ask(ROOMS, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(wish),
      });
      if (!answer.ok) return answer;
      const { code, hostToken, addresses } = answer.value;
      if (typeof code !== 'string' || typeof hostToken !== 'string') return failure(MISSING);
      return success({ code, hostToken, addresses: addressesIn(addresses) });
    },
    find: async (code) => {
      const answer = await ask(`${ROOMS}/${code}`);
      if (!answer.ok) return answer;
      const { scenario, addresses } = answer.value;
      if (typeof scenario !== 'string') return failure(MISSING);
      return success({ scenario, addresses: addressesIn(addresses) });
    },
    transport: createColyseusTransport(window.location.origin),
    later: (act, ms) => {
      const timer = window.setTimeout(act, ms);
      return () => window.clearTimeout(timer);
    },
    onWake: (listener) => {
      const look = () => window.document.visibilityState === 'visible' && listener();
      window.addEventListener('online', listener);
      window.document.addEventListener('visibilitychange', look);
      return () => {
        window.removeEventListener('online', listener);
        window.document.removeEventListener('visibilitychange', look);
      };
    },
  };
}

const MISSING: Problem = { code: 'server-missing', path: ROOMS, message: 'no server of live rooms here' };

async function ask(path: string, init?: RequestInit): Promise<Result<Readonly<Record<string, unknown>>>> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: 'no-store' });
  } catch (error) {
    return failure({ code: 'unreachable', path, message: String(error) });
  }
  // A host of mere files answers with a page of its own.
  const value: unknown = await response.json().catch(() => undefined);
  if (typeof value !== 'object' || value === null) return failure(MISSING);
  if (response.ok) return success({ ...value });
  const code = 'code' in value && typeof value.code === 'string' ? value.code : 'unreachable';
  return failure({ code, path, message: `${response.status} ${response.statusText}` });
}

function addressesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
