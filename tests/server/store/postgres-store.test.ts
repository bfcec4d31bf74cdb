import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRoomStore } from '../../../src/server/store/open-room-store.ts';
import { RoomConflict } from '../../../src/server/store/room-store.ts';
import { StoreUnavailable } from '../../../src/server/store/store-unavailable.ts';
import { freePort } from '../../support/free-port.ts';
import { type RealServer, startPostgres } from '../../support/real-servers.ts';

const SLOW_MS = 60_000;
const FAR = new Date('2099-01-01');
let server: RealServer | undefined;

beforeAll(async () => {
  server = await startPostgres();
}, SLOW_MS);
afterAll(async () => server?.stop(), SLOW_MS);

const refusal = (url: string) =>
  openRoomStore({ url }).then(
    () => 'opened',
    (error) => (error instanceof StoreUnavailable ? error.code : error),
  );

it.for(['school', 'http://localhost/rooms', 'postgres://'])('%s is no address of a database', async (url) => {
  expect(await refusal(url)).toBe('address');
});

it('a server that is not there is not reachable; its password is not told', async () => {
  const url = `postgres://rooms:secret@127.0.0.1:${await freePort()}/rooms`;
  const error = await openRoomStore({ url }).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(error.message).not.toContain('secret');
});

it('stores that are opened together make the tables once, and judge who has a room', async ({ skip }) => {
  if (server === undefined) return skip();
  const { url } = server;
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => openRoomStore({ url })));
  await one!.create('A', [{ n: 0 }], FAR);
  await one!.append('A', 1, [{ by: 'one' }]);
  await expect(two!.append('A', 1, [{ by: 'two' }])).rejects.toThrow(RoomConflict);
  await expect(two!.create('A', [], FAR)).rejects.toThrow(RoomConflict);
  expect(await three!.load('A')).toEqual([{ n: 0 }, { by: 'one' }]);
  await Promise.all([one, two, three].map((store) => store!.close()));
});

it('a database that does not exist refuses', async ({ skip }) => {
  if (server === undefined) return skip();
  expect(await refusal(`${server.url}-that-is-not-there`)).toBe('refused');
});
