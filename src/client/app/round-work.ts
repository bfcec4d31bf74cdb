import {
  choiceOf,
  isTest,
  meetInRound,
  type QuizDiary,
  type Round,
  type RoundChoice,
  type RoundMove,
  startRound,
  stepRound,
  withTest,
  wrongItems,
} from '../../core/quiz/index.ts';
import type { Scenario } from '../../core/scenario/index.ts';
import { presentRound, presentRoundSetup } from '../../core/view-model/index.ts';

// Loaded with the first round: nothing of it is needed before a question is asked outside a run.

/** What makes rounds go, and draws them. */
export interface RoundWork {
  start(scenario: Scenario, choice: RoundChoice, known: RoundKnown): Round | undefined;
  /** The round after a move, and what is remembered then; undefined when the move is not possible now. */
  move(
    scenario: Scenario,
    round: Round,
    move: RoundMove,
    known: Omit<RoundKnown, 'seed'>,
  ): { readonly round: Round; readonly diary: QuizDiary } | undefined;
  readonly present: typeof presentRound;
  readonly presentSetup: typeof presentRoundSetup;
}

interface RoundKnown {
  readonly seed: number;
  readonly diary: QuizDiary;
  /** ISO date. */
  readonly today: string;
}

export const roundWork: RoundWork = {
  start: (scenario, choice, known) => startRound(choice.kind, choiceOf(scenario, choice, known), known.seed),
  move: (scenario, round, move, { diary, today }) => {
    const next = stepRound(scenario, round, move);
    if (!next) return undefined;
    const { kind, items, stage } = next;
    // The items of a test are kept for tests: they are not brought back.
    if (!isTest(kind))
      return { round: next, diary: move.type === 'answer' ? meetInRound(diary, move.item, today) : diary };
    const count = items.length;
    const right = count - wrongItems(scenario, next).length;
    return { round: next, diary: stage === 'review' ? withTest(diary, kind, { right, count }) : diary };
  },
  present: presentRound,
  presentSetup: presentRoundSetup,
};
