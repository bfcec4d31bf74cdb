import type { HostParts, SeatParts } from '../../../core/classroom/index.ts';
import type { Intent } from '../../../core/machine/index.ts';
import {
  type LiveIntent,
  type LiveJoinView,
  type LiveKnown,
  type LiveView,
  type PlayView,
  presentLive,
} from '../../../core/view-model/index.ts';
import { createLiveClient, type LiveClient, type LiveState, type LiveWish } from '../../classroom/index.ts';
import { createClassDebriefLink } from '../class-debrief/class-debrief-link.ts';
import type { GameState, OpenRun } from '../game-state.ts';
import { offlineChunk } from '../offline-chunk.ts';
import type { Page } from '../page-history.ts';
import { createHostDesk, digestOf, handOverLink, type RoomHostDesk } from './host-desk.ts';
import type { AskedRoom, LiveLinkOptions } from './live-link.ts';
import type { LiveWorld } from './live-world.ts';
import { commandFor } from './room-moves.ts';
import { createRoomRun, type RoomRun } from './room-run.ts';
import { createSeatMemory } from './seat-memory.ts';

// Loaded with the first room.

/** Holds the room that this device is in, and shows its run in place of the player's own. */
export interface LiveDesk {
  send(intent: LiveIntent): Promise<void>;
  /** A step in the run of the room, as this device may ask for it. */
  take(intent: Intent | { readonly type: 'run.rewind'; readonly decision: number }): void;
  arrive(asked: AskedRoom): Promise<void>;
  home(): Page | undefined;
  /** Undefined on pages of the player's own runs. */
  viewOf(state: GameState, play: PlayView | undefined): LiveView | undefined;
  joinView(): LiveJoinView;
}

interface OpenRoom {
  readonly wish: LiveWish;
  readonly address: string;
  readonly client: LiveClient;
  readonly run: RoomRun;
  readonly host: RoomHostDesk;
  /** The scenario of the room is not the one that this page has. */
  isOtherVersion: boolean;
}

const CODE_LENGTH = 6;
/** Where the tab remembers how it is in a room, and what it still has to say there. */
const TAB = 'letztes-gebot/room';
const HOME = { seat: 'class-play', host: 'class-host' } as const;
const PAGES_OF = { seat: ['class-play'], host: ['class-host', 'class-projector'] } as const;

export function createLiveDesk(options: LiveLinkOptions, world: LiveWorld): LiveDesk {
  const { scenario, ports, state, update } = options;
  const now = () => ports.now().getTime();
  const seats = createSeatMemory(ports.store, now);
  const debriefs = createClassDebriefLink({
    scenario,
    ports,
    state,
    update: () => update({}),
    onFailed: (error) => options.report([offlineChunk(error)]),
  });
  let room: OpenRoom | undefined;
  /** With this token the teacher's device comes in as soon as the room has it. */
  let renewing: { readonly client: LiveClient; readonly token: string } | undefined;
  let joining: LiveJoinView = { code: '', isBusy: false };
  /** The player's own run, while that of a room is shown. */
  let own: OpenRun | undefined;

  const setJoining = (next: LiveJoinView): void => {
    joining = next;
    update({});
  };

  /** Opens the line; `onSettled` is told once whether it worked. */
  const connect = (wish: LiveWish, address: string, onSettled?: (state: LiveState) => void): void => {
    quit();
    own = state().run;
    let settled = onSettled;
    const key = `${TAB}/${wish.as}/${wish.code}`;
    const client = createLiveClient({
      transport: world.transport,
      wish,
      kept: { read: () => ports.tab.read(key), write: (text) => ports.tab.write(key, text) },
      newKey: ports.newId,
      now,
      random: Math.random,
      later: world.later,
      onWake: world.onWake,
      onChange: (live) => {
        if (room?.client !== client) return;
        if (settled && (live.connection === 'online' || live.connection === 'closed')) {
          const tell = settled;
          settled = undefined;
          tell(live);
        }
        if (room?.client === client && !hasRenewed(room, live)) follow(room, live);
      },
    });
    room = {
      wish,
      address,
      client,
      run: createRoomRun(scenario),
      host: createHostDesk(scenario, handOverLink(wish, address)),
      isOtherVersion: false,
    };
    ports.tab.write(TAB, JSON.stringify({ code: wish.code, as: wish.as }));
    ports.history.setParameter('room', wish.code);
    // Thirty devices in one room are silent, until somebody wants it otherwise on their own.
    update({ run: undefined, ...(wish.as === 'seat' ? silenced(state().visitSettings) : {}) });
  };

  /** The room has the new token: only with it this device is the teacher's from now on. */
  const hasRenewed = (open: OpenRoom, { connection, reason, refused, waiting }: LiveState): boolean => {
    if (renewing?.client !== open.client || waiting.some(({ type }) => type === 'host.renew')) return false;
    const { token } = renewing;
    renewing = undefined;
    if (refused !== undefined || (connection === 'closed' && reason !== 'renewed')) return false;
    void seats.keep(open.wish.code, { host: token });
    connect({ ...open.wish, token }, open.address);
    return true;
  };
  const renew = async (): Promise<void> => {
    const client = room?.wish.as === 'host' ? room.client : undefined;
    const token = ports.newId() + ports.newId();
    const hostToken = await digestOf(token);
    if (!client || hostToken === undefined || room?.client !== client) return;
    // The answer may be there before `send` is done.
    renewing = { client, token };
    client.send({ type: 'host.renew', hostToken });
  };

  /** Shows what the room has come to. */
  const follow = (open: OpenRoom, { connection, reason, parts }: LiveState): void => {
    const shown = state().run;
    // The player has opened a run of their own meanwhile.
    if (shown && !shown.isOfRoom) return quit(shown);
    if (connection === 'closed' && (reason === 'ended' || reason === 'renewed' || reason === 'room-unknown'))
      void seats.forget(open.wish.code);
    if (!parts.room || !parts.run) return update({ run: undefined });
    const { scenario: of, tier, seed, code } = parts.room;
    const isSame = of.id === scenario.manifest.id && of.hash === scenario.hash;
    const session = isSame ? open.run.follow(parts.run, { tier, seed }) : undefined;
    open.isOtherVersion = session === undefined;
    update({ run: session && { id: `room-${code}`, session, tier, isOfRoom: true } });
  };

  /** Ends the line; `run` is what the page shows from now on, else the player's own one. */
  const quit = (run: OpenRun | undefined = own): void => {
    if (!room) return;
    const { wish, client } = room;
    client.leave();
    room = undefined;
    own = undefined;
    ports.tab.write(TAB, undefined);
    ports.history.dropParameter('room');
    update({ run, ...(wish.as === 'seat' ? unsilenced(state().visitSettings) : {}) });
  };

  const open = async ({ tier, seed }: Extract<LiveIntent, { readonly type: 'live.open' }>) => {
    setJoining({ code: '', isBusy: true, isOpening: true });
    const { language } = state();
    const opened = await world.open({
      scenario: scenario.manifest.id,
      tier,
      language,
      ...(seed === undefined ? {} : { seed }),
    });
    if (!opened.ok)
      return setJoining({ ...joining, isBusy: false, problem: opened.problems[0]?.code ?? 'unreachable' });
    const { code, hostToken, addresses } = opened.value;
    await seats.keep(code, { host: hostToken });
    joining = { code: '', isBusy: false };
    connect({ code, as: 'host', token: hostToken }, addresses[0] ?? '');
    options.showPage('class-host');
  };

  const fail = (code: string, problem = 'unreachable'): void => setJoining({ code, isBusy: false, problem });
  const failAtDoor = (code: string, problem: string | undefined): void => {
    fail(code, problem);
    if (state().page !== 'class-join') options.showPage('class-join');
  };

  const join = async (typed: string): Promise<void> => {
    const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    if (code.length !== CODE_LENGTH) return failAtDoor(typed, 'code-malformed');
    setJoining({ code, isBusy: true });
    const found = await world.find(code);
    if (!found.ok) return failAtDoor(code, found.problems[0]?.code);
    if (found.value.scenario !== scenario.manifest.id)
      return void ports.leaveFor(found.value.scenario, { room: code });
    const token = (await seats.read(code))?.seat ?? ports.newId() + ports.newId();
    await seats.keep(code, { seat: token });
    connect({ code, as: 'seat', token }, found.value.addresses[0] ?? '', ({ connection, reason }) => {
      joining = { code, isBusy: false };
      if (connection === 'online') return options.showPage('class-play');
      quit();
      failAtDoor(code, reason);
    });
  };

  const arrive = async ({ code, hostToken }: AskedRoom): Promise<void> => {
    if (hostToken !== undefined) await seats.keep(code, { host: hostToken });
    const kept = await seats.read(code);
    const as = hostToken === undefined ? (roleInTab(ports.tab.read(TAB), code) ?? roleOf(kept)) : 'host';
    const token = as && kept?.[as];
    const found = await world.find(code);
    if (found.ok && found.value.scenario !== scenario.manifest.id)
      return void ports.leaveFor(found.value.scenario, { room: code });
    joining = { code, isBusy: false };
    if (!as || token === undefined) {
      if (!found.ok) joining = { ...joining, problem: found.problems[0]?.code ?? 'unreachable' };
      return options.replacePage('class-join');
    }
    await seats.keep(code, { [as]: token });
    connect({ code, as, token }, found.ok ? (found.value.addresses[0] ?? '') : '');
    const page = ports.history.current()?.page;
    options.replacePage(PAGES_OF[as].find((each) => each === page) ?? HOME[as]);
  };

  const known = ({ wish, address, client, isOtherVersion }: OpenRoom): LiveKnown => {
    const { connection, reason, refused, waiting, clockOffset, parts } = client.state();
    const why = isOtherVersion ? 'other-version' : reason;
    const all = {
      code: wish.code,
      address,
      connection: isOtherVersion ? ('closed' as const) : connection,
      ...(why === undefined ? {} : { reason: why }),
      ...(refused === undefined ? {} : { refused }),
      waiting,
      clockOffset,
    };
    // What a device is sent depends on the wish alone.
    return wish.as === 'host'
      ? { ...all, as: 'host', parts: parts as Partial<HostParts> }
      : { ...all, as: 'seat', parts: parts as Partial<SeatParts> };
  };

  return {
    send: async (intent) => {
      switch (intent.type) {
        case 'live.open':
          return open(intent);
        case 'live.join':
          return join(intent.code);
        case 'live.leave': {
          const isHost = room?.wish.as === 'host';
          quit();
          joining = { code: '', isBusy: false };
          return options.replacePage(isHost ? 'class-host' : 'title');
        }
        case 'live.renew':
          return renew();
        case 'live.send':
          return room?.client.send(intent.command);
        case 'live.take':
          return debriefs.take(intent.what);
        case 'live.show':
          return options.showPage(intent.page === 'desk' ? 'class-host' : 'class-projector');
      }
    },
    take: (intent) => {
      const command = room && commandFor(known(room), intent, state().run?.session);
      if (command) room?.client.send(command);
    },
    arrive,
    home: () => room && HOME[room.wish.as],
    viewOf: ({ run, language }, play) => {
      if (!room || (run && !run.isOfRoom)) return undefined;
      const all = known(room);
      const view = presentLive(all, { scenario, language, play: run ? play : undefined });
      const host = all.as === 'host' ? room.host.viewOf(all.parts, { language, play }) : undefined;
      const { room: of, summary } = all.parts;
      const debrief = of && summary ? debriefs.viewOf(summary, of.tier) : undefined;
      return { ...view, ...(host ? { host } : {}), ...(debrief ? { debrief } : {}) };
    },
    joinView: () => joining,
  };
}

function silenced(visitSettings: GameState['visitSettings']): Pick<GameState, 'visitSettings'> {
  return { visitSettings: { ...visitSettings, sound: false, music: false } };
}

function unsilenced({
  sound: _sound,
  music: _music,
  ...visitSettings
}: GameState['visitSettings']): Pick<GameState, 'visitSettings'> {
  return { visitSettings };
}

function roleOf(kept: { readonly seat?: string; readonly host?: string } | undefined) {
  if (kept?.host !== undefined) return 'host';
  return kept?.seat === undefined ? undefined : 'seat';
}

/** How this tab was in the room before the reload. */
function roleInTab(text: string | undefined, code: string): 'seat' | 'host' | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('code' in value && 'as' in value)) return undefined;
    if (value.code !== code) return undefined;
    return value.as === 'seat' || value.as === 'host' ? value.as : undefined;
  } catch {
    return undefined;
  }
}
