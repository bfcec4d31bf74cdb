// Words every room shares: ids, dates, messages, results.
export { addDays, daysBetween, type IsoDate } from './calendar-date.ts';
export { createDice, type Dice } from './dice.ts';
export { hash32, hashJson } from './hash.ts';
export type {
  FactId,
  IssueId,
  Language,
  OptionId,
  PartyId,
  PhaseId,
  TermId,
  TrackId,
} from './ids.ts';
export type { Message } from './message.ts';
export { failure, type Problem, type Result, success } from './result.ts';
export { unreachable } from './unreachable.ts';
