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
export { type Counts, tallyOf } from './tally.ts';
