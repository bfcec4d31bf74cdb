import { beforeEach, describe, expect, test } from 'vitest';
import { createRoomHost, openRoom, type Place } from '../../../../src/core/classroom/index.ts';
import {
  HOST_TOKEN,
  type LiveRoom,
  liveRoom,
  portsOf,
  restore,
  tokenOf,
} from '../../../support/live-room.ts';
import { miniScenario } from '../../../support/mini-scenario.ts';

const scenario = {
  ...miniScenario,
  manifest: { ...miniScenario.manifest, tests: { pre: ['q1', 'q2'], post: ['q2'] } },
};

let room: LiveRoom;
let seats: readonly string[];
beforeEach(() => {
  room = liveRoom(scenario);
  seats = [room.seat(), room.seat(), room.seat()];
});
const seat = (index: number) => seats[index] ?? '';
/** The class at its first vote. */
function voting(): Place {
  room.asHost({ type: 'activity.start', activity: 'vote' });
  return room.desk().vote!.place;
}
const vote = (index: number, choice: string, place: Place) =>
  room.asSeat(seat(index), { type: 'vote.cast', place, choice });
const move = (
  intent: Parameters<LiveRoom['asHost']>[0] & { readonly type: 'run.move' } extends infer C
    ? C extends { readonly intent: infer I }
      ? I
      : never
    : never,
) => room.asHost({ type: 'run.move', at: room.desk().run!.steps.length, intent });

describe('the door of a room', () => {
  test('gives one seat to one token, locked or not, and new seats only while it is open', () => {
    expect(room.host.join(tokenOf(1))).toMatchObject({ value: { seat: seat(0), outcome: { events: [] } } });
    room.asHost({ type: 'room.lock' });
    expect(room.host.join(tokenOf(1)).ok).toBe(true);
    expect(room.host.join(tokenOf(9))).toMatchObject({ problems: [{ code: 'room-locked' }] });
    room.asHost({ type: 'room.unlock' });
    expect(room.host.join(tokenOf(9)).ok).toBe(true);
    expect(room.host.join('no token')).toMatchObject({ problems: [{ code: 'malformed' }] });
  });

  test('has room for 650, each with another name', () => {
    for (let number = 10; number < 657; number += 1) expect(room.host.join(tokenOf(number)).ok).toBe(true);
    expect(room.host.join(tokenOf(999))).toMatchObject({ problems: [{ code: 'room-full' }] });
    expect(new Set(room.desk().roster.map(({ name }) => name)).size).toBe(650);
    room.asHost({ type: 'seat.remove', seat: seat(0) });
    expect(room.host.join(tokenOf(999)).ok).toBe(true);
  });

  test('lets nobody in again whom the teacher has taken out', () => {
    room.asHost({ type: 'seat.remove', seat: seat(0) });
    expect(room.host.join(tokenOf(1))).toMatchObject({ problems: [{ code: 'removed' }] });
    expect(room.asSeat(seat(0), { type: 'name.draw' })).toBe('removed');
    expect(JSON.stringify(room.partsOf(seat(0)))).not.toContain('Name');
  });

  test('knows the teacher by the token that was handed over last', () => {
    expect(room.host.isHost(HOST_TOKEN)).toBe(true);
    room.asHost({ type: 'host.renew', hostToken: tokenOf(77) });
    expect([room.host.isHost(HOST_TOKEN), room.host.isHost(tokenOf(77))]).toEqual([false, true]);
  });

  test('does not open what the scenario does not have, nor a log of another one', () => {
    const wanted = {
      code: 'ABCDEF',
      scenario,
      tier: 'starter',
      seed: 1,
      language: 'en',
      hostToken: HOST_TOKEN,
    };
    const code = (change: object) => {
      const opened = openRoom({ ...wanted, ...change });
      return opened.ok ? 'ok' : opened.problems[0]?.code;
    };
    expect([
      code({}),
      code({ tier: 'x' }),
      code({ language: 'xx' }),
      code({ seed: -1 }),
      code({ hostToken: 'x' }),
    ]).toEqual(['ok', 'tier-unknown', 'language-unknown', 'malformed', 'malformed']);
    const other = { ...scenario, hash: 'other' };
    const restored = createRoomHost({ scenario: other, ports: portsOf(), events: room.events() });
    expect(restored).toMatchObject({ problems: [{ code: 'room-other-scenario' }] });
    const again = createRoomHost({
      scenario,
      ports: portsOf(),
      events: [...room.events(), ...room.events()],
    });
    expect(again).toMatchObject({ problems: [{ code: 'room-log-broken' }] });
    for (const events of [[], [{}], [null], room.events().slice(1)])
      expect(createRoomHost({ scenario, ports: portsOf(), events })).toMatchObject({
        problems: [{ code: 'room-log-malformed' }],
      });
  });

  test('is closed for good when the room is over', () => {
    room.asHost({ type: 'room.end' });
    expect(room.host.isEnded()).toBe(true);
    expect(room.asHost({ type: 'room.lock' })).toBe('room-ended');
    expect(room.asSeat(seat(0), { type: 'name.draw' })).toBe('room-ended');
    expect(room.host.join(tokenOf(1)).ok).toBe(false);
  });
});

describe('the desk', () => {
  test('renames, with words that can be shown, and no two alike', () => {
    expect(room.asHost({ type: 'seat.rename', seat: seat(0), name: ' \u202eAda\u200b ' })).toBe('ok');
    expect(room.partsOf(seat(0)).self.name).toBe('Ada');
    expect(room.asHost({ type: 'seat.rename', seat: seat(1), name: 'ADA' })).toBe('name-taken');
    expect(room.asHost({ type: 'seat.rename', seat: seat(0), name: 'ADA' })).toBe('ok');
    expect(room.asHost({ type: 'seat.rename', seat: seat(1), name: '\u200b' })).toBe('name-empty');
    expect(room.asHost({ type: 'seat.rename', seat: seat(1) })).toBe('ok');
    expect(room.asSeat(seat(1), { type: 'name.draw' })).toBe('ok');
  });

  test('pushes a card once, however often the message comes, and takes it away', () => {
    const message = { key: 'card 1', n: 1, command: { type: 'card.push', text: 'Breaking\nnews' } };
    for (const _ of [1, 2]) expect(room.host.take({ kind: 'host' }, message).ok).toBe(true);
    expect(room.partsOf(seat(0)).room.cards).toEqual([{ id: 'card 1', text: 'Breaking news' }]);
    const later = restore(scenario, room.events());
    expect(later.take({ kind: 'host' }, message)).toMatchObject({ value: { events: [] } });
    room.asHost({ type: 'card.withdraw', card: 'card 1' });
    expect(room.partsOf(seat(0)).room.cards).toEqual([]);
  });

  test('stops pupils with a pause, not newcomers', () => {
    const place = voting();
    room.asHost({ type: 'room.pause' });
    expect(vote(0, 'talk', place)).toBe('room-paused');
    expect(room.host.join(tokenOf(50)).ok).toBe(true);
    room.asHost({ type: 'room.resume' });
    expect(vote(0, 'talk', place)).toBe('ok');
  });

  test('is not for pupils', () => {
    for (const type of ['room.lock', 'room.end', 'teams.form', 'summary.show'])
      expect(room.send(seat(0), { key: type, n: 1, command: { type, size: 2 } })).not.toBe('ok');
    expect(room.send(seat(0), { key: 'k', n: 1, command: { type: 'room.end' } })).toBe('forbidden');
    expect(
      room.host.take({ kind: 'host' }, { key: 'k', n: 1, command: { type: 'team.speak' } }),
    ).toMatchObject({
      problems: [{ code: 'forbidden' }],
    });
  });
});

describe('a vote of all', () => {
  test('counts every seat once, by its last word; hidden ones too, removed ones not', () => {
    const place = voting();
    for (const index of [0, 1, 2]) vote(index, 'talk', place);
    expect(vote(1, 'leave', place)).toBe('ok');
    expect(vote(2, 'nothing', place)).toBe('choice-unknown');
    room.asHost({ type: 'seat.hide', seat: seat(0) });
    expect(room.desk().vote).toMatchObject({ counts: { talk: 2, leave: 1 }, cast: 3 });
    room.asHost({ type: 'seat.remove', seat: seat(1) });
    expect(room.desk().vote).toMatchObject({ counts: { talk: 2, leave: 0 }, cast: 2 });
  });

  test('is over when the result is shown or the run has gone on', () => {
    const place = voting();
    expect(vote(0, 'talk', { ...place, decision: 1 })).toBe('vote-late');
    expect(vote(0, 'talk', place)).toBe('ok');
    expect(room.asHost({ type: 'vote.reveal', place })).toBe('ok');
    expect(vote(1, 'talk', place)).toBe('vote-late');
    expect(room.asHost({ type: 'vote.cover', place })).toBe('ok');
    expect(vote(1, 'talk', place)).toBe('ok');
    expect(move({ type: 'choice.take', scene: place.scene, choice: 'talk' })).toBe('ok');
    expect(vote(2, 'talk', place)).toBe('vote-late');
    expect(room.desk().vote).toMatchObject({ place, counts: { talk: 2 } });
    expect(room.asHost({ type: 'vote.reveal', place })).toBe('ok');
    expect(room.partsOf(seat(2)).vote).toMatchObject({ isRevealed: true, counts: { talk: 2, stall: 0 } });
  });

  test('shows a late pupil everything the others see', () => {
    const place = voting();
    vote(0, 'talk', place);
    room.asHost({ type: 'vote.reveal', place });
    const { self: _, ...late } = room.partsOf(room.seat());
    const { self: __, ...early } = room.partsOf(seat(1));
    expect(late).toEqual(early);
  });

  test('takes a repeated message once, and an older one not at all', () => {
    const place = voting();
    const message = (n: number, choice: string) => ({
      key: `k${n}`,
      n,
      command: { type: 'vote.cast', place, choice },
    });
    for (const each of [
      message(5, 'talk'),
      message(7, 'stall'),
      message(6, 'leave'),
      message(5, 'talk'),
      message(7, 'stall'),
    ])
      expect(room.send(seat(0), each)).toBe('ok');
    expect(room.desk().vote).toMatchObject({ counts: { stall: 1, leave: 0, talk: 0 }, cast: 1 });
    expect(room.partsOf(seat(0)).self.n).toBe(7);
    expect(room.events().filter(({ type }) => type === 'vote.cast')).toHaveLength(2);
  });

  test('keeps reasons: words only where they are allowed, clean, and not those of hidden seats', () => {
    const place = voting();
    const say = (index: number, text: string) =>
      room.asSeat(seat(index), { type: 'vote.cast', place, choice: 'talk', reason: { tag: 'money', text } });
    expect(say(0, 'too early')).toBe('ok');
    expect(room.partsOf(seat(0)).vote!.own).toEqual({ choice: 'talk', reason: { tag: 'money' } });
    room.asHost({ type: 'words.allow' });
    expect(say(0, 'dirty')).toBe('words-unclean');
    for (const index of [0, 1, 2]) expect(say(index, `reason\u200b ${index}`)).toBe('ok');
    room.asHost({ type: 'seat.hide', seat: seat(1) });
    room.asHost({ type: 'reason.hide', place, seat: seat(2) });
    room.asHost({ type: 'vote.reveal', place });
    const shown = [{ choice: 'talk', tag: 'money', text: 'reason 0' }];
    expect(room.partsOf(seat(2)).vote!.reasons).toEqual(shown);
    expect(room.desk().vote!.reasons).toEqual([{ ...shown[0], seat: seat(0) }]);
    room.asHost({ type: 'words.forbid' });
    expect(room.partsOf(seat(2)).vote!.reasons).toEqual([{ choice: 'talk', tag: 'money' }]);
  });

  test('goes back with the run: later votes are gone, those on the decision stay and are covered', () => {
    const place = voting();
    vote(0, 'talk', place);
    room.asHost({ type: 'vote.reveal', place });
    move({ type: 'choice.take', scene: place.scene, choice: 'talk' });
    const before = room.desk().run!;
    expect(room.asHost({ type: 'run.rewind', decision: 1 })).toBe('no-such-decision');
    expect(room.asHost({ type: 'run.rewind', decision: 0 })).toBe('ok');
    const { run, vote: now } = room.desk();
    expect(run!.steps).toEqual(before.steps.slice(0, -1));
    expect(run!.version).not.toBe(before.version);
    expect(now).toMatchObject({ place, isRevealed: false, counts: { talk: 1 } });
    expect(vote(1, 'stall', place)).toBe('ok');
    expect(move({ type: 'choice.take', scene: place.scene, choice: 'stall' })).toBe('ok');
  });

  test('moves the run only from where it stands, and only as it can', () => {
    const { scene } = voting();
    const intent = { type: 'choice.take', scene, choice: 'talk' } as const;
    expect(room.asHost({ type: 'run.move', at: 1, intent })).toBe('run-late');
    expect(room.asHost({ type: 'run.move', at: 0, intent: { ...intent, choice: 'x' } })).toBe(
      'intent-not-possible',
    );
    expect(room.asHost({ type: 'run.move', at: 0, intent })).toBe('ok');
    expect(room.asHost({ type: 'run.move', at: 0, intent })).toBe('run-late');
    room.asHost({ type: 'activity.start', activity: 'round' });
    expect(room.asHost({ type: 'run.move', at: 1, intent })).toBe('activity-other');
  });

  test('asks the question of the scene, and shows the answers with the explanation', () => {
    const { scene } = voting();
    move({ type: 'choice.take', scene, choice: 'talk' });
    move({ type: 'scene.continue', scene });
    const { place } = room.desk().quiz!;
    expect(place).toEqual({ kind: 'quiz', decision: 1, scene: 'q1' });
    const answer = (index: number, response: string) =>
      room.asSeat(seat(index), { type: 'quiz.cast', place, response, confidence: 'sure' });
    expect([answer(0, 'a'), answer(1, 'b'), answer(2, 'z'), answer(1, 'a')]).toEqual([
      'ok',
      'ok',
      'answer-unknown',
      'ok',
    ]);
    expect(room.asSeat(seat(2), { type: 'vote.cast', place, choice: 'a' })).toBe('vote-late');
    expect(room.partsOf(seat(0)).quiz).toEqual({
      place,
      isRevealed: false,
      own: { response: 'a', confidence: 'sure' },
    });
    expect(room.desk().quiz).toMatchObject({ counts: { '"a"': 2 }, cast: 2 });
    move({ type: 'quiz.answer', item: 'q1', response: 'a', confidence: 'guess' });
    expect(answer(2, 'a')).toBe('vote-late');
    expect(room.partsOf(seat(2)).quiz).toEqual({ place, isRevealed: true, counts: { '"a"': 2 } });
  });
});

describe('who has something new', () => {
  test('is the one who has voted, the team of who has chosen, and everyone when the teacher acts', () => {
    const { host } = room;
    const place = voting();
    expect(host.touched()).toBe('all');
    expect(host.touched()).toEqual(new Set());
    vote(0, 'talk', place);
    expect(host.touched()).toEqual(new Set([seat(0)]));
    room.asHost({ type: 'vote.reveal', place });
    expect(host.touched()).toBe('all');
    room.asHost({ type: 'activity.start', activity: 'teams' });
    room.asHost({ type: 'teams.form', size: 2 });
    host.touched();
    room.asSeat(seat(1), { type: 'team.pick', place, choice: 'talk' });
    expect(host.touched()).toEqual(new Set([seat(0), seat(1)]));
    host.setPresent(seat(2), true);
    expect(host.touched()).toEqual(new Set([seat(2)]));
    host.setPresent(seat(2), true);
    expect(host.touched()).toEqual(new Set());
    expect(room.desk().roster.map(({ isPresent }) => isPresent)).toEqual([false, false, true]);
  });

  test('is nobody else: all others see what they saw before', () => {
    const place = voting();
    const seen = (index: number) => structuredClone(room.partsOf(seat(index)));
    const before = [seen(1), seen(2)];
    room.host.touched();
    vote(0, 'talk', place);
    expect([seen(1), seen(2)]).toEqual(before);
  });
});
