import type { Result } from '../../domain/index.ts';
import { success } from '../../domain/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { RoleBriefs } from '../roles/role-types.ts';
import { createPlayedRun } from './played-run.ts';
import type { RoomEvent } from './room-event.ts';
import { eventSchema } from './room-schemas.ts';
import { type RoomState, refuse } from './room-state.ts';

type Opened = Extract<RoomEvent, { readonly type: 'room.opened' }>;

/** What the teacher chooses for a new room. */
export interface NewRoom {
  readonly code: string;
  readonly scenario: Scenario;
  /** One of the levels of the scenario. */
  readonly tier: string;
  /** 0..2^31-1: every run in the room has it. */
  readonly seed: number;
  /** One of the languages of the scenario. */
  readonly language: string;
  /** SHA-256 of the token of the teacher's device, as hexadecimal digits. */
  readonly hostToken: string;
}

/** The first events of a room: with them `createRoomHost` has it. Refuses what the scenario does not have. */
export function openRoom({ scenario, ...options }: NewRoom): Result<readonly RoomEvent[]> {
  const { hash, manifest } = scenario;
  const event = eventSchema.safeParse({
    type: 'room.opened',
    ...options,
    scenario: { id: manifest.id, hash },
  });
  if (!event.success || event.data.type !== 'room.opened')
    return refuse('malformed', 'A room cannot be opened like this.');
  const state = createRoomState(scenario, event.data);
  return state.ok ? success([event.data]) : state;
}

/** The room as it is when it is new; refuses a room of another scenario, and what the scenario does not have. */
export function createRoomState(
  scenario: Scenario,
  opened: Opened,
  briefs: RoleBriefs = {},
): Result<RoomState> {
  const { id, tiers, languages } = scenario.manifest;
  if (opened.scenario.id !== id || opened.scenario.hash !== scenario.hash)
    return refuse(
      'room-other-scenario',
      'The room was opened with another scenario, or another edition of it.',
    );
  if (!tiers.includes(opened.tier)) return refuse('tier-unknown', 'The scenario has no such level.');
  if (!languages.includes(opened.language))
    return refuse('language-unknown', 'The scenario has no such language.');
  const first = 1;
  return success({
    setting: { scenario, tier: opened.tier, seed: opened.seed },
    briefs,
    opened,
    hostToken: opened.hostToken,
    isLocked: false,
    isPaused: false,
    isEnded: false,
    hasWords: false,
    activity: 'lobby',
    cards: new Map(),
    seats: new Map(),
    seatsByToken: new Map(),
    names: new Set(),
    run: createPlayedRun(first),
    nextVersion: first + 1,
    boxes: new Map(),
    teams: new Map(),
    rounds: new Map(),
  });
}
