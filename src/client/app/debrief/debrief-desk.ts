import type { Debrief } from '../../../core/debrief/index.ts';
import type { Problem, Result } from '../../../core/domain/index.ts';
import { EMPTY_DIARY } from '../../../core/quiz/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { DebriefIntent, DebriefKnown, DebriefView } from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameState, OpenRun } from '../game-state.ts';
import { createNotesDesk } from './notes-desk.ts';
import { createWhatIfDesk } from './what-if-desk.ts';
import { createTaking } from './taking.ts';
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
  /** What the page shows, and the findings behind it as far as they are worked out. */
  readonly shown: () => { readonly view: DebriefView; readonly findings?: Debrief } | undefined;
}

/** What this device knows beside the run that is talked over, and what the player does there. */
export interface DebriefDesk {
  /** The same object as long as nothing has changed. */
  known(run: OpenRun): DebriefKnown;
  send(intent: DebriefIntent): void;
}

export function createDebriefDesk(options: DebriefDeskOptions): DebriefDesk {
  const { state } = options;
  const written = createNotesDesk(options);
export function createDebriefDesk(
  { scenario, state, update }: DebriefDeskOptions,
  codes: RetestCodes,
): DebriefDesk {
  const learningDesk = createLearningDesk(scenario, codes);
  let last: DebriefKnown | undefined;
  return {
    known: ({ id }) => {
      const { diary = EMPTY_DIARY, today = '' } = state();
      const notes = written.known(id);
      if (last?.diary !== diary || last.today !== today || last.notes !== notes)
        last = { diary, today, notes };
  const whatIfs = createWhatIfDesk(options);
  let last: DebriefKnown | undefined;
  return {
    known: (run) => {
      const { diary = EMPTY_DIARY, today = '' } = state();
      const whatIf = whatIfs.known(run);
      if (last?.diary !== diary || last.today !== today || last.whatIf !== whatIf)
        last = { diary, today, whatIf };
  const taking = createTaking(options);
  let last: DebriefKnown | undefined;
  return {
    known: (run) => {
      const { diary = EMPTY_DIARY, today = '' } = state();
      const taken = taking.taken(run);
      if (last?.diary !== diary || last.today !== today || last.taken !== taken)
        last = { diary, today, taken };
      const learning = learningDesk.known(diary);
      if (last?.diary !== diary || last.today !== today || last.learning !== learning)
        last = { diary, today, learning };
      return last;
    },
    send: (intent) => {
      switch (intent.type) {
        case 'debrief.note':
          return written.write(intent);
        case 'debrief.retest':
          learningDesk.enter(intent.code);
          return update();
        case 'debrief.note':
        case 'debrief.take':
          if (intent.what === 'notes') void written.take();
          return;
        case 'debrief.retest':
          return;
        case 'debrief.take':
          return taking.take(intent);
      }
    },
  };
}
