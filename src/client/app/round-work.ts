import {
  choiceOf,
  type EnteredCode,
  isTest,
  loadRetest,
  loadSpacing,
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
import { loadRoundView, type PresentRound, type PresentRoundSetup } from '../../core/view-model/index.ts';

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
  /** What a code says that was typed in. */
  enterCode(scenario: Scenario, text: string): EnteredCode;
  readonly present: PresentRound;
  readonly presentSetup: PresentRoundSetup;
}

interface RoundKnown {
  readonly seed: number;
  readonly diary: QuizDiary;
  /** ISO date. */
  readonly today: string;
}

export async function loadRoundWork(): Promise<RoundWork> {
  const [meetItem, { readRetest }, { presentRound, presentRoundSetup }] = await Promise.all([
    loadSpacing(),
    loadRetest(),
    loadRoundView(),
  ]);
  return {
    start: (scenario, choice, known) =>
      startRound(choice.kind, choiceOf(scenario, choice, known), known.seed),
    move: (scenario, round, move, { diary, today }) => {
      const next = stepRound(scenario, round, move);
      if (!next) return undefined;
      const { kind, items, answers, stage } = next;
      // The items of a test are kept for tests: they are not brought back.
      if (!isTest(kind)) {
        const item = scenario.quiz.find(({ id }) => move.type === 'answer' && id === move.item);
        const answer = item && answers[item.id];
        return { round: next, diary: answer ? meetItem(diary, item, { answer, today }) : diary };
      }
      if (stage !== 'review') return { round: next, diary };
      const count = items.length;
      const right = count - wrongItems(scenario, next).length;
      return { round: next, diary: withTest(diary, kind, { right, count, day: today, answers }) };
    },
    enterCode: readRetest,
    present: presentRound,
    presentSetup: presentRoundSetup,
  };
}
