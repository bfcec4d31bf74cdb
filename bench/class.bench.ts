import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readScenario } from '../src/author/index.ts';
import type { Scenario } from '../src/core/scenario/index.ts';
import { inTurn, type LiveClass, type OpenVote, openClass } from '../tests/load/live-class.ts';
import { keepToCore, type LiveServer, startLiveServer } from '../tests/load/live-server.ts';
import { readRoomLogs, surviveNight, type Verdict } from '../tests/load/zero-loss.ts';
import type { BenchContext } from './bench-context.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How fast votes are acknowledged. */
interface VoteTimes {
  /** Milliseconds from the tap until the device knows that the vote is kept. */
  readonly ackMs: Spread & { readonly p99: number };
  /** Milliseconds from the tap until the teacher's device shows the vote. */
  readonly tallyMs: Spread & { readonly p99: number };
  readonly cpuMsPerVote: number;
  /** Longest time this process kept its own devices waiting: where it comes near the figures, they say little. */
  readonly driverLagMs: number;
  readonly serverMemoryMb: number;
}

interface Traffic {
  readonly messages: number;
  readonly bytes: number;
}

export interface ClassBench {
  readonly ackP95At200: number;
  readonly ackP95At600Burst: number;
  readonly p99At100x40: number;
  readonly messagesPerPupilDecision: number;
  readonly bytesPerPupilDecision: number;
  readonly cpuMsPerVote: number;
  readonly lost: number;
  readonly doubled: number;
  readonly reconnect500Ms: number;
  /** Milliseconds from the kill of the server until all 40 pupils of a class are back. */
  readonly restart40Ms: number;
  /** Whether server and driver had a core of their own. */
  readonly isPinned: boolean;
  readonly details: {
    readonly at200: VoteTimes;
    readonly at600Burst: VoteTimes;
    readonly at100x40: VoteTimes;
    readonly trafficAt30: Traffic;
    readonly trafficAt600: Traffic;
    readonly zeroLoss: Verdict;
    readonly startMs: number;
  };
}

const SERVER_CORE = 0;
const DRIVER_CORE = 1;

/**
 * Lets classes of devices play in live rooms of the built server, over its real protocol. Takes about ten minutes.
 */
export async function run({ root }: BenchContext): Promise<ClassBench> {
  const { scenario } = readScenario(path.join(root, 'scenarios/tiktok-2020'));
  if (!scenario) throw new Error('the scenario cannot be read; see "npm run scenario -- check"');
  const isPinned = keepToCore(DRIVER_CORE);
  try {
    const at200 = await withServer('200 pupils', (server) =>
      measureVotes(server, scenario, { rooms: 1, pupils: 200, withinMs: 3_000, rounds: 5 }),
    );
    const at600Burst = await withServer('600 pupils in a burst', (server) =>
      measureVotes(server, scenario, { rooms: 1, pupils: 600, withinMs: 2_000, rounds: 3 }),
    );
    const at100x40 = await withServer('100 rooms of 40', (server) =>
      measureVotes(server, scenario, { rooms: 100, pupils: 40, withinMs: 3_000, rounds: 2 }),
    );
    const trafficAt30 = await withServer('messages of 30 pupils', (server) =>
      measureTraffic(server, scenario, 30),
    );
    const trafficAt600 = await withServer('messages of 600 pupils', (server) =>
      measureTraffic(server, scenario, 600),
    );
    const reconnect500Ms = await withServer('500 dropped devices', (server) =>
      measureReturn(server, scenario, 500),
    );
    let startMs = 0;
    const restart40Ms = await withServer('a class after a restart', async (server) => {
      const backMs = await measureRestart(server, scenario, 40);
      startMs = server.startMs;
      return backMs;
    });
    const zeroLoss = await withServer('zero loss', (server) =>
      surviveNight(server, scenario, { rooms: 10, pupils: 20, answers: 100_000, kills: 20 }, (codes) =>
        readRoomLogs(server.dataFolder, codes),
      ),
    );
    return {
      ackP95At200: at200.ackMs.p95,
      ackP95At600Burst: at600Burst.ackMs.p95,
      p99At100x40: at100x40.ackMs.p99,
      messagesPerPupilDecision: Math.max(trafficAt30.messages, trafficAt600.messages),
      bytesPerPupilDecision: Math.max(trafficAt30.bytes, trafficAt600.bytes),
      cpuMsPerVote: at100x40.cpuMsPerVote,
      lost: zeroLoss.lost,
      doubled: zeroLoss.doubled,
      reconnect500Ms,
      restart40Ms,
      isPinned,
      details: { at200, at600Burst, at100x40, trafficAt30, trafficAt600, zeroLoss, startMs },
    };
  } finally {
    keepToCore('any');
  }
}

/** Each figure has a fresh server. */
async function withServer<Value>(
  what: string,
  measure: (server: LiveServer) => Promise<Value>,
): Promise<Value> {
  const server = await startLiveServer({ core: SERVER_CORE });
  try {
    const value = await measure(server);
    console.error(`  ${what}: ${JSON.stringify(value)}`);
    return value;
  } finally {
    await server.dispose();
  }
}

interface Crowd {
  readonly rooms: number;
  readonly pupils: number;
  /** Every pupil votes once in this time, at a moment of its own. */
  readonly withinMs: number;
  readonly rounds: number;
}

async function openClasses(server: LiveServer, scenario: Scenario, rooms: number, pupils: number) {
  const classes: LiveClass[] = [];
  await inTurn(
    Array.from({ length: rooms }, (_, index) => index + 1),
    4,
    async (seed) => classes.push(await openClass({ url: server.url, scenario, pupils, seed })),
  );
  return classes;
}

async function measureVotes(
  server: LiveServer,
  scenario: Scenario,
  { rooms, pupils, withinMs, rounds }: Crowd,
): Promise<VoteTimes> {
  const classes = await openClasses(server, scenario, rooms, pupils);
  const acks: number[] = [];
  const tallies: number[] = [];
  let cpuMs = 0;
  let driverLagMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    const votes: (readonly [LiveClass, OpenVote])[] = [];
    await inTurn(classes, 4, async (lesson) => votes.push([lesson, await voteOf(lesson)]));
    const lag = monitorEventLoopDelay({ resolution: 5 });
    lag.enable();
    const before = server.cpuMs();
    await Promise.all(
      votes.map(async ([lesson, vote]) => {
        const times = await castAll(lesson, vote, withinMs);
        acks.push(...times.acks);
        tallies.push(...times.tallies);
      }),
    );
    cpuMs += server.cpuMs() - before;
    lag.disable();
    driverLagMs = Math.max(driverLagMs, lag.max / 1e6);
    await inTurn(votes, 4, ([lesson, vote]) => lesson.decide(vote, vote.choices[0] ?? ''));
  }
  const serverMemoryMb = Math.round(server.memory() / 2 ** 20);
  for (const lesson of classes) lesson.close();
  return {
    ackMs: withP99(acks),
    tallyMs: withP99(tallies),
    cpuMsPerVote: Number((cpuMs / acks.length).toFixed(3)),
    driverLagMs: Math.round(driverLagMs),
    serverMemoryMb,
  };
}

/** All pupils vote; resolves when all is acknowledged and the teacher sees it. */
async function castAll({ teacher, pupils }: LiveClass, { place, choices }: OpenVote, withinMs: number) {
  const acks: number[] = [];
  const tallies: number[] = [];
  const unseen: number[] = [];
  const seen = teacher.until(({ vote }) => {
    const now = performance.now();
    const cast = vote && 'cast' in vote ? vote.cast : 0;
    while (tallies.length < cast && unseen.length > 0) tallies.push(now - (unseen.shift() ?? now));
    return cast >= pupils.length;
  });
  await Promise.all(
    pupils.map(async (pupil) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * withinMs));
      unseen.push(performance.now());
      const choice = choices[Math.floor(Math.random() * choices.length)] ?? '';
      const { isTaken, ackMs, code } = await pupil.send({ type: 'vote.cast', place, choice });
      if (!isTaken) throw new Error(`a vote was refused: ${code}`);
      acks.push(ackMs);
    }),
  );
  await seen;
  return { acks, tallies };
}

/** What a pupil's device sends and receives for a decision: the way there, vote, result, and on. */
async function measureTraffic(server: LiveServer, scenario: Scenario, pupils: number): Promise<Traffic> {
  const DECISIONS = 6;
  const [lesson] = await openClasses(server, scenario, 1, pupils);
  if (!lesson) throw new Error('there is no class');
  const sum = (what: 'messages' | 'bytes') =>
    lesson.pupils.reduce((all, { received, sent }) => all + received[what] + sent[what], 0);
  await voteOf(lesson);
  const before = { messages: sum('messages'), bytes: sum('bytes') };
  for (let decision = 0; decision < DECISIONS; decision += 1) {
    const vote = await voteOf(lesson);
    await castAll(lesson, vote, 1_000);
    await lesson.decide(vote, vote.choices[0] ?? '');
  }
  const share = (what: 'messages' | 'bytes') =>
    Number(((sum(what) - before[what]) / pupils / DECISIONS).toFixed(1));
  const traffic = { messages: share('messages'), bytes: share('bytes') };
  lesson.close();
  return traffic;
}

/** Everyone loses the connection at the same moment. */
async function measureReturn(server: LiveServer, scenario: Scenario, pupils: number): Promise<number> {
  const [lesson] = await openClasses(server, scenario, 1, pupils);
  if (!lesson) throw new Error('there is no class');
  await voteOf(lesson);
  const back = lesson.pupils.map(returnOf);
  const started = performance.now();
  for (const pupil of lesson.pupils) pupil.drop();
  await Promise.all(back.map((isBack) => isBack()));
  const ms = Math.round(performance.now() - started);
  lesson.close();
  return ms;
}

async function measureRestart(server: LiveServer, scenario: Scenario, pupils: number): Promise<number> {
  const [lesson] = await openClasses(server, scenario, 1, pupils);
  if (!lesson) throw new Error('there is no class');
  await voteOf(lesson);
  const back = lesson.pupils.map(returnOf);
  const started = performance.now();
  await server.kill();
  await server.restart();
  await Promise.all(back.map((isBack) => isBack()));
  const ms = Math.round(performance.now() - started);
  lesson.close();
  return ms;
}

function returnOf(device: LiveClass['pupils'][number]): () => Promise<void> {
  const before = device.received.wholeViews;
  return () => device.until(() => device.received.wholeViews > before);
}

async function voteOf(lesson: LiveClass): Promise<OpenVote> {
  const vote = await lesson.toVote();
  if (vote) return vote;
  await lesson.startOver();
  return voteOf(lesson);
}

function withP99(samples: readonly number[]): Spread & { readonly p99: number } {
  const sorted = samples.toSorted((a, b) => a - b);
  const p99 = sorted[Math.max(0, Math.ceil(0.99 * sorted.length) - 1)] ?? 0;
  return { ...spreadOf(samples, 'time'), p99: Number(p99.toPrecision(6)) };
}
