import type { Place } from '../../src/core/classroom/index.ts';
import type { RoomEvent } from '../../src/core/classroom/live/room-event.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { openRoomStore } from '../../src/server/store/open-room-store.ts';
import { inTurn, type LiveClass, openClass } from './live-class.ts';
import { createDevice, type Device, type DeviceParts } from './live-device.ts';
import type { LiveServer } from './live-server.ts';

/** How hard a night of answers is. */
export interface Hardship {
  readonly rooms: number;
  readonly pupils: number;
  /** Answers that the server has acknowledged, in all rooms together. */
  readonly answers: number;
  /** Times the server is killed while answers come in. */
  readonly kills: number;
}

/** What was acknowledged against what is kept. */
export interface Verdict {
  readonly acknowledged: number;
  /** Of those: a newer vote of the seat at the place was there already, so that nothing had to be kept. */
  readonly superseded: number;
  readonly refused: number;
  readonly drops: number;
  readonly kills: number;
  // 0 when all is well:
  /** Acknowledged, and neither kept nor superseded. */
  readonly lost: number;
  /** Kept more than once. */
  readonly doubled: number;
  /** Kept though the device was told that it was not taken. */
  readonly contradicted: number;
  /** Seats and places where another vote counts than the last one acknowledged. */
  readonly outdated: number;
  /** Rooms whose teacher is shown other counts than those votes make. */
  readonly miscounted: number;
}

export type RoomLogs = ReadonlyMap<string, readonly RoomEvent[]>;

interface Answered {
  readonly key: string;
  readonly n: number;
  readonly seat: string;
  readonly place: Place;
  readonly choice: string;
  readonly isTaken: boolean;
}

interface Night {
  readonly lesson: LiveClass;
  readonly devices: readonly Device[];
  readonly answered: Answered[];
  /** Answers at the place where the class stands now. */
  here: number;
  /** Called after each answer. */
  look: () => void;
}

/** Answers of a seat under way at the same time. */
const AT_ONCE = 4;
/** Every fifth pupil has the room open in two tabs. */
const TWIN_EVERY = 5;
/** Answers of a seat at a place, about, before the teacher goes on. */
const ANSWERS_PER_PLACE = 12;

/**
 * Lets classes answer while connections break, tabs are doubled, messages come late and twice, and the server is
 * killed; then compares what the devices were told with what is kept.
 */
export async function surviveNight(
  server: LiveServer,
  scenario: Scenario,
  { rooms, pupils, answers, kills }: Hardship,
  readLogs: (codes: readonly string[]) => Promise<RoomLogs>,
): Promise<Verdict> {
  const nights: Night[] = [];
  await inTurn(
    Array.from({ length: rooms }, (_, index) => index),
    4,
    async (index) => {
      nights.push(await beginNight(server.url, scenario, pupils, index));
    },
  );
  let acknowledged = 0;
  let killed = 0;
  let killing = Promise.resolve();
  let isKilling = false;
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const isOver = () => acknowledged >= answers;
  const count = (taken: number): void => {
    acknowledged += taken;
    if (isOver()) end();
    if (isKilling || killed >= kills || acknowledged < (answers * (killed + 1)) / (kills + 1)) return;
    isKilling = true;
    killed += 1;
    killing = restart(server).then(() => {
      isKilling = false;
    });
  };
  const seats = nights.flatMap((night) =>
    night.devices.map(async (device) => {
      while (!isOver()) count(await answerSome(night, device, over));
    }),
  );
  const teachers = nights.map(async (night) => {
    while (!isOver()) await goOn(night, pupils, over);
  });
  await Promise.all([...seats, ...teachers]);
  await killing;
  // Once more, now that everything has been answered.
  const views = nights.map(({ lesson }) => lesson.teacher.received.wholeViews);
  await restart(server);
  await Promise.all(
    nights.map(({ lesson: { teacher } }, index) =>
      teacher.until(() => teacher.received.wholeViews > (views[index] ?? 0)),
    ),
  );
  const shown = nights.map(({ lesson }) => lesson.teacher.parts.vote);
  const drops = nights
    .flatMap(({ devices }) => devices)
    .reduce((sum, device) => sum + device.drops.length, 0);
  for (const { lesson, devices } of nights) {
    lesson.close();
    for (const device of devices) device.close();
  }
  await server.stop();
  const sum = {
    acknowledged: 0,
    superseded: 0,
    refused: 0,
    lost: 0,
    doubled: 0,
    contradicted: 0,
    outdated: 0,
    miscounted: 0,
  };
  const logs = await readLogs(nights.map(({ lesson }) => lesson.code));
  for (const [index, { lesson, answered }] of nights.entries()) {
    const log = logs.get(lesson.code) ?? [];
    const found = { ...judge(answered, log), miscounted: isMiscounted(shown[index], log) ? 1 : 0 };
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += found[name];
  }
  return { ...sum, drops, kills: killed + 1 };
}

/** What is kept of rooms, read when their server has stopped. */
export async function readRoomLogs(dataFolder: string, codes: readonly string[]): Promise<RoomLogs> {
  const store = await openRoomStore({ dataFolder });
  try {
    const logs = new Map<string, readonly RoomEvent[]>();
    for (const code of codes) logs.set(code, (await store.load(code)) as readonly RoomEvent[]);
    return logs;
  } finally {
    await store.close();
  }
}

async function restart(server: LiveServer): Promise<void> {
  await server.kill();
  await server.restart();
}

async function beginNight(url: string, scenario: Scenario, pupils: number, index: number): Promise<Night> {
  const lesson = await openClass({ url, scenario, pupils, seed: index + 1 });
  const twins = lesson.pupils
    .filter((_, at) => at % TWIN_EVERY === 0)
    .map(({ token }) => createDevice({ url, code: lesson.code, as: 'seat', token }));
  await Promise.all(twins.map((twin) => twin.join()));
  await lesson.toVote();
  return { lesson, devices: [...lesson.pupils, ...twins], answered: [], here: 0, look: () => {} };
}

/** Some votes of a seat at once, through a bad network; resolves to the number of those that were taken. */
async function answerSome(night: Night, device: Device, over: Promise<void>): Promise<number> {
  await Promise.race([device.until(({ vote }) => vote?.isRevealed === false), over]);
  const { vote, self } = device.parts;
  if (!vote || !self) return 0;
  const isMixed = Math.random() < 0.05;
  const sent = Array.from({ length: 1 + Math.floor(Math.random() * AT_ONCE) }, async () => {
    const choice = vote.choices[Math.floor(Math.random() * vote.choices.length)] ?? '';
    const answer = await device.send(
      { type: 'vote.cast', place: vote.place, choice },
      isMixed ? 'held' : undefined,
    );
    const { key, n } = answer.envelope;
    night.answered.push({ key, n, seat: self.seat, place: vote.place, choice, isTaken: answer.isTaken });
    night.here += 1;
    night.look();
    return answer.isTaken;
  });
  if (isMixed || Math.random() < 0.03) device.shuffleOutbox();
  if (Math.random() < 0.004) device.drop();
  return (await Promise.all(sent)).filter(Boolean).length;
}

/** The teacher goes on when enough has been answered; from the end of the run back to its beginning. */
async function goOn(night: Night, pupils: number, over: Promise<void>): Promise<void> {
  const { lesson } = night;
  const vote = await lesson.toVote();
  if (!vote) {
    await lesson.startOver();
    return;
  }
  night.here = 0;
  const enough = new Promise<void>((resolve) => {
    night.look = () => {
      if (night.here >= ANSWERS_PER_PLACE * pupils) resolve();
    };
  });
  await Promise.race([enough, over]);
  if (Math.random() < 0.2) lesson.teacher.drop();
  await lesson.decide(vote, vote.choices[Math.floor(Math.random() * vote.choices.length)] ?? '');
}

type VoteCast = Extract<RoomEvent, { readonly type: 'vote.cast' }>;

function judge(
  answered: readonly Answered[],
  log: readonly RoomEvent[],
): Omit<Verdict, 'drops' | 'kills' | 'miscounted'> {
  const cast = log.filter((event): event is VoteCast => event.type === 'vote.cast');
  const kept = countBy(cast.map(({ receipt }) => receipt.key));
  const counting = new Map(cast.map(({ receipt, place }) => [at(receipt.seat, place), receipt.n]));
  const taken = answered.filter(({ isTaken }) => isTaken);
  const refused = answered.filter(({ isTaken }) => !isTaken);
  const unkept = taken.filter(({ key }) => !kept.has(key));
  const superseded = unkept.filter(({ seat, place, n }) => (counting.get(at(seat, place)) ?? -1) > n);
  const last = new Map<string, number>();
  for (const { seat, place, n } of taken)
    last.set(at(seat, place), Math.max(n, last.get(at(seat, place)) ?? 0));
  return {
    acknowledged: taken.length,
    superseded: superseded.length,
    refused: refused.length,
    lost: unkept.length - superseded.length,
    doubled: [...kept.values()].filter((times) => times > 1).length,
    contradicted: refused.filter(({ key }) => kept.has(key)).length,
    outdated: [...last].filter(([name, n]) => counting.get(name) !== n).length,
  };
}

/** Whether a teacher is shown other counts than those of the last votes at the place where the class stands. */
function isMiscounted(vote: DeviceParts['vote'], log: readonly RoomEvent[]): boolean {
  if (!vote) return false;
  const votes = new Map<string, string>();
  for (const event of log) {
    if (event.type === 'run.rewound' && event.decision < vote.place.decision) votes.clear();
    if (event.type === 'vote.cast' && at('', event.place) === at('', vote.place))
      votes.set(event.receipt.seat, event.choice);
  }
  const counts = countBy([...votes.values()]);
  return vote.choices.some((choice) => (vote.counts?.[choice] ?? 0) !== (counts.get(choice) ?? 0));
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function at(seat: string, { kind, decision, scene }: Place): string {
  return [seat, kind, decision, scene].join('/');
}
