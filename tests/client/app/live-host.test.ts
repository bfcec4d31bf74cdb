import { expect, test } from 'vitest';
import type { Game } from '../../../src/client/app/index.ts';
import type { RoomCommand } from '../../../src/core/classroom/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { digest } from '../../support/page-transport.ts';
import { createWorld, open, settled } from './game-world.ts';
import { createTestServer } from './live-world.ts';

// The teacher's pages of a live room, in a lesson with the room in the page.

const say = async (game: Game, command: RoomCommand) => {
  game.send({ type: 'live.send', command });
  await settled();
};
const hostOf = (game: Game) => {
  const host = game.view().live?.host;
  if (!host) throw new Error('this device holds no room');
  return host;
};

async function lesson(pupilCount: number) {
  const server = createTestServer(miniWithTexts);
  const teacher = await open(createWorld({ live: server.world }));
  teacher.send({ type: 'live.open', tier: 'starter', seed: 7 });
  await settled();
  const pupils: Game[] = [];
  for (let count = 0; count < pupilCount; count += 1) {
    const game = await open(createWorld({ live: server.world }));
    game.send({ type: 'live.join', code: 'ABC234' });
    await settled();
    pupils.push(game);
  }
  return { server, teacher, pupils };
}

const take = async (game: Game, index: number) => {
  const scene = game.view().play?.scene;
  game.send({ type: 'choice.take', scene: scene?.id ?? '', choice: scene?.choices[index]?.id ?? '' });
  await settled();
};

test('the desk knows everyone by name, and who has gone', async () => {
  const { server, teacher, pupils } = await lesson(2);
  expect(hostOf(teacher).people.map(({ name, isPresent }) => [name, isPresent])).toEqual(
    pupils.map((game) => [game.view().live?.room.name, true]),
  );
  const [first] = hostOf(teacher).people;
  await say(teacher, { type: 'seat.remove', seat: first?.seat ?? '' });
  expect(hostOf(teacher).people).toHaveLength(1);
  server.room().cut();
  expect(teacher.view().live?.room.connection).toBe('offline');
  // What was known stays on the page.
  expect(hostOf(teacher).people).toHaveLength(1);
});

test('nobody sees a count before the teacher shows it; then the desk and every device do', async () => {
  const { teacher, pupils } = await lesson(3);
  await say(teacher, { type: 'activity.start', activity: 'vote' });
  for (const [index, game] of pupils.entries()) await take(game, index === 0 ? 0 : 1);
  expect(hostOf(teacher).vote).toMatchObject({ cast: 3, seats: 3, isRevealed: false });
  expect(hostOf(teacher).vote?.vote.options.map(({ count }) => count)).not.toContain(2);
  expect(hostOf(teacher).people.every(({ isReady }) => isReady)).toBe(true);
  const place = hostOf(teacher).vote?.place;
  if (!place) throw new Error('the class does not vote');
  await say(teacher, { type: 'vote.reveal', place });
  const shown = hostOf(teacher).vote?.vote;
  expect(shown).toMatchObject({ isCounted: true, total: 3, minority: 'A' });
  expect(shown?.options.map(({ letter, count }) => [letter, count]).slice(0, 2)).toEqual([
    ['A', 1],
    ['B', 2],
  ]);
  // The class goes on with what its teacher says, on all devices.
  await take(teacher, 1);
  expect(hostOf(teacher)).toMatchObject({ steps: 1, decisions: 1 });
  for (const game of pupils) expect(game.view().play?.state).toBe(teacher.view().play?.state);
});

test('the desk follows every team on its own way, and brings all to where one stands', async () => {
  const { teacher, pupils } = await lesson(2);
  await say(teacher, { type: 'activity.start', activity: 'teams' });
  await say(teacher, { type: 'teams.form', size: 1 });
  expect(hostOf(teacher).teams).toHaveLength(2);
  const ahead = pupils[0];
  if (!ahead) throw new Error('nobody is here');
  if (!ahead.view().live?.seat?.team?.isSpeaker)
    ahead.send({ type: 'live.send', command: { type: 'team.speak' } });
  await settled();
  await take(ahead, 0);
  const decisions = () => hostOf(teacher).teams.map(({ stand }) => stand?.decisions);
  expect(decisions().toSorted()).toEqual([0, 1]);
  const team = hostOf(teacher).teams.find(({ stand }) => stand?.decisions === 1);
  expect(team?.stand?.last).toHaveLength(1);
  await say(teacher, { type: 'teams.gather', team: team?.team ?? '' });
  expect(decisions()).toEqual([1, 1]);
});

test('the wall shows what the class does, and keeps the desk one step away', async () => {
  const { teacher } = await lesson(1);
  teacher.send({ type: 'live.show', page: 'projector' });
  await settled();
  expect(teacher.view().screen).toBe('projector');
  await say(teacher, { type: 'activity.start', activity: 'vote' });
  expect(teacher.view()).toMatchObject({ screen: 'projector', play: { state: 'decide' } });
  await say(teacher, { type: 'room.pause' });
  expect(teacher.view()).toMatchObject({ screen: 'projector', live: { room: { isPaused: true } } });
  teacher.send({ type: 'live.show', page: 'desk' });
  await settled();
  expect(teacher.view().screen).toBe('class-host');
});

test('a link lets another device in, and locking out the others leaves this one in', async () => {
  const { server, teacher } = await lesson(1);
  const link = new URL(hostOf(teacher).handOver ?? '');
  expect([link.origin, link.searchParams.get('room')]).toEqual(['http://10.0.0.1:5000', 'ABC234']);
  const token = link.hash.replace('#host=', '');
  expect(server.host().isHost(digest(token))).toBe(true);
  teacher.send({ type: 'live.renew' });
  await expect.poll(() => server.host().isHost(digest(token))).toBe(false);
  await settled();
  await expect.poll(() => teacher.view().live?.room.connection).toBe('online');
  const next = new URL(hostOf(teacher).handOver ?? '').hash.replace('#host=', '');
  expect(server.host().isHost(digest(next))).toBe(true);
  await say(teacher, { type: 'room.lock' });
  expect(teacher.view().live?.room.isLocked).toBe(true);
});
