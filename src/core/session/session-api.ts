import type { IsoDate, Language, PartyId, Problem, Result, TrackId } from '../domain/index.ts';
import type { Intent, RegionValues, RunContext, RunEvent, StoryNode } from '../machine/index.ts';
import type { Turn } from '../strategy/index.ts';

export type { RegionValues } from '../machine/index.ts';

/** What a step did, as data. Views and sound perform it; nothing here performs anything. */
export type RunEffect =
  | { readonly type: 'trust.changed'; readonly party: PartyId; readonly by: number }
  | { readonly type: 'info.gained'; readonly party: PartyId; readonly by: number }
  | { readonly type: 'state.entered'; readonly region: string; readonly state: string }
  | {
      readonly type: 'calendar.fired';
      readonly event: string;
      readonly chance?: Readonly<Record<string, boolean>>;
    }
  | { readonly type: 'table.opened'; readonly track: TrackId }
  | { readonly type: 'table.turned'; readonly track: TrackId; readonly turn: Turn }
  | {
      readonly type: 'table.judged';
      readonly track: TrackId;
      readonly draft: string;
      readonly signed: boolean;
    }
  | { readonly type: 'scene.opened'; readonly scene: string }
  | { readonly type: 'choice.taken'; readonly scene: string; readonly choice: string }
  | { readonly type: 'quiz.answered'; readonly item: string; readonly isCorrect: boolean }
  | { readonly type: 'run.ended'; readonly ending: string };

/** State of the story region: what the player is asked to do now. */
export type StoryState = Exclude<StoryNode, 'advance'>;

/** What the player sees: a snapshot at which somebody has to do something, and how the run came there. */
export interface Frame {
  readonly context: RunContext;
  readonly values: RegionValues;
  readonly story: StoryState;
  /** All that happened between the previous frame and this one, in order. */
  readonly effects: readonly RunEffect[];
}

/** A decision of the run and where the log stood before it. */
export interface Decision {
  readonly logIndex: number;
  readonly date: IsoDate;
  readonly scene: string;
  readonly choice: string;
}

/** What two runs must have in common to be the same run, beside their choices. */
export interface SessionOptions {
  /** Integer 0..2^31-1. Same seed and same choices give the same run. */
  readonly seed: number;
  /** One of the scenario's levels (`manifest.tiers`). */
  readonly tier: string;
}

/** One run of one player. All that can go wrong is a `Result`; nothing throws on hostile input. */
export interface Session {
  /** Level of the scenario at which the run is played. */
  readonly tier: string;
  frame(): Frame;
  /** All frames of the run, the first included: the log in full. */
  frames(): readonly Frame[];
  /** Refuses what is not possible now (`intent-not-possible`) and changes nothing then. */
  send(intent: Intent): Result<Frame>;
  log(): readonly RunEvent[];
  decisions(): readonly Decision[];
  /** Takes back the last decision and all that followed it. */
  undo(): Result<Frame>;
  /** Goes back to the moment before decision `index` of `decisions()`. */
  rewind(index: number): Result<Frame>;
  save(language: Language): Save;
  /** What the player should know about how this run was opened; empty for a new run. */
  notes(): readonly Problem[];
}

/** Mark of a save file; other JSON is refused by it. */
export const SAVE_FORMAT = 'letztes-gebot/run';
/** Version of the save format, not of the scenario. Raised when an old file could be misread. */
export const SAVE_VERSION = 3;
/**
 * Versions that open. In version 1 a table was over with the choice that opened it; up to version 2 the answer to a
 * quiz item was the id of an option.
 */
export const SAVE_VERSIONS = [1, 2, SAVE_VERSION] as const;

/** A run as a file (`docs/formats/save.md`): the log, and what is needed to replay it. */
export interface Save {
  readonly format: typeof SAVE_FORMAT;
  readonly version: (typeof SAVE_VERSIONS)[number];
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly seed: number;
  readonly language: Language;
  readonly tier: string;
  readonly events: readonly RunEvent[];
}
