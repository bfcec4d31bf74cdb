import type { IsoDate } from '../domain/index.ts';
import type { STORY_STATES } from '../scenario/index.ts';
import type { RunContext } from './run.ts';

/** Where the statechart stands: leaf state path by leaf region id (`court.first` -> `filed`). */
export type RegionValues = Readonly<Record<string, string>>;

export type StoryNode = (typeof STORY_STATES)[number];

/** A snapshot of a run as plain data; the statechart and the kernel agree on every one. */
export interface RunState {
  readonly context: RunContext;
  readonly values: RegionValues;
  readonly story: StoryNode;
}

/** Payload of a calendar event: how chance fell, by name. */
export type Chance = Readonly<Record<string, boolean>>;

/** Raised by the engine when a table ends without a signature. */
export const DEAL_REFUSED = 'DEAL.REFUSED';

/** What a gate is read against beside the state: the day, and the payload of the event in hand. */
export interface Moment {
  readonly date?: IsoDate;
  readonly chance?: Chance | undefined;
}
