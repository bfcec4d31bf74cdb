import { openChoices, runTables } from '../../machine/index.ts';
import type { QuizAnswer } from '../../quiz/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Place } from '../class-run.ts';
import type { RoomEvent } from '../live/room-event.ts';
import type { Reason, RoundForm, SeatId, TeamId } from '../live/room-ids.ts';
import type { RoleTable } from '../roles/role-table.ts';
import { beginWalk, lastState, type RunWalk, type WalkSetting, walkBack, walkOn } from './run-walk.ts';
import { pathOf } from './summary-path.ts';
import { readTable } from './summary-tables.ts';
import type { SummaryPath } from './summary-types.ts';

/** The votes of the class on one decision of the common run. */
export interface KeptVote {
  readonly place: Place;
  readonly choices: readonly string[];
  readonly votes: ReadonlyMap<SeatId, { readonly choice: string; readonly reason?: Reason }>;
  /** How the class went on. */
  readonly choice?: string;
}

/** Last answers by item, then by who gave them: a seat, or in the story a team. */
type Answers = ReadonlyMap<string, ReadonlyMap<string, QuizAnswer>>;

/** What a log says, with the seats that did it. It stays in the room. */
export interface RoomRecord {
  readonly seats: ReadonlySet<SeatId>;
  readonly paths: readonly SummaryPath[];
  readonly votes: readonly KeptVote[];
  readonly story: Answers;
  readonly rounds: Readonly<Record<RoundForm, Answers>>;
  /** Questions of the tests that were held. */
  readonly items: Readonly<Record<RoundForm, readonly string[]>>;
  /** At which something has happened, those of earlier rounds of tables first. */
  readonly tables: readonly RoleTable[];
}

interface Box {
  readonly place: Place;
  readonly choices: readonly string[];
  readonly votes: Map<SeatId, { readonly choice: string; readonly reason?: Reason }>;
  choice?: string;
}

type AnswersOf = Map<string, Map<string, QuizAnswer>>;

interface Reading {
  readonly scenario: Scenario;
  readonly setting: WalkSetting;
  readonly seats: Set<SeatId>;
  run: RunWalk;
  readonly teams: Map<TeamId, RunWalk>;
  /** Paths that were left. */
  readonly left: SummaryPath[];
  readonly boxes: Map<string, Box>;
  readonly story: AnswersOf;
  readonly rounds: Readonly<Record<RoundForm, AnswersOf>>;
  readonly items: Record<RoundForm, readonly string[]>;
  /** One for each time that tables were opened, by table. */
  readonly tables: Map<string, RoleTable>[];
}

/** Reads the log of a room, of its end or of any moment before it. */
export function recordOf(scenario: Scenario, log: readonly RoomEvent[]): RoomRecord {
  const opened = log.find((event) => event.type === 'room.opened');
  const tier = scenario.manifest.tiers.find((id) => id === opened?.tier) ?? scenario.manifest.tiers[0] ?? '';
  const setting: WalkSetting = { tables: runTables(scenario, tier), seed: opened?.seed ?? 0 };
  const reading: Reading = {
    scenario,
    setting,
    seats: new Set(),
    run: beginWalk(setting),
    teams: new Map(),
    left: [],
    boxes: new Map(),
    story: new Map(),
    rounds: { pre: new Map(), post: new Map() },
    items: { pre: [], post: [] },
    tables: [],
  };
  for (const event of log) read(reading, event);
  const { run, teams, left, seats, boxes, story, rounds, items } = reading;
  const tables = reading.tables.flatMap((opened) => [...opened.values()]).filter(({ moves }) => moves > 0);
  const ofTeams = [...teams.values()].map((team) => pathOf(scenario, 'team', team));
  const last = [pathOf(scenario, 'class', run), ...ofTeams];
  const paths = [...left, ...last].filter(({ steps }) => steps.length > 0);
  return { seats, paths, votes: [...boxes.values()], story, rounds, items, tables };
}

function read(reading: Reading, event: RoomEvent): void {
  const { seats, rounds, story } = reading;
  switch (event.type) {
    case 'seat.joined':
      seats.add(event.seat);
      break;
    case 'seat.removed':
      remove(reading, event.seat);
      break;
    case 'vote.cast': {
      const { receipt, choice, reason } = event;
      boxAt(reading, event.place).votes.set(receipt.seat, { choice, ...(reason ? { reason } : {}) });
      break;
    }
    case 'quiz.cast':
      keepAnswer(story, event.place.scene, event.receipt.seat, event);
      break;
    case 'round.opened':
      reading.items[event.form] = event.items;
      break;
    case 'round.answered':
      keepAnswer(rounds[event.form], event.item, event.receipt.seat, event);
      break;
    case 'run.moved':
    case 'run.rewound':
      readRun(reading, event);
      break;
    case 'team.moved':
    case 'teams.gathered':
      readTeams(reading, event);
      break;
    case 'roles.opened':
    case 'role.moved':
    case 'role.nudged':
      readTable(reading, event);
      break;
    default:
  }
}

function readRun(
  reading: Reading,
  event: Extract<RoomEvent, { readonly type: 'run.moved' | 'run.rewound' }>,
): void {
  const { scenario, setting, run, boxes, left } = reading;
  if (event.type === 'run.moved') {
    const { intent } = event;
    const next = walkOn(setting, run, intent);
    if (!next) return;
    reading.run = next;
    if (intent.type !== 'choice.take') return;
    const box = boxes.get(keyOf({ kind: 'choice', decision: decisionsOf(run), scene: intent.scene }));
    if (box) box.choice = intent.choice;
    return;
  }
  const { decision } = event;
  const back = walkBack(run, decision);
  if (!back) return;
  reading.run = back;
  // A way that the class has gone to its end can be compared with the other one.
  if (lastState(run).story === 'ended') left.push(pathOf(scenario, 'class', run));
  // What comes later never was. The votes on the decision itself stay: the class can think again.
  for (const [key, box] of boxes) {
    if (box.place.decision > decision) boxes.delete(key);
    else if (box.place.decision === decision) delete box.choice;
  }
}

function readTeams(
  { scenario, setting, teams, left, story }: Reading,
  event: Extract<RoomEvent, { readonly type: 'team.moved' | 'teams.gathered' }>,
): void {
  const { team } = event;
  const run = teams.get(team) ?? beginWalk(setting);
  if (event.type === 'team.moved') {
    const { intent } = event;
    const next = walkOn(setting, run, intent);
    teams.set(team, next ?? run);
    if (next && intent.type === 'quiz.answer') keepAnswer(story, intent.item, `team ${team}`, intent);
    return;
  }
  for (const [id, other] of teams) {
    // Whoever stands there already has left nothing behind.
    if (JSON.stringify(other.intents) === JSON.stringify(run.intents)) continue;
    left.push(pathOf(scenario, 'team', other));
    teams.set(id, run);
  }
}

/** Whoever is taken out does not count any more; what the class has decided with them stands. */
function remove({ seats, boxes, story, rounds }: Reading, seat: SeatId): void {
  seats.delete(seat);
  for (const { votes, choice } of boxes.values()) if (choice === undefined) votes.delete(seat);
  for (const answers of [story, rounds.pre, rounds.post])
    for (const given of answers.values()) given.delete(seat);
}

function boxAt({ run, setting, boxes }: Reading, place: Place): Box {
  const key = keyOf(place);
  const known = boxes.get(key);
  if (known) return known;
  const state = lastState(run);
  const isHere = state.context.sceneId === place.scene;
  const choices = isHere ? openChoices(setting.tables, state).map(({ id }) => id) : [];
  const box: Box = { place, choices, votes: new Map() };
  boxes.set(key, box);
  return box;
}

function keepAnswer(
  answers: AnswersOf,
  item: string,
  who: string,
  { response, confidence }: QuizAnswer,
): void {
  const given = answers.get(item) ?? new Map<string, QuizAnswer>();
  answers.set(item, given.set(who, { response, confidence }));
}

function keyOf({ kind, decision, scene }: Place): string {
  return `${kind} ${decision} ${scene}`;
}

function decisionsOf({ intents }: RunWalk): number {
  return intents.filter(({ type }) => type === 'choice.take').length;
}
