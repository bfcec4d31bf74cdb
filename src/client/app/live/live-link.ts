import type { Problem } from '../../../core/domain/index.ts';
import type { Intent } from '../../../core/machine/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { LiveIntent, LiveJoinView, LiveView, PlayView } from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameState } from '../game-state.ts';
import { offlineChunk } from '../offline-chunk.ts';
import type { Page } from '../page-history.ts';
import type { Ticket } from '../tickets.ts';
import type { LiveDesk } from './live-desk.ts';

/** What came with the address. */
export interface AskedRoom {
  readonly code: string;
  /** Makes this device the teacher's. */
  readonly hostToken?: string;
}

export interface LiveLinkOptions {
  readonly scenario: Scenario;
  readonly ports: GamePorts;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[]) => void;
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
  readonly drawTicket: () => Ticket;
  readonly showPage: (page: Page, change?: Partial<GameState>) => void;
  /** Draws a page in place of the one that the history stands at. */
  readonly replacePage: (page: Page, change?: Partial<GameState>) => void;
}

/** A live room that this device is in: nothing of it is fetched before somebody opens or joins one. */
export interface LiveLink {
  readonly isLoaded: () => boolean;
  /** Brings what a room needs; undefined when it cannot be had, and said so if it is still wanted. */
  readonly load: (ticket: Ticket) => Promise<LiveDesk | undefined>;
  send(intent: LiveIntent): Promise<void>;
  /** Hands a step to the room when the open run is its own; says whether it is. */
  takes(intent: Intent | { readonly type: 'run.rewind'; readonly decision: number }): boolean;
  /** Goes to the room that the address asks for: back to the seat that this device has there, else to its door. */
  arrive(asked: AskedRoom): Promise<void>;
  /** The page of the room that this device is in. */
  home(): Page | undefined;
  /** Both undefined before `load`. */
  viewOf(state: GameState, play: PlayView | undefined): LiveView | undefined;
  joinViewOf(): LiveJoinView | undefined;
}

export function createLiveLink(options: LiveLinkOptions): LiveLink {
  const { ports, state, update, report, whileLoading, drawTicket } = options;
  let desk: LiveDesk | undefined;
  const open = async () => {
    const [{ createLiveDesk }, world] = await Promise.all([
      import('./live-desk.ts'),
      ports.loadLiveWorld(),
      // It speaks of votes as a class at the projector does.
      ports.loadLateWords('class'),
      ports.loadLateWords('live'),
    ]);
    return createLiveDesk(options, world);
  };
  const load: LiveLink['load'] = async (ticket) => {
    try {
      desk ??= await whileLoading(open());
    } catch (error) {
      if (ticket.isWanted()) report([offlineChunk(error)]);
      else update({});
    }
    return desk;
  };
  return {
    isLoaded: () => desk !== undefined,
    load,
    send: async (intent) => (desk ?? (await load(drawTicket())))?.send(intent),
    takes: (intent) => {
      if (!state().run?.isOfRoom) return false;
      desk?.take(intent);
      return true;
    },
    arrive: async (asked) => (await load(drawTicket()))?.arrive(asked),
    home: () => desk?.home(),
    viewOf: (now, play) => desk?.viewOf(now, play),
    joinViewOf: () => desk?.joinView(),
  };
}
