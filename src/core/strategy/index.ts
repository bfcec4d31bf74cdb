// How the other side negotiates: concession, answers at a table, suggestions, what asking reveals.
export { aspirationMargin, roundsOf, styleName, styleOf } from './concession.ts';
export { draftAt, openOptions, withLine } from './draft.ts';
export { knownIssues, type Weight, weightWord } from './knowledge.ts';
export { smallestChange, smallestChangeNow } from './suggestion.ts';
export {
  isTableSigned,
  offerErrors,
  spaceOf,
  surplusAt,
  type TableSetting,
  votesAt,
} from './table-setting.ts';
export {
  canPayWithRound,
  type Move,
  marginIn,
  openTalks,
  playMove,
  standingCounter,
  type Talks,
  type Turn,
  wingsAgainst,
} from './talks.ts';
