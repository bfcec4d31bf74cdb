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
export type { Envelope, HostCommand, RoomCommand, SeatCommand } from './live/room-command.ts';
export {
  ACTIVITIES,
  type Activity,
  REASON_TAGS,
  type Reason,
  type ReasonTag,
  type RoundForm,
} from './live/room-ids.ts';
export type {
  HostParts,
  QuizPart,
  RoomPart,
  RoundPart,
  RunPart,
  SeatParts,
  ShownReason,
  TeamPart,
  VotePart,
} from './live/room-view.ts';
export { type Counts, tallyOf } from './tally.ts';
