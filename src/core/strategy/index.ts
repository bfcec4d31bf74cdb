// How the other side negotiates: concession, answers at a table, suggestions, what asking reveals.
export { styleName, styleOf } from './concession.ts';
export { draftAt, openOptions, withLine } from './draft.ts';
export { knownIssues, type Weight, weightWord } from './knowledge.ts';
export { smallestChange, smallestChangeNow } from './suggestion.ts';
export { isTableSigned, offerErrors, type TableSetting, votesAt } from './table-setting.ts';
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
