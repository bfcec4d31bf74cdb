import { type Intent, type RunState, type RunTables, stepKernel } from '../../machine/index.ts';
import { drawAgendaEvent } from '../../session/index.ts';

/**
 * A run walked through by its intents, with the kernel of the statechart: a summary walks forty of them at once, and
 * a session takes some ten times as long.
 */
export interface RunWalk {
  readonly intents: readonly Intent[];
  /** At the first frame, and after each intent. */
  readonly states: readonly [RunState, ...RunState[]];
}

export interface WalkSetting {
  readonly tables: RunTables;
  readonly seed: number;
}

export function beginWalk(setting: WalkSetting): RunWalk {
  return { intents: [], states: [untilAsked(setting, setting.tables.initial)] };
}

/** Undefined where the intent is not possible. */
export function walkOn(setting: WalkSetting, walk: RunWalk, intent: Intent): RunWalk | undefined {
  const next = stepKernel(setting.tables, lastState(walk), intent);
  return (
    next && {
      intents: [...walk.intents, intent],
      states: [...walk.states, untilAsked(setting, next)],
    }
  );
}

/** Before this decision again; undefined when there was no such one. */
export function walkBack(walk: RunWalk, decision: number): RunWalk | undefined {
  const taken = walk.intents.flatMap(({ type }, index) => (type === 'choice.take' ? [index] : []));
  const index = taken[decision];
  if (index === undefined) return undefined;
  const [first, ...states] = walk.states;
  return { intents: walk.intents.slice(0, index), states: [first, ...states.slice(0, index)] };
}

export function lastState({ states }: RunWalk): RunState {
  return states.at(-1) ?? states[0];
}

/** What the world does until somebody has to do something. */
function untilAsked({ tables, seed }: WalkSetting, from: RunState): RunState {
  let state = from;
  while (state.story === 'advance') {
    const next = stepKernel(tables, state, drawAgendaEvent(tables, seed, state));
    if (!next) throw new Error(`dead end after ${state.context.date}`);
    state = next;
  }
  return state;
}
