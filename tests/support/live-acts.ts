import fc from 'fast-check';
import type { RoomCommand, RoomEvent } from '../../src/core/classroom/index.ts';
import { type LiveRoom, liveRoom } from './live-room.ts';
import { miniScenario } from './mini-scenario.ts';

// Pupils and teachers who do anything at all, and mostly what is possible where the room stands.

export const scenario = {
  ...miniScenario,
  manifest: { ...miniScenario.manifest, tests: { pre: ['q1', 'q2'], post: ['q2'] } },
};
export const PARTIES = ['F', 'I', 'M', 'W', 'B'];
export const briefs = {
  en: Object.fromEntries(PARTIES.map((party) => [party, [{ text: `brief of ${party}`, facts: [] }]])),
};
export const SEATS = 5;

/** What somebody does, as far as it does not depend on where the room stands. */
interface Act {
  readonly who: number;
  readonly what: number;
  readonly which: number;
  readonly more: number;
}
export const act = fc.record({
  who: fc.nat({ max: SEATS - 1 }),
  what: fc.nat({ max: 99 }),
  which: fc.nat({ max: 9 }),
  more: fc.nat({ max: 9 }),
});

const CHOICES = ['talk', 'exclusive', 'stall', 'leave', 'high', 'low', 'file', 'wait', 'go-on', 'toString'];
const SCENES = ['s1-goal', 's2-order', 's3-table', 's4-sue', 's5-plan'];
const ACTIVITIES = ['vote', 'vote', 'teams', 'roles', 'round', 'debrief', 'lobby'] as const;
export const OFFERS = [
  { own: 'part', algo: 'keep', price: 'high' },
  { own: 'all', algo: 'sell', price: 'low' },
];
export const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A command of a pupil that often is possible. */
export function seatCommand(room: LiveRoom, seat: string, { what, which, more }: Act): RoomCommand {
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

export function hostCommand(room: LiveRoom, { who, what, which, more }: Act): RoomCommand {
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

export function fullRoom(): { readonly room: LiveRoom; readonly seats: readonly string[] } {
  const room = liveRoom(scenario, briefs);
  const seats = Array.from({ length: SEATS }, () => room.seat());
  room.asHost({ type: 'words.allow' });
  return { room, seats };
}

/** A room in which the class does something already; 0 to 4. */
export function busyRoom(number: number): ReturnType<typeof fullRoom> {
  const { room, seats } = fullRoom();
  const activity = at(['lobby', 'vote', 'teams', 'roles', 'round'] as const, number);
  room.asHost({ type: 'activity.start', activity });
  if (activity === 'teams') room.asHost({ type: 'teams.form', size: 2 });
  if (activity === 'round') room.asHost({ type: 'round.open', form: 'pre' });
  if (activity === 'roles') {
    room.asHost({ type: 'roles.open', tables: 2, track: 'M', phase: 'P2' });
    for (const [index, seat] of seats.entries())
      room.asSeat(seat, { type: 'role.take', table: index < 3 ? 'r1' : 'r2', party: at(PARTIES, index) });
  }
  return { room, seats };
}

/** Which one to begin with. */
export const beginning = fc.nat({ max: 4 });

/** One act of somebody: every third one is the teacher's. */
export function perform(room: LiveRoom, seats: readonly string[], step: Act): void {
  const seat = seats[step.who] ?? '';
  const isHost = step.what % 3 === 0;
  const next = { ...step, what: Math.floor(step.what / 3) };
  if (isHost) room.asHost(hostCommand(room, next) as Parameters<LiveRoom['asHost']>[0]);
  else room.asSeat(seat, seatCommand(room, seat, next) as Parameters<LiveRoom['asSeat']>[1]);
}

/** What only the teacher makes happen. */
export const HOST_EVENTS: ReadonlySet<RoomEvent['type']> = new Set<RoomEvent['type']>([
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
