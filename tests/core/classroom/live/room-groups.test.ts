import { beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../../../src/core/classroom/index.ts';
import { type LiveRoom, liveRoom } from '../../../support/live-room.ts';
import { miniScenario } from '../../../support/mini-scenario.ts';

const scenario = {
  ...miniScenario,
  manifest: { ...miniScenario.manifest, tests: { pre: ['q1', 'q2'], post: ['q2'] } },
};
const briefs = { en: { F: [{ text: 'brief of F', facts: [] }], M: [{ text: 'brief of M', facts: [] }] } };

let room: LiveRoom;
let seats: readonly string[];
beforeEach(() => {
  room = liveRoom(scenario, briefs);
  seats = [room.seat(), room.seat(), room.seat()];
});
const seat = (index: number) => seats[index] ?? '';
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
