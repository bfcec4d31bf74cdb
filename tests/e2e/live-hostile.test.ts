import { createHash } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import {
  createEavesdropper,
  crookedSeatCommands,
  type Eavesdropper,
  hostCommands,
  isThrough,
  junk,
  type Target,
} from '../load/hostile.ts';
import { type LiveClass, type OpenVote, openClass } from '../load/live-class.ts';
import { createDevice, type Device } from '../load/live-device.ts';
import { type LiveServer, projectFolder, startLiveServer } from '../load/live-server.ts';

const SECRET_REASON = 'Wegen-Geheimnis-8231';

let scenario: Scenario;
let server: LiveServer;
let lesson: LiveClass;
let vote: OpenVote;
let hostile: Device;
let heard: Eavesdropper;
let target: Target;

beforeAll(async () => {
  scenario = readScenario(path.join(projectFolder(), 'scenarios/tiktok-2020')).scenario!;
  server = await startLiveServer();
});
afterAll(() => server?.dispose());

/** A class in the middle of a vote, with one among its pupils who listens to everything. */
async function meet(): Promise<void> {
  lesson = await openClass({ url: server.url, scenario, pupils: 3 });
  await lesson.tell({ type: 'words.allow' }, ({ room }) => room?.hasWords === true);
  vote = (await lesson.toVote())!;
  heard = createEavesdropper();
  hostile = createDevice({ url: server.url, code: lesson.code, as: 'seat', onBytes: heard.onBytes });
  await hostile.join();
  await hostile.until((parts) => parts.vote !== undefined);
  for (const pupil of lesson.pupils)
    await pupil.send({
      type: 'vote.cast',
      place: vote.place,
      choice: vote.choices[0]!,
      reason: { tag: 'money', text: SECRET_REASON },
    });
  target = {
    seat: lesson.pupils[0]!.parts.self!.seat,
    scene: vote.place.scene,
    choice: vote.choices[0]!,
    steps: lesson.teacher.parts.run!.steps.length,
  };
}

/** All that the teacher's device shows, but for the names that pupils draw for themselves. */
async function asTheTeacherSees(): Promise<unknown> {
  // What the teacher does comes after all that was taken before.
  await lesson.tell({ type: 'room.lock' }, (parts) => parts.room?.isLocked === true);
  await lesson.tell({ type: 'room.unlock' }, (parts) => parts.room?.isLocked === false);
  const { room, roster, run, vote: counted } = lesson.teacher.parts;
  const others = roster?.filter(({ seat }) => seat !== hostile.parts.self?.seat);
  return structuredClone({ room, others, run, counted });
}

/** What no device of a pupil may ever hear. */
function secrets(): readonly string[] {
  const tokens = [lesson.hostToken, ...lesson.pupils.map(({ token }) => token)];
  const digests = tokens.map((token) => createHash('sha256').update(token).digest('hex'));
  return [...tokens, ...digests, SECRET_REASON, 'roster', 'hostToken'];
}

describe('a pupil who wishes the class ill', () => {
  beforeEach(async () => {
    await meet();
    return () => {
      hostile.close();
      lesson.close();
    };
  });

  test('listens to something', () => {
    expect(heard.heard(['vote', vote.choices[0]!])).toHaveLength(2);
  });

  test('cannot do anything that is the teacher’s', async () => {
    const before = await asTheTeacherSees();
    for (const command of hostCommands(target)) {
      const answer = await hostile.send(command as never);
      expect(answer, command.type).toMatchObject({ isTaken: false });
    }
    expect(await asTheTeacherSees()).toEqual(before);
    expect(heard.heard(secrets())).toEqual([]);
  });

  test('cannot act for another seat, for the teacher, or change what every object is', async () => {
    const before = await asTheTeacherSees();
    for (const command of crookedSeatCommands(target)) {
      const answer = await hostile.send(command as never);
      expect(answer, JSON.stringify(command)).toMatchObject({ isTaken: false });
    }
    expect(await asTheTeacherSees()).toEqual(before);
    expect(heard.heard(secrets())).toEqual([]);
  });

  test('gets nowhere with what is no message', async () => {
    const before = await asTheTeacherSees();
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { minLength: 5, maxLength: 20 }), async (values) => {
        for (const value of values) {
          hostile.sendRaw('command', value);
          hostile.sendRaw('ack', value);
        }
        await isThrough(hostile);
      }),
      { numRuns: 40 },
    );
    for (const bytes of [[], [13], [13, 0xff, 0xff], [10], [12], [21, 1, 2, 3], [0xff, 0, 0, 0], [13, 0xc1]])
      hostile.sendBytes(Uint8Array.from(bytes));
    hostile.sendBytes(Uint8Array.from({ length: 3_000 }, (_, index) => (index * 37) % 256));
    await isThrough(hostile);
    expect(await asTheTeacherSees()).toEqual(before);
    expect(heard.heard(secrets())).toEqual([]);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });

  test('is cut off with a message that is too long, and hurts nobody', async () => {
    const { drops } = hostile;
    hostile.sendRaw('command', { key: 'long', n: 1, command: 'x'.repeat(1_000_000) });
    // Answered only on the next connection.
    await isThrough(hostile);
    expect(drops).toHaveLength(1);
    await expectOthersUnhurt();
  });

  test('sees neither votes nor words of others before the teacher shows them', async () => {
    await lesson.tell({ type: 'vote.reveal', place: vote.place }, (parts) => parts.vote?.isRevealed === true);
    await hostile.until((parts) => parts.vote?.isRevealed === true);
    expect(hostile.parts.vote?.counts).toMatchObject({ [vote.choices[0]!]: 3 });
    // The proof that the search of the other tests would have found it.
    expect(heard.heard(secrets())).toEqual([SECRET_REASON]);
  });

  test('cannot smuggle in signs that turn, hide or break the lines of a class', async () => {
    const text = '<img src=x onerror=alert(1)>\u202Egnp\u202C\u0000\u200B\nzwei\u2066\u{E0041}';
    const [pupil] = lesson.pupils;
    await pupil!.send({ type: 'vote.cast', place: vote.place, choice: vote.choices[0]!, reason: { text } });
    await lesson.tell(
      { type: 'seat.rename', seat: target.seat, name: '<b>\u202EEule\u0007\u200F' },
      ({ roster }) => roster?.some(({ name }) => name.includes('Eule')) ?? false,
    );
    await lesson.tell(
      { type: 'card.push', text: `Eilmeldung ${text}` },
      ({ room }) => room?.cards.length === 1,
    );
    await lesson.tell({ type: 'vote.reveal', place: vote.place }, (parts) => parts.vote?.isRevealed === true);
    await hostile.until((parts) => parts.vote?.isRevealed === true && parts.room?.cards.length === 1);
    const shown = JSON.stringify([hostile.parts, lesson.teacher.parts, pupil!.parts]);
    expect(shown).toContain('Eilmeldung');
    expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\\u[0-9a-f]{4}|\\n/u);
  });
});

describe('a pupil who sends without end', () => {
  let strict: LiveServer;
  beforeAll(async () => {
    strict = await startLiveServer({ env: { LG_MESSAGES_PER_SECOND: '20' } });
  });
  afterAll(() => strict?.dispose());

  test('is stopped, and the others are not', async () => {
    const usual = server;
    server = strict;
    await meet();
    const { drops } = hostile;
    for (let burst = 0; drops.length === 0 && burst < 100; burst += 1) {
      for (let message = 0; message < 1_000; message += 1) hostile.sendRaw('command', { type: 'room.end' });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expectOthersUnhurt();
    expect(drops.length).toBeGreaterThan(0);
    hostile.close();
    lesson.close();
    server = usual;
  });
});

async function expectOthersUnhurt(): Promise<void> {
  for (const pupil of lesson.pupils) {
    const answer = await pupil.send({ type: 'vote.cast', place: vote.place, choice: vote.choices[1]! });
    expect(answer).toMatchObject({ isTaken: true });
    expect(pupil.drops).toEqual([]);
  }
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
}
