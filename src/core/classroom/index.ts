// A class: one run for all with its votes beside it; and the live room, the authority over all that is played in it.
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
export { openRoom } from './live/open-room.ts';
export type {
  Envelope,
  HostCommand,
  RoomCommand,
  SeatCommand,
} from './live/room-command.ts';
export type { RoomEvent } from './live/room-event.ts';
export { createRoomHost } from './live/room-host.ts';
export type { Actor, Outcome, RoomHost, RoomPorts, Touched } from './live/room-host-api.ts';
export type { Reason, ReasonTag, RoundForm } from './live/room-ids.ts';
export type { HostParts, Parts, RoomPart, RunPart, SeatParts } from './live/room-view.ts';
export { roleSetting } from './roles/role-setting.ts';
export type { RoleSeatView, RoleTableView } from './roles/role-types.ts';
export { summaryOf } from './summary/summary-of.ts';
export { summaryOfRun } from './summary/summary-of-run.ts';
export type {
  ClassSummary,
  SummaryPath,
  SummaryQuestion,
  SummaryTable,
  SummaryVote,
} from './summary/summary-types.ts';
export { type Counts, tallyOf } from './tally.ts';
