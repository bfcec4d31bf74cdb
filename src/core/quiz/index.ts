// Questions outside the story's rules: what an answer is, whether it is right, rounds of questions, and when one comes back.
export { choiceOf, openItems, type RoundChoice, type RoundKind, sourceItems } from './choose-items.ts';
export {
  dueItems,
  EMPTY_DIARY,
  mergeDiaries,
  parseDiary,
  type QuizDiary,
  type TestResult,
  withTest,
} from './diary.ts';
export { displayOrder } from './display-order.ts';
export { loadRetest, loadSpacing } from './late.ts';
export {
  CONFIDENCES,
  type Confidence,
  guessResponse,
  isList,
  isPairs,
  isResponseTo,
  isRight,
  type QuizAnswer,
  type QuizResponse,
} from './response.ts';
export type { EnteredCode, RetestScore } from './retest-code.ts';
export {
  isTest,
  normalisedGain,
  type Round,
  type RoundMove,
  startRound,
  stepRound,
  wrongItems,
} from './round.ts';
export { type Tally, tallyOf } from './tally.ts';
export { toRepeat } from './to-repeat.ts';
