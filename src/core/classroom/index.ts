// A class that plays one run together: its votes and pauses beside the run's own log.
export {
  type ClassCommand,
  type ClassRun,
  NEW_CLASS,
  type Place,
  parseClass,
  type SavedClass,
  saveClass,
  stepClass,
  type Vote,
  voteAt,
} from './class-run.ts';
export type { RoomEvent } from './live/room-event.ts';
export { summaryOf } from './summary/summary-of.ts';
export type { ClassSummary, SummaryPath, SummaryQuestion, SummaryVote } from './summary/summary-types.ts';
export { type Counts, tallyOf } from './tally.ts';
