import { hash32 } from '../domain/index.ts';
import { type RunState, type RunTables, runTables, stepKernel } from '../machine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { createDice, type Dice, drawAgendaEvent } from '../session/index.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import type { DeadEnd } from './explore.ts';
import { botIntent, type Persona, RANDOM_PERSONA } from './persona.ts';

/** How many plays, by whom, from which seed on. */
export interface PlaysOptions {
  /** Number of plays. */
  readonly n: number;
  /** Play i runs with the seed `seed + i`: a play can be repeated in the game. */
  readonly seed: number;
  readonly persona?: Persona;
}

/** What many plays came to. */
export interface Plays {
  readonly plays: number;
  /** Share 0..1 of the plays by ending; every ending of the scenario is listed. */
  readonly endings: Readonly<Record<string, number>>;
  /** Decisions in one play. */
  readonly decisions: { readonly median: number; readonly p10: number; readonly p90: number };
  readonly unreachedScenes: readonly string[];
  readonly unreachedChoices: readonly string[];
  readonly unreachedStates: readonly string[];
  readonly deadEnds: readonly DeadEnd[];
  /** Steps of the statechart in all plays. */
  readonly steps: number;
}

const MAX_DEAD_ENDS = 20;

/** Lets a bot play whole runs. The same options give the same result. */
export function simulatePlays(
  scenario: Scenario,
  { n, seed, persona = RANDOM_PERSONA }: PlaysOptions,
): Plays {
  const tables = runTables(scenario);
  const coverage = createCoverage(tables);
  const counts = new Map(scenario.endings.map(({ id }) => [id, 0]));
  const decisions: number[] = [];
  const deadEnds: DeadEnd[] = [];
  let steps = 0;
  for (let index = 0; index < n; index += 1) {
    const play = playRun(tables, seed + index, persona, coverage);
    steps += play.steps;
    decisions.push(play.path.length);
    const { endingId, date } = play.state.context;
    if (play.state.story === 'ended' && endingId !== undefined)
      counts.set(endingId, (counts.get(endingId) ?? 0) + 1);
    else if (deadEnds.length < MAX_DEAD_ENDS) {
      deadEnds.push({ where: `${date}: stuck (seed ${seed + index})`, path: play.path });
    }
  }
  const unreached = coverage.unreached();
  return {
    plays: n,
    endings: Object.fromEntries([...counts].map(([id, count]) => [id, n === 0 ? 0 : count / n])),
    decisions: {
      median: quantile(decisions, 0.5),
      p10: quantile(decisions, 0.1),
      p90: quantile(decisions, 0.9),
    },
    unreachedScenes: unreached.scenes,
    unreachedChoices: unreached.choices,
    unreachedStates: unreached.states,
    deadEnds,
    steps,
  };
}

interface Play {
  readonly state: RunState;
  /** Choices taken, `scene/choice`. */
  readonly path: readonly string[];
  readonly steps: number;
}

function playRun(tables: RunTables, seed: number, persona: Persona, coverage: Coverage): Play {
  // The bot's own dice: chance in the story must stay as the player of this seed would meet it.
  const dice: Dice = createDice(hash32(`bot:${seed}`));
  const path: string[] = [];
  let state = tables.initial;
  for (let steps = 0; ; steps += 1) {
    coverage.see(state);
    const event =
      state.story === 'advance'
        ? drawAgendaEvent(tables, seed, state)
        : botIntent(tables, state, persona, dice);
    const next = event && stepKernel(tables, state, event);
    if (!next) return { state, path, steps };
    if (event.type === 'choice.take') {
      coverage.take(event.scene, event.choice);
      path.push(`${event.scene}/${event.choice}`);
    }
    state = next;
  }
}

/** Nearest-rank quantile; 0 without values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
