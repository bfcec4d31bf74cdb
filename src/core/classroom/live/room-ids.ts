/** Names a participant of a room; it means nothing outside of it. */
export type SeatId = string;
/** Names a team of a room. */
export type TeamId = string;
/** Names one of the negotiating tables of a room. */
export type RoleTableId = string;

/** What a room does at a time. The runs and tables of the others stay as they were. */
export const ACTIVITIES = ['lobby', 'vote', 'teams', 'roles', 'round', 'debrief'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Why somebody votes for a choice, without a word that could name a person. */
export const REASON_TAGS = ['money', 'control', 'trust', 'time', 'users', 'rules'] as const;
export type ReasonTag = (typeof REASON_TAGS)[number];

export interface Reason {
  readonly tag?: ReasonTag;
  /** At most 140 characters; only where the room allows words of one's own. */
  readonly text?: string;
}

/** A test before the lesson and one after it: the forms of the scenario. */
export type RoundForm = 'pre' | 'post';
