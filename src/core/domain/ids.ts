/** Ids come from scenario files. They are stable and never reused. */
export type PartyId = string;
export type IssueId = string;
export type OptionId = string;
export type TrackId = string;
export type PhaseId = string;
export type FactId = string;
export type TermId = string;
export type Language = string;
