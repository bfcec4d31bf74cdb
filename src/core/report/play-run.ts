import { createDice, type Dice, hash32 } from '../domain/index.ts';
import { type RunEvent, type RunState, type RunTables, stepKernel } from '../machine/index.ts';
import { drawAgendaEvent } from '../session/index.ts';
import { botIntent, type Persona } from './persona.ts';

/** A run of a bot: where it starts, and what is to be told about it. */
export interface RunOptions {
  /** Chance falls in the story as the player of this seed would meet it. */
  readonly seed: number;
  readonly persona: Persona;
  readonly from: RunState;
  /** Called after each step. */
  readonly see?: (state: RunState, event: RunEvent, next: RunState) => void;
}

/** Where a run of a bot came to, and how many steps it took. */
export interface RunResult {
  readonly state: RunState;
  readonly steps: number;
}

/** Plays to the end, or to where nothing leads on. */
export function playOut(tables: RunTables, { seed, persona, from, see }: RunOptions): RunResult {
  let state = from;
  for (let steps = 0; ; steps += 1) {
    const event =
      state.story === 'advance'
        ? drawAgendaEvent(tables, seed, state)
        : botIntent(tables, state, persona, diceAt(seed, state));
    const next = event && stepKernel(tables, state, event);
    if (!next) return { state, steps };
    see?.(state, event, next);
    state = next;
  }
}

/**
 * The bot's own dice at one place. Two runs of one seed that differ in one decision choose alike at all other
 * places: what differs in the end comes from that decision, and not from dice that fell out of step.
 */
function diceAt(seed: number, { context, story }: RunState): Dice {
  // Most steps need no dice: they are made when they are thrown.
  let made: Dice | undefined;
  const dice = () => {
    const turn = context.talks?.turns.length ?? 0;
    made ??= createDice(hash32(`bot:${seed}:${context.position}:${story}:${turn}`));
    return made;
  };
  return { next01: () => dice().next01(), nextIndex: (count) => dice().nextIndex(count) };
}
