import { type RunState, type RunTables, runTables, tableSettingAt } from '../machine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { votesAt } from '../strategy/index.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import type { DeadEnd } from './explore.ts';
import { type Persona, RANDOM_PERSONA } from './persona.ts';
import { playOut } from './play-run.ts';

/** How many plays, by whom, from which seed on. */
export interface PlaysOptions {
  /** Number of plays. */
  readonly n: number;
  /** Play i runs with the seed `seed + i`: a play can be repeated in the game. */
  readonly seed: number;
  readonly persona?: Persona;
  /** Level at which tables are played; missing: the last one of the scenario. */
  readonly tier?: string;
}

/** How many decisions plays took: the fewest, the middle, and what one in ten falls below or goes beyond. */
export interface Lengths {
  readonly min: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
}

/** What many plays came to. */
export interface Plays {
  readonly plays: number;
  /** Share 0..1 of the plays by ending; every ending of the scenario is listed. */
  readonly endings: Readonly<Record<string, number>>;
  /** Decisions in one play. */
  readonly decisions: Lengths;
  /** Decisions in one play that came to the finale; all 0 when none did. */
  readonly fullDecisions: Lengths;
  readonly tables: TableShares;
  readonly unreachedScenes: readonly string[];
  readonly unreachedChoices: readonly string[];
  readonly unreachedStates: readonly string[];
  readonly deadEnds: readonly DeadEnd[];
  /** Steps of the statechart in all plays. */
  readonly steps: number;
}

/** What came of negotiation, as shares 0..1 of the plays. */
export interface TableShares {
  /** At least one table was opened. */
  readonly sat: number;
  /** At least one contract was signed. */
  readonly signed: number;
  /** At least one was signed that everyone with a veto accepts on the day of the signature. */
  readonly ratified: number;
}

const MAX_DEAD_ENDS = 20;

/** Lets a bot play whole runs. The same options give the same result. */
export function simulatePlays(
  scenario: Scenario,
  { n, seed, persona = RANDOM_PERSONA, tier }: PlaysOptions,
): Plays {
  const tables = runTables(scenario, tier);
  const coverage = createCoverage(tables);
  const counts = new Map(scenario.endings.map(({ id }) => [id, 0]));
  const early = new Set(scenario.endings.filter(({ direct }) => direct).map(({ id }) => id));
  const decisions: number[] = [];
  const fullDecisions: number[] = [];
  const deadEnds: DeadEnd[] = [];
  const met = { sat: 0, signed: 0, ratified: 0 };
  let steps = 0;
  for (let index = 0; index < n; index += 1) {
    const play = playRun(tables, seed + index, persona, coverage);
    steps += play.steps;
    for (const what of play.met) met[what] += 1;
    decisions.push(play.path.length);
    const { endingId, date } = play.state.context;
    if (play.state.story === 'ended' && endingId !== undefined) {
      counts.set(endingId, (counts.get(endingId) ?? 0) + 1);
      if (!early.has(endingId)) fullDecisions.push(play.path.length);
    } else if (deadEnds.length < MAX_DEAD_ENDS) {
      deadEnds.push({ where: `${date}: stuck (seed ${seed + index})`, path: play.path });
    }
  }
  const share = (count: number) => (n === 0 ? 0 : count / n);
  const unreached = coverage.unreached();
  return {
    plays: n,
    endings: Object.fromEntries([...counts].map(([id, count]) => [id, share(count)])),
    decisions: lengthsOf(decisions),
    fullDecisions: lengthsOf(fullDecisions),
    tables: { sat: share(met.sat), signed: share(met.signed), ratified: share(met.ratified) },
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
  readonly met: ReadonlySet<keyof TableShares>;
}

function playRun(tables: RunTables, seed: number, persona: Persona, coverage: Coverage): Play {
  const path: string[] = [];
  const met = new Set<keyof TableShares>();
  coverage.see(tables.initial);
  const { state, steps } = playOut(tables, {
    seed,
    persona,
    from: tables.initial,
    see: (before, event, after) => {
      coverage.see(after);
      if (event.type === 'choice.take') {
        coverage.take(event.scene, event.choice);
        path.push(`${event.scene}/${event.choice}`);
      }
      if (before.story === 'table') noteTable(tables.scenario, before, after, met);
    },
  });
  return { state, path, steps, met };
}

/** A step at a table: was something signed, and would it be ratified as things stood? */
function noteTable(scenario: Scenario, before: RunState, after: RunState, met: Set<keyof TableShares>): void {
  met.add('sat');
  const { talks } = before.context;
  const { table } = after.context;
  if (!talks || after.story === 'table' || !table?.signed) return;
  met.add('signed');
  const votes = votesAt(tableSettingAt(scenario, before, talks), table.offer);
  if (votes.every(({ yes, role }) => yes || role !== 'ratifier')) met.add('ratified');
}

/** Nearest-rank quantiles; 0 without values. */
function lengthsOf(values: readonly number[]): Lengths {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { min: quantile(0), p10: quantile(0.1), median: quantile(0.5), p90: quantile(0.9) };
}
