import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, fullRoom, HOST_EVENTS, SEATS, scenario } from '../../../support/live-acts.ts';
import { restore } from '../../../support/live-room.ts';

describe('messages that come twice, late or in another order', () => {
  const message = fc.record({ seat: fc.nat({ max: SEATS - 1 }), choice: fc.nat({ max: 3 }) });

  test('end in the same votes, each seat with its latest', () =>
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 20 }).chain((list) => {
          const sent = list.map((each, n) => ({ ...each, n: n + 1 }));
          return fc.tuple(
            fc.constant(sent),
            fc.shuffledSubarray([...sent, ...sent], { minLength: sent.length * 2 }),
          );
        }),
        ([sent, arrived]) => {
          const { room, seats } = fullRoom();
          room.asHost({ type: 'activity.start', activity: 'vote' });
          const { place, choices } = room.desk().vote!;
          for (const { seat, choice, n } of arrived)
            expect(
              room.send(seats[seat] ?? '', {
                key: `m${n}`,
                n,
                command: { type: 'vote.cast', place, choice: at(choices, choice) },
              }),
            ).toBe('ok');
          for (const [index, seat] of seats.entries()) {
            const last = sent.findLast((each) => each.seat === index);
            const own = room.partsOf(seat).vote!.own;
            expect(own?.choice).toBe(last && at(choices, last.choice));
          }
          expect(room.desk().vote!.cast).toBe(new Set(sent.map(({ seat }) => seat)).size);
        },
      ),
      { numRuns: 200 },
    ));

  test('are known by the vote they cast, however much the seat has said since and though the vote is over', () => {
    const { room, seats } = fullRoom();
    const seat = seats[0] ?? '';
    room.asHost({ type: 'activity.start', activity: 'vote' });
    const { place, choices } = room.desk().vote!;
    const command = { type: 'vote.cast', place, choice: at(choices, 0) } as const;
    expect(room.send(seat, { key: 'vote', n: 1, command })).toBe('ok');
    for (let n = 2; n < 100; n += 1)
      expect(room.send(seat, { key: `name ${n}`, n, command: { type: 'name.draw' } })).toBe('ok');
    room.asHost({ type: 'vote.reveal', place });
    expect(room.send(seat, { key: 'vote', n: 1, command })).toBe('ok');
    expect(room.send(seat, { key: 'other', n: 100, command })).toBe('vote-late');
    expect(room.events().filter(({ type }) => type === 'vote.cast')).toHaveLength(1);
  });

  test('of one seat that never stops do not fill the log of the others', () => {
    const { room, seats } = fullRoom();
    const [loud = '', calm = ''] = seats;
    const draw = (seat: string, n: number) =>
      room.send(seat, { key: `${seat} ${n}`, n, command: { type: 'name.draw' } });
    const ENOUGH = 10_000;
    for (let n = 1; n <= ENOUGH; n += 1) draw(loud, n);
    const before = room.events().length;
    expect(draw(loud, ENOUGH + 1)).toBe('seat-log-full');
    expect(room.events()).toHaveLength(before);
    expect(draw(calm, 1)).toBe('ok');
  });

  test('of two devices of one seat lose no answer, though both number from the same', () => {
    const { room, seats } = fullRoom();
    const seat = seats[0] ?? '';
    room.asHost({ type: 'activity.start', activity: 'round' });
    room.asHost({ type: 'round.open', form: 'pre' });
    const answer = (key: string, item: string) =>
      room.send(seat, {
        key,
        n: 1,
        command: { type: 'round.answer', form: 'pre', item, response: 'a', confidence: 'sure' },
      });
    expect([answer('one', 'q1'), answer('two', 'q2'), answer('one', 'q1'), answer('two', 'q2')]).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
    expect(Object.keys(room.partsOf(seat).round!.answers)).toEqual(['q1', 'q2']);
    expect(room.events().filter(({ type }) => type === 'round.answered')).toHaveLength(2);
  });

  test('are known again after a restart', () => {
    const { room, seats } = fullRoom();
    const seat = seats[0] ?? '';
    room.asHost({ type: 'activity.start', activity: 'teams' });
    room.asHost({ type: 'teams.form', size: 1 });
    const message = {
      key: 'step',
      n: 3,
      command: {
        type: 'team.move',
        at: 0,
        intent: { type: 'choice.take', scene: 's1-goal', choice: 'talk' },
      },
    };
    expect(room.send(seat, message)).toBe('ok');
    const again = restore(scenario, room.events());
    expect(again.take({ kind: 'seat', seat }, message)).toMatchObject({ ok: true, value: { events: [] } });
    expect(again.parts({ kind: 'seat', seat })).toMatchObject({
      self: { n: 3 },
      run: { steps: [{ choice: 'talk' }] },
    });
  });
});

describe('hostile values', () => {
  const leaf = fc.oneof(
    fc.anything(),
    fc.constantFrom('__proto__', 'constructor', -1, 1e300, Number.NaN, null, '\ud800'),
  );
  const types = fc.constantFrom(
    'vote.cast',
    'quiz.cast',
    'team.move',
    'round.answer',
    'role.move',
    'card.push',
    'run.move',
    'seat.rename',
    'x',
  );
  const odd = fc.record({
    key: fc.oneof(fc.string(), leaf),
    n: fc.oneof(fc.nat(), leaf),
    command: fc.record(
      {
        type: types,
        place: leaf,
        choice: leaf,
        at: fc.oneof(fc.nat(), leaf),
        intent: leaf,
        text: leaf,
        move: leaf,
        response: leaf,
        seat: leaf,
      },
      { requiredKeys: ['type'] },
    ),
  });

  test('are refused, and nothing throws', () =>
    fc.assert(
      fc.property(fc.oneof(fc.anything(), odd), fc.boolean(), (value, isHost) => {
        const { room } = fullRoom();
        const before = room.events().length;
        const { host } = room;
        const seat = isHost ? '__proto__' : 's1';
        expect(host.take({ kind: 'seat', seat }, value).ok).toBe(false);
        if (isHost) host.take({ kind: 'host' }, value);
        expect(
          room
            .events()
            .slice(before)
            .every(({ type }) => HOST_EVENTS.has(type)),
        ).toBe(true);
        expect(() => host.parts({ kind: 'seat', seat })).not.toThrow();
        host.setPresent(seat, true);
      }),
      { numRuns: 500 },
    ));
});
