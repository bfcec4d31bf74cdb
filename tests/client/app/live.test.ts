import { expect, test } from 'vitest';
import type { Game } from '../../../src/client/app/index.ts';
import type { RoomCommand } from '../../../src/core/classroom/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { createWorld, noticeIds, open, settled, started, type World } from './game-world.ts';
import { createTestServer, type TestServer } from './live-world.ts';

interface Lesson {
  readonly server: TestServer;
  readonly teacher: Game;
  readonly pupils: readonly { readonly game: Game; readonly world: World }[];
}

const say = async (game: Game, command: RoomCommand) => {
  game.send({ type: 'live.send', command });
  await settled();
};

async function lesson(pupilCount = 2): Promise<Lesson> {
  const server = createTestServer(miniWithTexts);
  const teacher = await open(createWorld({ live: server.world }));
  teacher.send({ type: 'live.open', tier: 'starter', seed: 7 });
  await settled();
  const pupils = [];
  for (let count = 0; count < pupilCount; count += 1) {
    const world = createWorld({ live: server.world });
    const game = await open(world);
    game.send({ type: 'live.join', code: 'abc-234' });
    await settled();
    pupils.push({ game, world });
  }
  return { server, teacher, pupils };
}

async function voting(pupilCount = 2) {
  const all = await lesson(pupilCount);
  await say(all.teacher, { type: 'activity.start', activity: 'vote' });
  return all;
}

const countsAt = ({ server }: Lesson) => {
  const parts = server.host().parts({ kind: 'host' });
  return 'roster' in parts ? parts.vote?.counts : undefined;
};

test('a teacher opens a room, and pupils join it by its code however they type it', async () => {
  const { teacher, pupils } = await lesson();
  expect(teacher.view()).toMatchObject({
    screen: 'class-host',
    live: {
      room: { role: 'host', code: 'ABC234', connection: 'online', address: 'http://10.0.0.1:5000' },
    },
  });
  for (const { game } of pupils) {
    expect(game.view()).toMatchObject({
      screen: 'class-play',
      live: { room: { role: 'seat', connection: 'online' } },
    });
  }
  expect(new Set(pupils.map(({ game }) => game.view().live?.room.name)).size).toBe(2);
});

test('a class votes on one run, and the teacher moves it', async () => {
  const all = await voting();
  const { teacher, pupils } = all;
  const scene = teacher.view().play?.scene;
  const [first, second] = scene?.choices ?? [];
  for (const { game } of pupils) expect(game.view().play?.scene?.id).toBe(scene?.id);
  pupils[0]?.game.send({ type: 'choice.take', scene: scene?.id ?? '', choice: first?.id ?? '' });
  pupils[1]?.game.send({ type: 'choice.take', scene: scene?.id ?? '', choice: first?.id ?? '' });
  await settled();
  expect(countsAt(all)).toMatchObject({ [first?.id ?? '']: 2 });
  // A pupil's choice moves nobody.
  expect(pupils[0]?.game.view().play?.state).toBe('decide');
  if (second) {
    pupils[1]?.game.send({ type: 'choice.take', scene: scene?.id ?? '', choice: second.id });
    await settled();
    expect(countsAt(all)).toMatchObject({ [first?.id ?? '']: 1, [second.id]: 1 });
  }
  teacher.send({ type: 'choice.take', scene: scene?.id ?? '', choice: first?.id ?? '' });
  await settled();
  for (const { game } of pupils) expect(game.view().play?.state).toBe('feedback');
  // What moves the run is for the teacher.
  pupils[0]?.game.send({ type: 'scene.continue', scene: scene?.id ?? '' });
  await settled();
  expect(teacher.view().play?.state).toBe('feedback');
  teacher.send({ type: 'run.undo' });
  await settled();
  for (const { game } of pupils) expect(game.view().play?.state).toBe('decide');
});

test('the run of a room is kept nowhere, and the own run is there again when one leaves', async () => {
  const server = createTestServer(miniWithTexts);
  const teacher = await open(createWorld({ live: server.world }));
  teacher.send({ type: 'live.open', tier: 'starter', seed: 7 });
  await settled();
  const world = createWorld({ live: server.world });
  const game = await started(world);
  const own = game.view().play;
  game.send({ type: 'live.join', code: 'ABC234' });
  await settled();
  expect(game.view().play).toBeUndefined();
  await say(teacher, { type: 'activity.start', activity: 'vote' });
  expect(game.view().play?.state).not.toBe(own?.state);
  const kept = await world.store.list();
  expect(kept).toHaveLength(1);
  // Another language has the open run saved in it: not this one.
  game.send({ type: 'language.set', language: 'de' });
  game.send({ type: 'language.set', language: 'en' });
  await settled();
  game.send({ type: 'live.leave' });
  await settled();
  expect(game.view().live).toBeUndefined();
  expect(game.view().play).toEqual(own);
  expect(await world.store.list()).toEqual(kept);
  // What happens there now does not reach this device.
  const scene = teacher.view().play?.scene;
  teacher.send({ type: 'choice.take', scene: scene?.id ?? '', choice: scene?.choices[0]?.id ?? '' });
  await settled();
  expect(game.view().play).toEqual(own);
});

test('an answer that was given without a network is sent when it is back, and after a reload', async () => {
  const all = await voting();
  const { server, teacher, pupils } = all;
  const { game, world } = pupils[0] ?? { game: teacher, world: createWorld() };
  const scene = game.view().play?.scene;
  const choice = scene?.choices[0]?.id ?? '';
  server.room().setDown(true);
  server.room().cut();
  await settled();
  expect(game.view().live?.room.connection).toBe('offline');
  game.send({ type: 'choice.take', scene: scene?.id ?? '', choice });
  expect(game.view().live?.room.waiting).toBe(1);
  server.tick();
  await settled();
  expect(game.view().live?.room.connection).toBe('offline');
  // The page is loaded again, and the network is back.
  server.room().setDown(false);
  const again = await open({ ...world, live: server.world }, undefined, { code: 'ABC234' });
  await settled();
  expect(again.view()).toMatchObject({
    screen: 'class-play',
    live: { room: { connection: 'online', waiting: 0, name: game.view().live?.room.name } },
  });
  expect(countsAt(all)).toMatchObject({ [choice]: 1 });
  // The old page comes back too: the same message counts once.
  server.wake();
  await settled();
  expect(game.view().live?.room).toMatchObject({ connection: 'online', waiting: 0 });
  expect(countsAt(all)).toMatchObject({ [choice]: 1 });
});

test('a teacher comes back to the desk after a reload, and hands it over by a link', async () => {
  const server = createTestServer(miniWithTexts);
  const world = createWorld({ live: server.world });
  const teacher = await open(world);
  teacher.send({ type: 'live.open', tier: 'starter' });
  await settled();
  teacher.send({ type: 'live.show', page: 'projector' });
  await settled();
  expect(teacher.view().screen).toBe('projector');
  const again = await open(world, undefined, { code: 'ABC234' });
  await settled();
  expect(again.view()).toMatchObject({ screen: 'projector', live: { room: { role: 'host' } } });
  const other = await open(createWorld({ live: server.world }), undefined, {
    code: 'ABC234',
    hostToken: 'teacher',
  });
  await settled();
  expect(other.view()).toMatchObject({ screen: 'class-host', live: { room: { connection: 'online' } } });
});

test.each([
  ['no', 'code-malformed'],
  ['XYZ789', 'room-unknown'],
])('"%s" does not open a door: %s', async (code, problem) => {
  const server = createTestServer(miniWithTexts);
  const game = await open(createWorld({ live: server.world }));
  game.send({ type: 'screen.open', screen: 'class-join' });
  await settled();
  game.send({ type: 'live.join', code });
  await settled();
  expect(game.view()).toMatchObject({ screen: 'class-join', joining: { problem, isBusy: false } });
  expect(noticeIds(game)).toEqual([]);
});

test('where there is no server the door says so', async () => {
  const server = createTestServer(miniWithTexts);
  server.fail('server-missing');
  const game = await open(createWorld({ live: server.world }), undefined, { code: 'ABC234' });
  expect(game.view()).toMatchObject({
    screen: 'class-join',
    joining: { code: 'ABC234', problem: 'server-missing' },
  });
});

test('a locked room lets nobody new in, and those who are in come back', async () => {
  const { server, teacher, pupils } = await lesson(1);
  await say(teacher, { type: 'room.lock' });
  const late = await open(createWorld({ live: server.world }));
  late.send({ type: 'screen.open', screen: 'class-join' });
  late.send({ type: 'live.join', code: 'ABC234' });
  await settled();
  expect(late.view()).toMatchObject({ screen: 'class-join', joining: { problem: 'room-locked' } });
  expect(late.view().live).toBeUndefined();
  server.room().cut();
  server.tick();
  await settled();
  expect(pupils[0]?.game.view().live?.room.connection).toBe('online');
});

test('a room that is over says so, and is forgotten', async () => {
  const { teacher, pupils } = await lesson(1);
  const { game, world } = pupils[0] ?? { game: teacher, world: createWorld() };
  await say(teacher, { type: 'room.end' });
  expect(game.view().live?.room).toMatchObject({ connection: 'closed', reason: 'ended' });
  expect(await world.store.listMemory('room', 'seats')).toEqual([]);
});

test('a team plays its own run: who speaks moves it, the others show what they would choose', async () => {
  const { teacher, pupils } = await lesson();
  await say(teacher, { type: 'teams.form', size: 2 });
  await say(teacher, { type: 'activity.start', activity: 'teams' });
  const isSpeaker = ({ game }: Lesson['pupils'][number]) => game.view().live?.seat?.team?.isSpeaker === true;
  const speaker = pupils.find(isSpeaker)?.game ?? teacher;
  const other = pupils.find((pupil) => !isSpeaker(pupil))?.game ?? teacher;
  expect(speaker.view().screen).toBe('play');
  const scene = speaker.view().play?.scene;
  const choice = scene?.choices[0]?.id ?? '';
  other.send({ type: 'choice.take', scene: scene?.id ?? '', choice });
  await settled();
  expect(speaker.view().play?.state).toBe('decide');
  expect(speaker.view().live?.seat?.team?.members.find(({ isSelf }) => !isSelf)?.pick).toBeDefined();
  speaker.send({ type: 'choice.take', scene: scene?.id ?? '', choice });
  await settled();
  expect(other.view().play?.state).toBe('feedback');
});

test('a run of one’s own that is opened meanwhile leaves the room', async () => {
  const server = createTestServer(miniWithTexts);
  const teacher = await open(createWorld({ live: server.world }));
  teacher.send({ type: 'live.open', tier: 'starter', seed: 7 });
  await settled();
  const game = await started(createWorld({ live: server.world }));
  game.send({ type: 'live.join', code: 'ABC234' });
  await settled();
  game.send({ type: 'run.start', tier: 'starter', goal: 'talk' });
  await settled();
  expect(game.view()).toMatchObject({ screen: 'play' });
  expect(game.view().live).toBeUndefined();
  await say(teacher, { type: 'activity.start', activity: 'vote' });
  expect(game.view()).toMatchObject({ screen: 'play' });
});
