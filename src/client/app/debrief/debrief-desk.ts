import type { Vote } from '../../../core/classroom/index.ts';
import type { Debrief } from '../../../core/debrief/index.ts';
import type { Problem, Result } from '../../../core/domain/index.ts';
import { EMPTY_DIARY, type loadRetest } from '../../../core/quiz/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { DebriefIntent, DebriefKnown, DebriefView } from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameState, OpenRun } from '../game-state.ts';
import type { Attempt } from '../notices.ts';
import { createNotesDesk } from './notes-desk.ts';
import { createTaking } from './taking.ts';
import { createWhatIfDesk } from './what-if-desk.ts';

/** What the desk needs of the game around it. */
export interface DebriefDeskOptions {
  readonly scenario: Scenario;
  readonly ports: GamePorts;
  readonly state: () => GameState;
  /** Draws anew: more is known than before. */
  readonly update: (change?: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[], attempt?: Attempt) => void;
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

/** What reads and writes codes for a test after a week. */
type RetestCodes = Awaited<ReturnType<typeof loadRetest>>;

export function createDebriefDesk(options: DebriefDeskOptions, codes: RetestCodes): DebriefDesk {
  const { scenario, state, update } = options;
  const written = createNotesDesk(options);
  const whatIfs = createWhatIfDesk(options);
  const taking = createTaking(options);
  let last: DebriefKnown | undefined;
  return {
    known: (run) => {
      const { diary = EMPTY_DIARY, today = '', entered } = state();
      const code = codes.retestOf(scenario, diary);
      const known: DebriefKnown = {
        diary,
        today,
        notes: written.known(run.id),
        whatIf: whatIfs.known(run),
        taken: taking.taken(run),
        ...(code === undefined ? {} : { code }),
        ...(entered ? { entered } : {}),
        votes: run.classroom?.votes ?? NO_VOTES,
      };
      if (!last || !isSame(last, known)) last = known;
      return last;
    },
    send: (intent) => {
      switch (intent.type) {
        case 'debrief.note':
          return written.write(intent);
        case 'debrief.retest':
          return update({ entered: codes.readRetest(scenario, intent.code) });
        case 'debrief.take':
          return intent.what === 'notes' ? void written.take() : taking.take(intent);
      }
    },
  };
}

const NO_VOTES: readonly Vote[] = [];

/** Every part keeps its object as long as nothing has changed in it. */
function isSame(some: DebriefKnown, other: DebriefKnown): boolean {
  return (
    some.diary === other.diary &&
    some.today === other.today &&
    some.notes === other.notes &&
    some.whatIf === other.whatIf &&
    some.taken === other.taken &&
    some.code === other.code &&
    some.entered === other.entered &&
    some.votes === other.votes
  );
}
