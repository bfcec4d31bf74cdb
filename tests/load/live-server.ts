import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../support/free-port.ts';

/** The folder of the project, whether this code runs from its source or from what was built of it. */
export function projectFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'scripts/play.mjs'))) return folder;
    if (folder === path.dirname(folder)) throw new Error('this is not in the folder of the project');
  }
}

/** A driver is many devices at one address, and none of them waits for a human being. */
const UNLIMITED = {
  LG_ROOMS_PER_HOUR: '0',
  LG_FAILED_JOINS_PER_MINUTE: '10000',
  LG_MESSAGES_PER_SECOND: '10000',
  LG_LOG: 'quiet',
};

export interface LiveServerOptions {
  /** Where the rooms are kept; a folder of its own that goes with the server when it is left out. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Several processes share a database and a Redis; browsers reach each by its own address. */
  readonly isOneOfMany?: boolean;
  /** Core the server may use; all when it is left out or there is no `taskset`. */
  readonly core?: number;
  /** More arguments for Node, such as `--cpu-prof`. */
  readonly nodeArgs?: readonly string[];
}

/** The built server in a process of its own, which can be killed like one. */
export interface LiveServer {
  readonly url: string;
  readonly dataFolder: string;
  /** Milliseconds of the last start until it said that it was ready. */
  readonly startMs: number;
  /** Milliseconds of processor time of the running process. */
  cpuMs(): number;
  /** Bytes of memory of the running process. */
  memory(): number;
  /** `kill -9`: nothing is told to anyone. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
  /** Stops it and deletes what it kept. */
  dispose(): Promise<void>;
}

export async function startLiveServer(options: LiveServerOptions = {}): Promise<LiveServer> {
  const root = projectFolder();
  const port = await freePort();
  const address = options.isOneOfMany ? { LG_PUBLIC_ADDRESS: `127.0.0.1:${port}` } : {};
  const own =
    options.dataFolder === undefined ? mkdtempSync(path.join(os.tmpdir(), 'live-room-')) : undefined;
  const dataFolder = options.dataFolder ?? own ?? '';
  let child: ChildProcess | undefined;
  let startMs = 0;

  const start = async (): Promise<void> => {
    const started = performance.now();
    const play = [
      ...(options.nodeArgs ?? []),
      path.join(root, 'scripts/play.mjs'),
      '--no-open',
      '--port',
      `${port}`,
    ];
    const [command = '', ...args] = [...pinned(options.core), process.execPath, ...play];
    const next = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...UNLIMITED, LG_DATA: dataFolder, ...address, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = next;
    const errors: string[] = [];
    next.stderr.on('data', (bytes: Buffer) => errors.push(bytes.toString()));
    await new Promise<void>((resolve, reject) => {
      createInterface(next.stdout).on('line', (line) => {
        if (line.startsWith('ready ')) resolve();
        if (line.startsWith('No rooms')) reject(new Error(line));
      });
      next.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors.join('')}`)));
    });
    startMs = performance.now() - started;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  };

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    dataFolder,
    get startMs() {
      return startMs;
    },
    cpuMs: () => cpuMsOf(child?.pid),
    memory: () => memoryOf(child?.pid),
    kill: () => end('SIGKILL'),
    restart: start,
    stop: () => end('SIGTERM'),
    dispose: async () => {
      await end('SIGTERM');
      if (own !== undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** This process keeps to one core from now on, so that it does not take turns with the server; false: it cannot. */
export function keepToCore(core: number | 'any'): boolean {
  const cores = core === 'any' ? `0-${os.cpus().length - 1}` : `${core}`;
  if (pinned(0).length === 0) return false;
  execFileSync('taskset', ['-acp', cores, `${process.pid}`], { stdio: 'ignore' });
  return true;
}

function pinned(core: number | undefined): readonly string[] {
  if (core === undefined || os.cpus().length < 2) return [];
  try {
    execFileSync('taskset', ['-V'], { stdio: 'ignore' });
    return ['taskset', '-c', `${core}`];
  } catch {
    return [];
  }
}

/** Of Linux only; 0 elsewhere. */
function cpuMsOf(pid: number | undefined): number {
  const MS_PER_TICK = 10;
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    return 0;
  }
}

function memoryOf(pid: number | undefined): number {
  try {
    const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
