import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { openClass } from '../load/live-class.ts';
import { createDevice } from '../load/live-device.ts';
import { type LiveServer, projectFolder, startLiveServer } from '../load/live-server.ts';
import { readRoomLogs, surviveNight } from '../load/zero-loss.ts';

let scenario: Scenario;
beforeAll(() => {
  scenario = readScenario(path.join(projectFolder(), 'scenarios/tiktok-2020')).scenario!;
});

describe('a live room', () => {
  let server: LiveServer;
  beforeAll(async () => {
    server = await startLiveServer();
  });
  afterAll(() => server?.dispose());

  // The full form, with 100,000 answers and 20 kills, is `npm run bench class`.
  test('loses no answer and counts none twice, whatever happens to tabs, network and server', async () => {
    const verdict = await surviveNight(
      server,
      scenario,
      { rooms: 3, pupils: 10, answers: 3_000, kills: 2 },
      (codes) => readRoomLogs(server.dataFolder, codes),
    );
    // What makes the rest worth something.
    expect(verdict.acknowledged).toBeGreaterThanOrEqual(3_000);
    expect(verdict.kills).toBe(3);
    expect(verdict.drops).toBeGreaterThan(100);
    expect(verdict.refused).toBeGreaterThan(0);
    expect(verdict).toMatchObject({ lost: 0, doubled: 0, contradicted: 0, outdated: 0, miscounted: 0 });
  });
});

describe('a device that comes back', () => {
  let server: LiveServer;
  beforeAll(async () => {
    server = await startLiveServer();
  });
  afterAll(() => server?.dispose());

  test('has its seat and its vote again: after a reload, in a second tab, after a restart of the server', async () => {
    const lesson = await openClass({ url: server.url, scenario, pupils: 40 });
    const vote = (await lesson.toVote())!;
    const [choice = ''] = vote.choices;
    await Promise.all(
      lesson.pupils.map(async (pupil) => {
        await pupil.until((parts) => parts.vote !== undefined);
        const { isTaken } = await pupil.send({ type: 'vote.cast', place: vote.place, choice });
        expect(isTaken).toBe(true);
      }),
    );
    const seats = lesson.pupils.map((pupil) => pupil.parts.self!.seat);
    expect(new Set(seats).size).toBe(40);
    const [first] = lesson.pupils;
    const again = createDevice({ url: server.url, code: lesson.code, as: 'seat', token: first!.token });
    await again.join();
    for (const device of [first!, again]) await device.until((parts) => parts.vote?.own !== undefined);
    expect(again.parts.self).toEqual(first!.parts.self);
    first!.close();

    const views = [again, ...lesson.pupils.slice(1)].map((device) => ({
      device,
      before: device.received.wholeViews,
    }));
    await server.kill();
    await server.restart();
    await Promise.all(
      views.map(({ device, before }) => device.until(() => device.received.wholeViews > before)),
    );
    expect(views.map(({ device }) => device.parts.self?.seat)).toEqual(seats);
    expect(views.map(({ device }) => device.parts.vote?.own?.choice)).toEqual(seats.map(() => choice));
    await lesson.teacher.until(({ roster }) => roster?.every(({ isPresent }) => isPresent) ?? false);
    expect(lesson.teacher.parts.roster).toHaveLength(40);
    expect(lesson.teacher.parts.vote?.counts).toMatchObject({ [choice]: 40 });
    again.close();
    lesson.close();
  });

  test('is a stranger with another token', async () => {
    const lesson = await openClass({ url: server.url, scenario, pupils: 1 });
    const stranger = createDevice({ url: server.url, code: lesson.code, as: 'seat' });
    await stranger.join();
    await stranger.until(({ self }) => self !== undefined);
    expect(stranger.parts.self?.seat).not.toBe(lesson.pupils[0]!.parts.self?.seat);
    const pretender = createDevice({ url: server.url, code: lesson.code, as: 'host' });
    await expect(pretender.join()).rejects.toThrow();
    stranger.close();
    lesson.close();
  });
});
