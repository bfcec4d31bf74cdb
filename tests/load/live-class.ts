import type { Place } from '../../src/core/classroom/index.ts';
import type { HostCommand } from '../../src/core/classroom/live/room-command.ts';
import type { Intent } from '../../src/core/machine/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { createSession } from '../../src/core/session/index.ts';
import { createDevice, type Device, type DeviceOptions, type DeviceParts } from './live-device.ts';

/** A class in a live room: its teacher and its pupils, each with a device. */
export interface LiveClass {
  readonly code: string;
  readonly hostToken: string;
  readonly teacher: Device;
  readonly pupils: readonly Device[];
  /** A command of the teacher that must be taken; resolves when the teacher's device shows what came of it. */
  tell(command: HostCommand, isDone: (parts: DeviceParts) => boolean): Promise<void>;
  /** The teacher clicks on to the next vote; undefined when the run is over. Questions are skipped. */
  toVote(): Promise<OpenVote | undefined>;
  /** Reveals the vote and goes on with the choice. */
  decide(vote: OpenVote, choice: string): Promise<void>;
  /** Back to the beginning of the run. */
  startOver(): Promise<void>;
  close(): void;
}

export interface OpenVote {
  readonly place: Place;
  readonly choices: readonly string[];
}

export interface ClassOptions {
  readonly url: string;
  readonly scenario: Scenario;
  readonly pupils: number;
  readonly seed?: number;
  readonly device?: Partial<DeviceOptions>;
  /** Devices that join at the same time; 20 when it is left out. */
  readonly joinTogether?: number;
}

const SEED = 7;

/** Opens a room, lets everyone in and starts the common run. */
export async function openClass(options: ClassOptions): Promise<LiveClass> {
  const { url, scenario } = options;
  const tier = scenario.manifest.tiers[0] ?? '';
  const seed = options.seed ?? SEED;
  const { code, hostToken } = await openRoom(url, {
    scenario: scenario.manifest.id,
    tier,
    seed,
    language: 'de',
  });
  const join = (as: 'seat' | 'host', token?: string) =>
    createDevice({ ...options.device, url, code, as, ...(token === undefined ? {} : { token }) });
  const teacher = join('host', hostToken);
  const pupils = Array.from({ length: options.pupils }, () => join('seat'));
  await teacher.join();
  await inTurn(pupils, options.joinTogether ?? 20, (pupil) => pupil.join());
  await Promise.all(pupils.map((pupil) => pupil.until(({ self }) => self !== undefined)));

  /** What was taken before a crash that swallowed the answer is refused when it comes again: it has been done. */
  const tell = async (command: HostCommand, isDone: (parts: DeviceParts) => boolean): Promise<void> => {
    const drops = teacher.drops.length;
    const { isTaken, code: problem } = await teacher.send(command);
    if (!isTaken && teacher.drops.length === drops)
      throw new Error(`${command.type} was refused: ${problem}`);
    await teacher.until(isDone);
  };
  const steps = () => teacher.parts.run?.steps ?? [];
  const move = async (intent: Intent): Promise<void> => {
    const at = steps().length;
    await tell({ type: 'run.move', at, intent }, () => steps().length > at);
  };
  const nextClick = (): Intent | undefined => {
    const session = createSession(scenario, { seed, tier });
    for (const step of steps()) session.send(step);
    const { story, context } = session.frame();
    const scene = context.sceneId ?? '';
    switch (story) {
      case 'ended':
      case 'decide':
        return undefined;
      case 'table':
        return {
          type: 'table.final',
          scene,
          turn: context.talks?.turns.length ?? 0,
          offer: context.talks?.offer ?? {},
        };
      case 'quiz.question':
        return { type: 'quiz.skip', item: scenario.scenes.find(({ id }) => id === scene)?.quiz ?? '' };
      default:
        return { type: 'scene.continue', scene };
    }
  };
  await tell({ type: 'activity.start', activity: 'vote' }, ({ room }) => room?.activity === 'vote');
  return {
    code,
    hostToken,
    teacher,
    pupils,
    tell,
    toVote: async () => {
      for (let click = nextClick(); click; click = nextClick()) await move(click);
      const { vote } = teacher.parts;
      return vote && { place: vote.place, choices: vote.choices };
    },
    decide: async ({ place }, choice) => {
      await tell({ type: 'vote.reveal', place }, ({ vote }) => vote?.isRevealed !== false);
      await move({ type: 'choice.take', scene: place.scene, choice });
    },
    startOver: () => tell({ type: 'run.rewind', decision: 0 }, ({ vote }) => vote?.place.decision === 0),
    close: () => {
      for (const device of [teacher, ...pupils]) device.close();
    },
  };
}

export interface RoomWish {
  readonly scenario: string;
  readonly tier: string;
  readonly seed: number;
  readonly language: string;
}

export async function openRoom(
  url: string,
  wish: RoomWish,
): Promise<{ readonly code: string; readonly hostToken: string }> {
  const response = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });
  if (response.status !== 201) throw new Error(`no room: ${response.status} ${await response.text()}`);
  return (await response.json()) as { code: string; hostToken: string };
}

/** Works through a list, some at a time. */
export async function inTurn<Item>(
  items: readonly Item[],
  together: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: together }, worker));
}
