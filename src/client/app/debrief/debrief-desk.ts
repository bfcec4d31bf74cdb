import type { Problem, Result } from '../../../core/domain/index.ts';
import { EMPTY_DIARY } from '../../../core/quiz/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { DebriefIntent, DebriefKnown } from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameState, OpenRun } from '../game-state.ts';
import { createLearningDesk, type RetestCodes } from './learning-desk.ts';

/** What the desk needs of the game around it. */
export interface DebriefDeskOptions {
  readonly scenario: Scenario;
  readonly ports: GamePorts;
  readonly state: () => GameState;
  /** Draws anew: more is known than before. */
  readonly update: () => void;
  readonly report: (problems: readonly Problem[]) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly reportOnce: (problems: readonly Problem[]) => void;
}

/** What this device knows beside the run that is talked over, and what the player does there. */
export interface DebriefDesk {
  /** The same object as long as nothing has changed. */
  known(run: OpenRun): DebriefKnown;
  send(intent: DebriefIntent): void;
}

export function createDebriefDesk(
  { scenario, state, update }: DebriefDeskOptions,
  codes: RetestCodes,
): DebriefDesk {
  const learningDesk = createLearningDesk(scenario, codes);
  let last: DebriefKnown | undefined;
  return {
    known: () => {
      const { diary = EMPTY_DIARY, today = '' } = state();
      const learning = learningDesk.known(diary);
      if (last?.diary !== diary || last.today !== today || last.learning !== learning)
        last = { diary, today, learning };
      return last;
    },
    send: (intent) => {
      switch (intent.type) {
        case 'debrief.retest':
          learningDesk.enter(intent.code);
          return update();
        case 'debrief.note':
        case 'debrief.take':
          return;
      }
    },
  };
}
