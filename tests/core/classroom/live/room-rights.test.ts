import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  act,
  at,
  beginning,
  briefs,
  busyRoom,
  fullRoom,
  HOST_EVENTS,
  hostCommand,
  OFFERS,
  PARTIES,
  perform,
  scenario,
  seatCommand,
} from '../../../support/live-acts.ts';
import { HOST_TOKEN, type LiveRoom, restore, tokenOf } from '../../../support/live-room.ts';

// Whatever devices do, in whatever order: the room stands, counts once, keeps secrets and comes back from its log.

function viewsOf(room: LiveRoom, seats: readonly string[]): unknown {
  return [room.desk(), ...seats.map((seat) => room.partsOf(seat))];
}

describe('whatever happens in a room', () => {
  test('its log is the room: every viewer sees the same again, live and from a store', () =>
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 60 }), (number, acts) => {
        const { room, seats } = busyRoom(number);
        for (const step of acts) perform(room, seats, step);
        room.asHost({ type: 'summary.show' });
        const kept: unknown[] = JSON.parse(JSON.stringify(room.events()));
        const again = restore(scenario, kept, briefs);
        again.take({ kind: 'host' }, { key: 'x', n: 1, command: { type: 'summary.show' } });
        expect(again.log()).toEqual(room.events());
        expect([
          again.parts({ kind: 'host' }),
          ...seats.map((seat) => again.parts({ kind: 'seat', seat })),
        ]).toEqual(viewsOf(room, seats));
      }),
      { numRuns: 100 },
    ));

  test('every vote counts once: the counts sum up to the seats that have voted', () =>
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 60 }), (number, acts) => {
        const { room, seats } = busyRoom(number);
        room.asHost({ type: 'activity.start', activity: 'vote' });
        for (const step of acts) {
          perform(room, seats, step);
          const { vote, quiz, roster } = room.desk();
          const shown = vote ?? quiz;
          if (!shown) continue;
          const sum = Object.values(shown.counts).reduce((all, count) => all + count, 0);
          expect(sum).toBe(shown.cast);
          expect(roster.filter(({ isReady }) => isReady).length).toBeLessThanOrEqual(shown.cast);
        }
      }),
      { numRuns: 100 },
    ));

  test('a pupil never makes happen what only the teacher can', () =>
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 60 }), (number, acts) => {
        const { room, seats } = busyRoom(number);
        for (const step of acts) {
          const seat = seats[step.who] ?? '';
          const command = step.more > 5 ? hostCommand(room, step) : seatCommand(room, seat, step);
          const before = room.events().length;
          const answer = room.asSeat(seat, command as Parameters<LiveRoom['asSeat']>[1]);
          for (const event of room.events().slice(before)) {
            expect(HOST_EVENTS.has(event.type)).toBe(false);
            expect('receipt' in event && event.receipt?.seat).toBe(seat);
          }
          if (step.more > 5) expect(answer).toBe('forbidden');
          // Something for pupils to do.
          if (step.what % 3 === 0) room.asHost(hostCommand(room, step) as Parameters<LiveRoom['asHost']>[0]);
        }
      }),
      { numRuns: 100 },
    ));

  test('no device is told a token, a sheet of another chair, or words that are not shown yet', () =>
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 60 }), (number, acts) => {
        const { room, seats } = busyRoom(number);
        for (const step of acts) {
          perform(room, seats, step);
          const desk = JSON.stringify(room.desk());
          expect(desk).not.toContain(HOST_TOKEN);
          expect(desk).not.toContain('brief of');
          for (const seat of seats) {
            const parts = room.partsOf(seat);
            const text = JSON.stringify(parts);
            for (const number of [1, 2, 3, 4, 5]) {
              expect(text).not.toContain(tokenOf(number));
              expect(desk).not.toContain(tokenOf(number));
            }
            expect(text).not.toContain(HOST_TOKEN);
            // Whoever was taken out is in no list any more.
            const chair = room.desk().roster.find((each) => each.seat === seat)?.chair;
            for (const party of PARTIES)
              if (chair?.party !== party) expect(text).not.toContain(`brief of ${party}`);
            if (parts.vote?.isRevealed) continue;
            for (const other of seats) if (other !== seat) expect(text).not.toContain(`secret of ${other}`);
            for (const part of [parts.vote, parts.quiz])
              if (part && !part.isRevealed) expect(part).not.toHaveProperty('counts');
          }
        }
      }),
      { numRuns: 60 },
    ));

  test('whoever is not told of anything new sees what was there before', () =>
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 60 }), (number, acts) => {
        const { room, seats } = busyRoom(number);
        const look = () => seats.map((seat) => structuredClone(room.partsOf(seat)));
        room.host.touched();
        let before = look();
        for (const step of acts) {
          perform(room, seats, step);
          const touched = room.host.touched();
          const after = look();
          for (const [index, seat] of seats.entries())
            if (touched !== 'all' && !touched.has(seat)) expect(after[index]).toEqual(before[index]);
          before = after;
        }
      }),
      { numRuns: 100 },
    ));

  test('the tally is what the desk shows of the vote', () =>
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 60 }), (number, acts) => {
        const { room, seats } = busyRoom(number);
        for (const step of acts) {
          perform(room, seats, step);
          const { vote, quiz } = room.desk();
          expect(room.host.tally()).toEqual({ ...(vote ? { vote } : {}), ...(quiz ? { quiz } : {}) });
        }
      }),
      { numRuns: 60 },
    ));

  test('what the others say before it is shown makes no difference to what a pupil sees', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 3 })), { maxLength: 20 }),
        (votes) => {
          // Two rooms in which the others vote, answer and choose differently; the last seat watches.
          const views = [0, 1].map((shift) => {
            const { room, seats } = fullRoom();
            const watcher = seats.at(-1) ?? '';
            const seen: unknown[] = [];
            const look = () => seen.push(structuredClone(room.partsOf(watcher)));
            const others = (use: (seat: string, choice: number) => void) => {
              for (const [who, choice, moved] of votes) use(seats[who] ?? '', choice + shift * moved);
              look();
            };
            room.asHost({ type: 'activity.start', activity: 'vote' });
            const { place, choices } = room.desk().vote!;
            others((seat, choice) =>
              room.asSeat(seat, {
                type: 'vote.cast',
                place,
                choice: at(choices, choice),
                reason: { text: `${choice}` },
              }),
            );
            room.asHost({
              type: 'run.move',
              at: 0,
              intent: { type: 'choice.take', scene: place.scene, choice: 'talk' },
            });
            room.asHost({ type: 'run.move', at: 1, intent: { type: 'scene.continue', scene: place.scene } });
            const quiz = room.desk().quiz!;
            others((seat, choice) =>
              room.asSeat(seat, {
                type: 'quiz.cast',
                place: quiz.place,
                response: at(['a', 'b', 'c'], choice),
                confidence: 'sure',
              }),
            );
            room.asHost({ type: 'activity.start', activity: 'round' });
            room.asHost({ type: 'round.open', form: 'pre' });
            others((seat, choice) =>
              room.asSeat(seat, {
                type: 'round.answer',
                form: 'pre',
                item: 'q1',
                response: at(['a', 'b', 'c'], choice),
                confidence: 'sure',
              }),
            );
            room.asHost({ type: 'activity.start', activity: 'teams' });
            room.asHost({ type: 'teams.form', size: 4 });
            others((seat, choice) =>
              room.asSeat(seat, { type: 'team.pick', place, choice: at(choices, choice) }),
            );
            others((seat, choice) =>
              room.asSeat(seat, {
                type: 'team.move',
                at: 0,
                intent: { type: 'choice.take', scene: place.scene, choice: at(choices, choice) },
              }),
            );
            room.asHost({ type: 'activity.start', activity: 'roles' });
            room.asHost({ type: 'roles.open', tables: 2, track: 'M', phase: 'P2' });
            for (const [index, seat] of seats.entries())
              room.asSeat(seat, {
                type: 'role.take',
                table: index < 3 ? 'r2' : 'r1',
                party: at(PARTIES, index),
              });
            room.asSeat(seats[3] ?? '', {
              type: 'role.move',
              at: 0,
              move: { type: 'propose', offer: OFFERS[0]! },
            });
            others((seat, choice) => {
              const moves = room.partsOf(seat).role?.table.moves ?? 0;
              const isOther = room.partsOf(seat).role?.table.table === 'r2';
              if (isOther)
                room.asSeat(seat, {
                  type: 'role.move',
                  at: moves,
                  move: { type: 'propose', offer: at(OFFERS, choice) },
                });
            });
            return seen;
          });
          expect(views[1]).toEqual(views[0]);
        },
      ),
      { numRuns: 60 },
    ));
});
