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
const briefs = { en: { F: ['brief of F'], M: ['brief of M'] } };

let room: LiveRoom;
let seats: readonly string[];
beforeEach(() => {
  room = liveRoom(scenario, briefs);
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

describe('teams', () => {
  test('are formed in the order of joining, and those who have one stay', () => {
    room.asHost({ type: 'activity.start', activity: 'teams' });
    room.asHost({ type: 'teams.form', size: 2 });
    const late = room.seat();
    room.asHost({ type: 'teams.form', size: 4 });
    const teams = room.desk().roster.map(({ team }) => team);
    expect(teams).toEqual(['t1', 't1', 't2', 't3']);
    room.asHost({ type: 'team.seat', seat: late, team: 't2' });
    expect(room.partsOf(late).team!.members.map(({ isSelf }) => isSelf)).toEqual([false, true]);
    const newcomer = room.seat();
    expect(room.partsOf(newcomer).teams).toEqual([
      { team: 't1', count: 2 },
      { team: 't2', count: 2 },
      { team: 't3', count: 0 },
    ]);
    expect(room.asSeat(newcomer, { type: 'team.join', team: 't1' })).toBe('ok');
    expect(room.asSeat(newcomer, { type: 'team.join', team: 't2' })).toBe('team-other');
  });

  test('move by their speaker only, from where they stand; the others show what they would choose', () => {
    room.asHost({ type: 'activity.start', activity: 'teams' });
    room.asHost({ type: 'teams.form', size: 2 });
    const scene = 's1-goal';
    const place: Place = { kind: 'choice', decision: 0, scene };
    const step = (index: number, choice: string, at = 0) =>
      room.asSeat(seat(index), { type: 'team.move', at, intent: { type: 'choice.take', scene, choice } });
    expect(room.asSeat(seat(1), { type: 'team.pick', place, choice: 'stall' })).toBe('ok');
    expect(room.partsOf(seat(0)).team!.members[1]).toMatchObject({ pick: 'stall', isSpeaker: false });
    expect(JSON.stringify(room.partsOf(seat(2)))).not.toContain('stall');
    expect(step(1, 'stall')).toBe('team-not-speaker');
    expect(room.asSeat(seat(1), { type: 'team.speak' })).toBe('ok');
    expect(step(0, 'talk')).toBe('team-not-speaker');
    expect(step(1, 'stall', 1)).toBe('team-late');
    expect(step(1, 'stall')).toBe('ok');
    expect(room.partsOf(seat(0)).run!.steps).toHaveLength(1);
    expect(room.partsOf(seat(0)).team!.members[1]).not.toHaveProperty('pick');
    expect(room.partsOf(seat(2)).run!.steps).toHaveLength(0);
    room.asHost({ type: 'seat.remove', seat: seat(1) });
    expect(room.partsOf(seat(0)).team!.members).toMatchObject([{ isSpeaker: true }]);
  });

  test('stand where one of them stands when they are gathered', () => {
    room.asHost({ type: 'activity.start', activity: 'teams' });
    room.asHost({ type: 'teams.form', size: 1 });
    const scene = 's1-goal';
    const step = (index: number, choice: string) =>
      room.asSeat(seat(index), { type: 'team.move', at: 0, intent: { type: 'choice.take', scene, choice } });
    step(0, 'talk');
    step(1, 'leave');
    const before = room.partsOf(seat(1)).run!;
    expect(room.asHost({ type: 'teams.gather', team: 't1' })).toBe('ok');
    const after = room.partsOf(seat(1)).run!;
    expect(after.steps).toEqual(room.partsOf(seat(0)).run!.steps);
    expect(after.version).not.toBe(before.version);
    const next = { type: 'team.move', at: 1, intent: { type: 'scene.continue', scene } } as const;
    expect(room.asSeat(seat(1), next)).toBe('ok');
  });
});

describe('a test', () => {
  test('takes one answer to each item while it is open, and tells nobody who answered what', () => {
    const answer = (index: number, item: string, response: string, form: 'pre' | 'post' = 'pre') =>
      room.asSeat(seat(index), { type: 'round.answer', form, item, response, confidence: 'guess' });
    room.asHost({ type: 'activity.start', activity: 'round' });
    expect(answer(0, 'q1', 'a')).toBe('round-closed');
    room.asHost({ type: 'round.open', form: 'pre' });
    expect(answer(0, 'q1', 'a')).toBe('ok');
    expect(answer(0, 'q1', 'b')).toBe('answered');
    expect(answer(0, 'q2', 'z')).toBe('answer-unknown');
    expect(answer(0, 'q2', 'b')).toBe('ok');
    expect(answer(1, 'q2', 'c')).toBe('ok');
    expect(room.desk().round).toEqual({
      form: 'pre',
      items: ['q1', 'q2'],
      isOpen: true,
      begun: 2,
      done: 1,
      seats: 3,
    });
    expect(room.partsOf(seat(1)).round!.answers).toEqual({ q2: { response: 'c', confidence: 'guess' } });
    room.asHost({ type: 'round.open', form: 'post' });
    expect(answer(1, 'q1', 'a')).toBe('round-closed');
    expect(answer(1, 'q1', 'a', 'post')).toBe('answer-unknown');
    expect(room.partsOf(seat(1)).round).toMatchObject({ form: 'post', answers: {} });
  });
});

describe('tables with roles', () => {
  const open = () => {
    room.asHost({ type: 'activity.start', activity: 'roles' });
    return room.asHost({ type: 'roles.open', tables: 2, track: 'M', phase: 'P2' });
  };
  const take = (index: number, table: string, party: string) =>
    room.asSeat(seat(index), { type: 'role.take', table, party });

  test('have chairs to take, each with a sheet for those who sit on it', () => {
    expect(take(0, 'r1', 'F')).toBe('roles-closed');
    expect(open()).toBe('ok');
    expect(open()).toBe('roles-open');
    expect(room.partsOf(seat(0)).chairs).toContainEqual({ table: 'r2', party: 'F', count: 0 });
    expect([take(0, 'r1', 'F'), take(1, 'r1', 'M'), take(2, 'r1', 'X'), take(0, 'r2', 'F')]).toEqual([
      'ok',
      'ok',
      'role-unknown',
      'role-other',
    ]);
    const [own, other] = [JSON.stringify(room.partsOf(seat(0))), JSON.stringify(room.partsOf(seat(1)))];
    expect([own.includes('brief of F'), own.includes('brief of M')]).toEqual([true, false]);
    expect([other.includes('brief of F'), other.includes('brief of M')]).toEqual([false, true]);
    expect(JSON.stringify(room.desk())).not.toContain('brief of');
    expect(JSON.stringify(room.partsOf(seat(2)))).not.toContain('brief of');
  });

  test('go on by the speaker of a chair, at the right number of moves, and by nudges', () => {
    open();
    take(0, 'r1', 'F');
    take(1, 'r1', 'F');
    const offer = { own: 'part', algo: 'keep', price: 'high' };
    const propose = (index: number, at: number) =>
      room.asSeat(seat(index), { type: 'role.move', at, move: { type: 'propose', offer } });
    expect(propose(1, 0)).toBe('role-not-speaker');
    expect(propose(0, 3)).toBe('role-late');
    expect(room.asSeat(seat(1), { type: 'role.speak' })).toBe('ok');
    expect(propose(1, 0)).toBe('ok');
    const table = room.partsOf(seat(0)).role!.table;
    expect(table.moves).toBeGreaterThan(0);
    expect(room.desk().roles!.tables[0]).toEqual(table);
    expect(room.asHost({ type: 'role.nudge', table: 'r2' })).toBe('ok');
    expect(room.desk().roles!.tables[1]!.moves).toBeGreaterThan(0);
    expect(room.asHost({ type: 'roles.close' })).toBe('ok');
    expect(propose(1, table.moves)).toBe('roles-closed');
  });
});
