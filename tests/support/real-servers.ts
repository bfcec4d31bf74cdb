import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** Servers from the packages of the distribution, started by a test with a folder and a port of their own. */
export interface RealServer {
  readonly url: string;
  stop(): Promise<void>;
}

const START_MS = 20_000;

/** Undefined when PostgreSQL is not installed, with a notice. */
export async function startPostgres(): Promise<RealServer | undefined> {
  const bin = postgresFolder();
  if (bin === undefined) return notice('PostgreSQL is not installed: its tests are skipped.');
  // It refuses to run as root; the package brings a user of its own.
  const user = process.getuid?.() === 0 ? systemUser('postgres') : undefined;
  if (process.getuid?.() === 0 && user === undefined)
    return notice('PostgreSQL does not run as root and has no user here: its tests are skipped.');
  const folder = temporaryFolder('rooms-pg-', user);
  const port = await freePort();
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', folder, '-U', 'rooms', '--auth=trust', '-E', 'UTF8', '--locale=C'],
    { stdio: 'ignore', cwd: folder, ...user },
  );
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, `port=${port}`];
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { stdio: 'ignore', cwd: folder, ...user },
  );
  await listens(port, child);
  // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients.
  return { url: `postgres://rooms@127.0.0.1:${port}/postgres`, stop: () => end(child, 'SIGINT', folder) };
}

/** Undefined when Redis is not installed, with a notice. */
export async function startRedis(): Promise<RealServer | undefined> {
  const binary = onPath('redis-server');
  if (binary === undefined) return notice('Redis is not installed: its tests are skipped.');
  const folder = temporaryFolder('rooms-redis-', undefined);
  const port = await freePort();
  const child = spawn(
    binary,
    ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  await listens(port, child);
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child, 'SIGTERM', folder) };
}

function notice(text: string): undefined {
  console.warn(text);
}

function postgresFolder(): string | undefined {
  const packages = '/usr/lib/postgresql';
  const newest = existsSync(packages)
    ? readdirSync(packages)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(packages, version, 'bin'))
    : [];
  const onPathToo = onPath('initdb');
  return [...newest, ...(onPathToo === undefined ? [] : [path.dirname(onPathToo)])].find((bin) =>
    ['initdb', 'postgres'].every((name) => existsSync(path.join(bin, name))),
  );
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

function systemUser(name: string): SystemUser | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((what) =>
      Number(execFileSync('id', [what, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()),
    );
    return { uid: uid!, gid: gid! };
  } catch {
    return undefined;
  }
}

function temporaryFolder(prefix: string, user: SystemUser | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

async function listens(port: number, child: ChildProcess): Promise<void> {
  for (const started = Date.now(); Date.now() - started < START_MS; await wait(50)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
  }
  throw new Error('the server does not listen');
}

async function end(child: ChildProcess, signal: NodeJS.Signals, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
