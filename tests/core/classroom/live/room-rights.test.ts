import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoomCommand, RoomEvent } from '../../../../src/core/classroom/index.ts';
import { HOST_TOKEN, type LiveRoom, liveRoom, restore, tokenOf } from '../../../support/live-room.ts';
import { miniScenario } from '../../../support/mini-scenario.ts';

// Whatever devices send, in whatever order: the room stands, counts once, keeps secrets and comes back from its log.

const scenario = {
  ...miniScenario,
  manifest: { ...miniScenario.manifest, tests: { pre: ['q1', 'q2'], post: ['q2'] } },
};
const PARTIES = ['F', 'I', 'M', 'W', 'B'];
const briefs = { en: Object.fromEntries(PARTIES.map((party) => [party, [`brief of ${party}`]])) };
const SEATS = 5;

/** What somebody does, as far as it does not depend on where the room stands. */
interface Act {
  readonly who: number;
  readonly what: number;
  readonly which: number;
  readonly more: number;
}
const act = fc.record({
  who: fc.nat({ max: SEATS - 1 }),
  what: fc.nat({ max: 99 }),
  which: fc.nat({ max: 9 }),
  more: fc.nat({ max: 9 }),
});

const CHOICES = ['talk', 'exclusive', 'stall', 'leave', 'high', 'low', 'file', 'wait', 'go-on', 'toString'];
const SCENES = ['s1-goal', 's2-order', 's3-table', 's4-sue', 's5-plan'];
const ACTIVITIES = ['vote', 'vote', 'teams', 'roles', 'round', 'debrief', 'lobby'] as const;
const OFFERS = [
  { own: 'part', algo: 'keep', price: 'high' },
  { own: 'all', algo: 'sell', price: 'low' },
];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A command of a pupil that often is possible. */
function seatCommand(room: LiveRoom, seat: string, { what, which, more }: Act): RoomCommand {
  const { vote, quiz, run, role } = room.partsOf(seat);
  const place = vote?.place ?? { kind: 'choice' as const, decision: more % 2, scene: at(SCENES, which) };
  const choice = at(vote?.choices ?? CHOICES, which);
  const response = at(['a', 'b', 'c'], which);
  const steps = run?.steps.length ?? 0;
  const moves = role?.table.moves ?? 0;
  const offer = at(OFFERS, which);
  const commands: readonly RoomCommand[] = [
    { type: 'vote.cast', place, choice, reason: { tag: 'money', text: `secret of ${seat}` } },
    { type: 'vote.cast', place, choice },
    { type: 'quiz.cast', place: quiz?.place ?? place, response, confidence: 'sure' },
    { type: 'name.draw' },
    { type: 'team.join', team: `t${(which % 3) + 1}` },
    { type: 'team.speak' },
    { type: 'team.pick', place: { ...place, decision: 0, scene: 's1-goal' }, choice: at(CHOICES, which) },
    {
      type: 'team.move',
      at: steps,
      intent: { type: 'choice.take', scene: 's1-goal', choice: at(CHOICES, which) },
    },
    { type: 'team.move', at: steps, intent: { type: 'scene.continue', scene: at(SCENES, which) } },
    {
      type: 'round.answer',
      form: at(['pre', 'post'], more),
      item: at(['q1', 'q2'], which),
      response,
      confidence: 'guess',
    },
    { type: 'role.take', table: at(['r1', 'r2'], which), party: at(PARTIES, more) },
    { type: 'role.speak' },
    { type: 'role.move', at: moves, move: { type: 'propose', offer } },
    { type: 'role.move', at: moves, move: { type: 'vote', yes: which > 4 } },
    { type: 'role.move', at: moves, move: { type: 'leave' } },
  ];
  return at(commands, what);
}

function hostCommand(room: LiveRoom, { who, what, which, more }: Act): RoomCommand {
  const { vote, quiz, run } = room.desk();
  const seat = `s${who + 1}`;
  const place = vote?.place ?? quiz?.place ?? { kind: 'choice', decision: 0, scene: 's1-goal' };
  const steps = run?.steps.length ?? 0;
  const scene = at(SCENES, which);
  const commands: readonly RoomCommand[] = [
    { type: 'activity.start', activity: at(ACTIVITIES, which) },
    { type: 'activity.start', activity: at(ACTIVITIES, more) },
    { type: 'vote.reveal', place },
    { type: 'vote.cover', place },
    { type: 'reason.hide', place, seat },
    {
      type: 'run.move',
      at: steps,
      intent: { type: 'choice.take', scene: place.scene, choice: at(vote?.choices ?? CHOICES, which) },
    },
    { type: 'run.move', at: steps, intent: { type: 'scene.continue', scene } },
    {
      type: 'run.move',
      at: steps,
      intent: { type: 'quiz.answer', item: place.scene, response: 'a', confidence: 'sure' },
    },
    { type: 'run.rewind', decision: more % 3 },
    { type: 'teams.form', size: (which % 4) + 1 },
    { type: 'team.seat', seat, team: `t${(more % 3) + 1}` },
    { type: 'teams.gather', team: `t${(more % 3) + 1}` },
    { type: 'round.open', form: at(['pre', 'post'], more) },
    { type: 'round.close', form: at(['pre', 'post'], more) },
    { type: 'roles.open', tables: 2, track: at(['M', 'S'], which), phase: at(['P1', 'P2', 'x'], more) },
    { type: 'role.seat', seat, table: 'r1', party: at(PARTIES, more) },
    { type: 'role.nudge', table: at(['r1', 'r2'], which) },
    { type: 'roles.close' },
    { type: 'words.allow' },
    { type: 'words.forbid' },
    { type: 'seat.rename', seat, ...(which > 4 ? {} : { name: `N ${more}` }) },
    { type: which > 4 ? 'seat.hide' : 'seat.show', seat },
    { type: which === 0 ? 'seat.remove' : 'seat.show', seat },
    { type: which > 6 ? 'room.pause' : 'room.resume' },
    { type: which > 4 ? 'room.lock' : 'room.unlock' },
    { type: 'card.push', text: `card ${more}` },
    { type: 'timer.start', seconds: 60 },
    { type: 'summary.show' },
  ];
  return at(commands, what);
}

function fullRoom(): { readonly room: LiveRoom; readonly seats: readonly string[] } {
  const room = liveRoom(scenario, briefs);
  const seats = Array.from({ length: SEATS }, () => room.seat());
  room.asHost({ type: 'words.allow' });
  return { room, seats };
}

/** One act of somebody: every third one is the teacher's. */
function perform(room: LiveRoom, seats: readonly string[], step: Act): void {
  const seat = seats[step.who] ?? '';
  const isHost = step.what % 3 === 0;
  const next = { ...step, what: Math.floor(step.what / 3) };
  if (isHost) room.asHost(hostCommand(room, next) as Parameters<LiveRoom['asHost']>[0]);
  else room.asSeat(seat, seatCommand(room, seat, next) as Parameters<LiveRoom['asSeat']>[1]);
}

const HOST_EVENTS: ReadonlySet<RoomEvent['type']> = new Set<RoomEvent['type']>([
  'room.opened',
  'room.locked',
  'room.unlocked',
  'room.paused',
  'room.resumed',
  'room.ended',
  'words.allowed',
  'words.forbidden',
  'host.renewed',
  'seat.hidden',
  'seat.shown',
  'seat.removed',
  'card.pushed',
  'card.withdrawn',
  'timer.started',
  'timer.stopped',
  'activity.started',
  'vote.revealed',
  'vote.covered',
  'reason.hidden',
  'run.moved',
  'run.rewound',
  'teams.gathered',
  'round.opened',
  'round.closed',
  'roles.opened',
  'role.nudged',
  'roles.closed',
]);

function viewsOf(room: LiveRoom, seats: readonly string[]): unknown {
  return [room.desk(), ...seats.map((seat) => room.partsOf(seat))];
}

describe('whatever happens in a room', () => {
  test('its log is the room: every viewer sees the same again, live and from a store', () =>
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { room, seats } = fullRoom();
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
      { numRuns: 150 },
    ));

  test('every vote counts once: the counts sum up to the seats that have voted', () =>
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { room, seats } = fullRoom();
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
      { numRuns: 150 },
    ));

  test('a pupil never makes happen what only the teacher can', () =>
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { room, seats } = fullRoom();
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
      { numRuns: 150 },
    ));

  test('no device is told a token, a sheet of another chair, or words that are not shown yet', () =>
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { room, seats } = fullRoom();
        for (const step of acts) {
          perform(room, seats, step);
          const desk = JSON.stringify(room.desk());
          expect(desk).not.toContain(HOST_TOKEN);
          expect(desk).not.toContain('brief of');
          for (const [index, seat] of seats.entries()) {
            const parts = room.partsOf(seat);
            const text = JSON.stringify(parts);
            for (const number of [1, 2, 3, 4, 5]) {
              expect(text).not.toContain(tokenOf(number));
              expect(desk).not.toContain(tokenOf(number));
            }
            expect(text).not.toContain(HOST_TOKEN);
            const chair = room.desk().roster[index]?.chair;
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
