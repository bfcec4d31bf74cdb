import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openRoomStore } from '../../../src/server/store/open-room-store.ts';
import type { RoomStore } from '../../../src/server/store/room-store.ts';
import { StoreUnavailable } from '../../../src/server/store/store-unavailable.ts';

const FAR = new Date('2099-01-01');
/** A new database takes seconds, and more when the machine is busy. */
const SLOW_MS = 60_000;
const PROJECT = path.resolve(import.meta.dirname, '../../..');
/** Inside the project, so that what was built finds its packages. */
const BUILT = path.join(PROJECT, 'node_modules/.cache', `store-child-${process.pid}`);

let fresh: string;
let folder: string;
const opened: RoomStore[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  fresh = mkdtempSync(path.join(tmpdir(), 'rooms-'));
  await (await openRoomStore({ dataFolder: fresh })).close();
}, SLOW_MS);
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  for (const store of opened.splice(0)) await store.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(BUILT, { recursive: true, force: true });
});

/** A folder with a new database. */
function copyOfFresh(): string {
  folder = mkdtempSync(path.join(tmpdir(), 'rooms-'));
  cpSync(fresh, folder, { recursive: true });
  return folder;
}

async function openHere(options: Parameters<typeof openRoomStore>[0]): Promise<RoomStore> {
  const store = await openRoomStore(options);
  opened.push(store);
  return store;
}

const refusal = (dataFolder: string) =>
  openHere({ dataFolder }).then(
    () => 'opened',
    (error) => (error instanceof StoreUnavailable ? error.code : error),
  );

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

describe('a data folder', () => {
  it('has a database made elsewhere, and nothing left of the making', () => {
    expect(readdirSync(fresh)).toEqual(['rooms']);
    expect(process.memoryUsage().rss).toBeLessThan(600e6);
  });

  it('is flushed before an append resolves: once for a group, in the log and nowhere else', async () => {
    const flushed: string[] = [];
    const store = await openHere({ dataFolder: copyOfFresh(), flush: (_, file) => flushed.push(file) });
    await store.create('A', [], FAR);
    await store.create('B', [], FAR);
    for (let n = 0; n < 5; n++) {
      flushed.length = 0;
      await Promise.all([store.append('A', n, [{ n }]), store.append('B', n, [{ n }])]);
      expect(flushed).toEqual([expect.stringMatching(/\/pg_wal\/[0-9A-F]{24}$/)]);
    }
    flushed.length = 0;
    await store.check();
    expect(flushed).toHaveLength(1);
  });

  it('has its tables on the disk before the log is given up', async () => {
    const flushed: string[] = [];
    const store = await openHere({ dataFolder: copyOfFresh(), flush: (_, file) => flushed.push(file) });
    await store.create('A', [{ n: 0 }], FAR);
    flushed.length = 0;
    opened.splice(0);
    await store.close();
    const control = flushed.findLastIndex((file) => file.endsWith('pg_control'));
    const tables = flushed.findLastIndex((file) => file.includes('/base/'));
    expect(tables).toBeGreaterThanOrEqual(0);
    expect(control).toBeGreaterThan(tables);
  });

  it('acknowledges nothing that the disk did not take', async () => {
    let isFull = false;
    const store = await openRoomStore({
      dataFolder: copyOfFresh(),
      flush: () => {
        if (isFull) throw new Error('no space');
      },
    });
    await store.create('A', [], FAR);
    isFull = true;
    await expect(store.append('A', 0, [{ n: 0 }])).rejects.toThrow();
    isFull = false;
    await expect(store.append('A', 0, [{ n: 0 }])).rejects.toThrow();
    await expect(store.check()).rejects.toThrow();
    await store.close().catch(() => {});
  });

  it('keeps what it had after closing', async () => {
    copyOfFresh();
    const first = await openRoomStore({ dataFolder: folder });
    await first.create('A', [{ n: 0 }], FAR);
    await first.close();
    const second = await openHere({ dataFolder: folder });
    expect(await second.load('A')).toEqual([{ n: 0 }]);
  });

  it('has nothing of a room in its tables after the room is deleted', async () => {
    copyOfFresh();
    const store = await openRoomStore({ dataFolder: folder });
    await store.create('A', [{ word: 'Fingerabdruck-der-Klasse' }], FAR);
    await store.append('A', 1, [{ word: 'Fingerabdruck-der-Klasse' }]);
    await store.remove('A');
    await store.close();
    expect(filesWith('Fingerabdruck-der-Klasse', path.join(folder, 'rooms/base'))).toEqual([]);
  });
});

function filesWith(word: string, under: string): string[] {
  return readdirSync(under, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(under, name);
    return statSync(file).isFile() && readFileSync(file).includes(word);
  });
}

describe('a data folder is not opened', () => {
  it('twice in one process', async () => {
    await openHere({ dataFolder: copyOfFresh() });
    expect(await refusal(folder)).toBe('folder-in-use');
  });

  it('while its lock is kept by a process that lives on another machine', async () => {
    writeLock(copyOfFresh(), { pid: 1, host: 'another', token: 'x' });
    expect(await refusal(folder)).toBe('folder-in-use');
    expect(existsSync(path.join(folder, 'rooms.lock'))).toBe(true);
  });

  it.each([
    ['of a process that is gone', { pid: 2 ** 30, host: hostname(), token: 'x' }, 0],
    [
      'with the number of this process, left by the one before it',
      { pid: process.pid, host: hostname(), token: 'x' },
      0,
    ],
    ['of a process that has not been heard of', { pid: process.ppid, host: hostname(), token: 'x' }, 31],
  ])('but a lock %s is taken over', async (_, holder, silentS) => {
    const lock = writeLock(copyOfFresh(), holder);
    const then = Date.now() / 1000 - silentS;
    utimesSync(lock, then, then);
    expect(await refusal(folder)).toBe('opened');
  });

  it('nor does an unreadable lock keep it shut', async () => {
    writeFileSync(path.join(copyOfFresh(), 'rooms.lock'), '{"pi');
    expect(await refusal(folder)).toBe('opened');
  });

  it('when a file is in its place', async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rooms-'));
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal(file)).toBe('folder-not-writable');
  });

  it('when it is of another version', async () => {
    writeFileSync(path.join(copyOfFresh(), 'rooms/PG_VERSION'), '17\n');
    expect(await refusal(folder)).toBe('version');
  });

  it('when it holds something else, which stays as it is', async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rooms-'));
    mkdirSync(path.join(folder, 'rooms'));
    writeFileSync(path.join(folder, 'rooms/essay.txt'), 'mine');
    expect(await refusal(folder)).toBe('folder-broken');
    expect(readFileSync(path.join(folder, 'rooms/essay.txt'), 'utf8')).toBe('mine');
    expect(existsSync(path.join(folder, 'rooms.lock'))).toBe(false);
  });

  it('when its control file is damaged', async () => {
    writeFileSync(path.join(copyOfFresh(), 'rooms/global/pg_control'), 'x'.repeat(8192));
    expect(await refusal(folder)).toBe('folder-broken');
  });
});

function writeLock(dataFolder: string, holder: object): string {
  const lock = path.join(dataFolder, 'rooms.lock');
  writeFileSync(lock, JSON.stringify(holder));
  return lock;
}

describe('a store in a thread of its own', () => {
  const openThreaded = () =>
    openHere({ dataFolder: copyOfFresh(), thread: path.join(BUILT, 'store-thread.js') });
  beforeAll(buildChild, SLOW_MS);

  it('keeps what it had after closing, and gives its folder back', async () => {
    const first = await openThreaded();
    await first.create('A', [{ n: 0 }], FAR);
    await first.append('A', 1, [{ n: 1 }]);
    opened.splice(0);
    await first.close();
    expect(readdirSync(folder)).toEqual(['rooms']);
    const second = await openHere({ dataFolder: folder });
    expect(await second.load('A')).toEqual([{ n: 0 }, { n: 1 }]);
  });

  it('lets the thread that asks go on meanwhile', async () => {
    const store = await openThreaded();
    await store.create('A', [], FAR);
    const events = Array.from({ length: 20_000 }, (_, n) => ({ n }));
    let isKept = false;
    const kept = store.append('A', 0, events).then(() => {
      isKept = true;
    });
    let turns = 0;
    for (; !isKept; turns += 1) await new Promise(setImmediate);
    await kept;
    // In one thread there is a turn for each of its four statements, and few between.
    expect(turns).toBeGreaterThan(100);
  });

  it('says why a folder cannot be opened, and leaves it to others', async () => {
    writeFileSync(path.join(copyOfFresh(), 'rooms/PG_VERSION'), '17\n');
    const thread = path.join(BUILT, 'store-thread.js');
    await expect(openRoomStore({ dataFolder: folder, thread })).rejects.toMatchObject({ code: 'version' });
    expect(existsSync(path.join(folder, 'rooms.lock'))).toBe(false);
  });

  it('says that its thread does not start', async () => {
    const thread = path.join(copyOfFresh(), 'missing.js');
    await expect(openRoomStore({ dataFolder: folder, thread })).rejects.toMatchObject({
      code: 'thread-ended',
      message: expect.stringContaining('missing.js'),
    });
    expect(existsSync(path.join(folder, 'rooms.lock'))).toBe(false);
  });

  it('refuses all that waits and all that comes when its thread has ended', async () => {
    const thread = path.join(mkdtempSync(path.join(tmpdir(), 'thread-')), 'thread.mjs');
    writeFileSync(
      thread,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ i, m }) => {
         if (m === 'opened') parentPort.postMessage({ t: 's', i });
         else throw new Error('the thread is broken');
       });`,
    );
    const store = await openHere({ dataFolder: copyOfFresh(), thread });
    const ENDED = 'The thread of the store has ended (the thread is broken).';
    const both = [store.append('A', 0, [{}]), store.load('A')];
    for (const one of both) await expect(one).rejects.toThrow(ENDED);
    await expect(store.check()).rejects.toThrow(ENDED);
    opened.splice(0);
    await store.close().catch(() => {});
    expect(existsSync(path.join(folder, 'rooms.lock'))).toBe(false);
  });
});

describe('a killed process', () => {
  beforeAll(buildChild, SLOW_MS);

  it('loses no acknowledged event, and leaves a folder that opens again, three times', async () => {
    copyOfFresh();
    let acknowledged = 0;
    for (let round = 1; round <= 3; round++) {
      const child = spawn(process.execPath, [path.join(BUILT, 'store-child.js'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      let lines = 0;
      for await (const line of createInterface({ input: child.stdout! })) {
        acknowledged = Number(line);
        if (++lines === 1) expect(await refusal(folder)).toBe('folder-in-use');
        if (lines === 50 * round) child.kill('SIGKILL');
      }
      await killed(child);
      const store = await openRoomStore({ dataFolder: folder });
      const events = (await store.load('KILLED')) ?? [];
      await store.close();
      expect(acknowledged).toBeGreaterThan(50);
      expect(events.length).toBeGreaterThanOrEqual(acknowledged);
      expect(events.every((event, n) => (event as { n: number }).n === n)).toBe(true);
    }
  });
});

let building: Promise<unknown> | undefined;

/** A process that writes without end, and the thread of its store. */
function buildChild(): Promise<unknown> {
  building ??= build({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: BUILT,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          'store-child': path.join(PROJECT, 'tests/support/store-child.ts'),
          'store-thread': path.join(PROJECT, 'src/server/store/thread/store-thread.ts'),
        },
      },
    },
  });
  return building;
}
