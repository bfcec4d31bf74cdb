import { createDice, hash32, type PartyId } from '../domain/index.ts';
import {
  type AgendaEvent,
  type Chance,
  clampTrust,
  exactQuantities,
  gaugeValue,
  NEUTRAL_TRUST,
  openChoices,
  type Quantities,
  type RunEvent,
  type RunState,
  stepKernel,
  type TableResult,
} from '../machine/index.ts';
import type { Circumstances } from '../model/index.ts';
import { botIntent, RANDOM_PERSONA } from '../report/index.ts';
import type { Choice } from '../scenario/index.ts';
import { drawAgendaEvent } from '../session/index.ts';
import type { RetracedRun } from './run-record.ts';

/** What a run comes to: its ending (missing where it got stuck) and its gauges, 0..100 points. */
export interface Outcome {
  readonly ending?: string;
  readonly gauges: readonly number[];
}

/** How a run goes on from a place. What is missing is as it was. */
export interface WhatIf {
  readonly from: RunState;
  /** Taken at `from`, if it is open there. */
  readonly choice?: string;
  /** Readiness of the others: trust points on top of their own, by party. */
  readonly shifts?: Readonly<Record<PartyId, number>>;
  /** All choices are drawn among the open ones, with this seed. */
  readonly draws?: number;
}

/** A run played again. */
export interface Replay {
  readonly outcome: Outcome;
  /** The same again, but with chance falling as for another seed. */
  readonly withChance: (seed: number) => Outcome;
}

/** Plays a run again in another way. Counts its replays. */
export interface Player {
  readonly play: (whatIf: WhatIf) => Replay;
  /** The run itself, from one of its states on. */
  readonly asItWas: (from: RunState) => Replay;
  readonly replays: () => number;
}

export function createPlayer(run: RetracedRun): Player {
  const { tables, record, states } = run;
  const habits = habitsOf(run);
  let replays = 0;

  /** Up to where chance first falls otherwise, nothing is played a second time. */
  const replayOf = (whatIf: WhatIf, outcome: Outcome, crossroads: readonly Crossroads[]): Replay => ({
    outcome,
    withChance: (seed) => {
      replays += 1;
      const drawAt = (state: RunState) => drawAgendaEvent(tables, seed, state);
      const turn = crossroads.find(({ state, chance }) => !isSameChance(drawAt(state).chance, chance));
      return turn ? outcomeAt(run, playOn(run, habits, { ...whatIf, from: turn.state, drawAt })) : outcome;
    },
  });

  return {
    play: (whatIf) => {
      replays += 1;
      const crossroads: Crossroads[] = [];
      const drawAt = (state: RunState) => {
        const event = drawAgendaEvent(tables, record.seed, state);
        if (event.chance) crossroads.push({ state, chance: event.chance });
        return event;
      };
      return replayOf(whatIf, outcomeAt(run, playOn(run, habits, { ...whatIf, drawAt })), crossroads);
    },
    asItWas: (from) => {
      const crossroads = record.log.flatMap((event, at): readonly Crossroads[] => {
        const state = states[at];
        return state && event.type === 'agenda.next' && event.chance ? [{ state, chance: event.chance }] : [];
      });
      const later = crossroads.filter(({ state }) => state.context.position >= from.context.position);
      return replayOf({ from }, outcomeAt(run, run.end), later);
    },
    replays: () => replays,
  };
}

/** A place of a run where chance decides, and how it did. */
interface Crossroads {
  readonly state: RunState;
  readonly chance: Chance;
}

function isSameChance(a: Chance = {}, b: Chance = {}): boolean {
  return Object.entries(a).every(([name, isYes]) => b[name] === isYes);
}

/**
 * Distance 0..1 of two outcomes: one half for another ending, one half for the mean distance of the gauges as a
 * share of their scale. A run that got stuck has no ending: it differs from every other one.
 */
export function outcomeDistance(a: Outcome, b: Outcome): number {
  const isSame = a.ending !== undefined && a.ending === b.ending;
  const apart = a.gauges.reduce((sum, value, at) => sum + Math.abs(value - (b.gauges[at] ?? value)), 0);
  return (isSame ? 0 : 0.5) + apart / Math.max(1, a.gauges.length) / 200;
}

/** Without an ending the gauges are as trust and the facts of the place move them from neutral. */
export function outcomeAt({ scenario }: RetracedRun, state: RunState): Outcome {
  const found = scenario.endings.find(({ id }) => id === state.context.endingId);
  const gauges = scenario.gauges.map((gauge) => gaugeValue(scenario, state, found, gauge));
  return found ? { ending: found.id, gauges } : { gauges };
}

/** What the player did in the run, by scene. */
interface Habits {
  readonly choices: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, TableResult>;
  readonly asks: ReadonlyMap<string, readonly PartyId[]>;
}

function habitsOf({ record, states, decisions }: RetracedRun): Habits {
  const tables = new Map<string, TableResult>();
  const asks = new Map<string, readonly PartyId[]>();
  for (const [at, event] of record.log.entries()) {
    const next = states[at + 1]?.context;
    if (event.type === 'table.ask') asks.set(event.scene, [...(asks.get(event.scene) ?? []), event.party]);
    if ('scene' in event && states[at]?.story === 'table' && next?.table && !next.talks)
      tables.set(event.scene, next.table);
  }
  return { choices: new Map(decisions.map(({ scene, choice }) => [scene, choice])), tables, asks };
}

interface Play extends WhatIf {
  /** What the world does next. */
  readonly drawAt: (state: RunState) => AgendaEvent;
}

function playOn(run: RetracedRun, habits: Habits, whatIf: Play): RunState {
  const { tables } = run;
  const quantities = whatIf.shifts ? shiftedQuantities(whatIf.shifts) : exactQuantities;
  let state = whatIf.from;
  for (;;) {
    const events =
      state.story === 'advance'
        ? [whatIf.drawAt(state)]
        : habitualEvents(run, habits, { state, quantities, whatIf });
    let next: RunState | undefined;
    for (const event of events) {
      next = stepKernel(tables, state, event, quantities);
      if (next) break;
    }
    if (!next) return state;
    state = next;
  }
}

interface Turn {
  readonly state: RunState;
  readonly quantities: Quantities;
  readonly whatIf: WhatIf;
}

/** What the player would do here: the first one that is possible. */
function habitualEvents(run: RetracedRun, habits: Habits, turn: Turn): readonly RunEvent[] {
  const { state } = turn;
  const { sceneId: scene = '', talks } = state.context;
  switch (state.story) {
    case 'decide': {
      const choice = chosen(run, habits, turn);
      return choice === undefined ? [] : [{ type: 'choice.take', scene, choice }];
    }
    case 'table': {
      if (!talks) return [];
      const at = talks.turns.length;
      const party = habits.asks.get(scene)?.[at];
      const last = habits.tables.get(scene);
      // Proposals and counter-offers are left out: what was last on the table is put to the vote. So every
      // yes and no goes by the readiness that is tried out.
      const ends: readonly RunEvent[] = last
        ? [
            last.left
              ? { type: 'table.leave', scene, turn: at }
              : { type: 'table.final', scene, turn: at, offer: last.offer },
          ]
        : [];
      return [
        ...(party === undefined ? [] : [{ type: 'table.ask', scene, turn: at, party } as const]),
        ...ends,
        { type: 'table.final', scene, turn: at, offer: talks.offer },
      ];
    }
    case 'present':
    case 'feedback':
    case 'quiz.explained':
      return [{ type: 'scene.continue', scene }];
    case 'quiz.question': {
      const item = run.tables.scenes.get(scene)?.scene.quiz ?? '';
      const answer = run.end.context.quizAnswers[item];
      const skip: RunEvent = { type: 'quiz.skip', item };
      return answer ? [{ type: 'quiz.answer', item, ...answer }, skip] : [skip];
    }
    case 'advance':
    case 'ended':
      return [];
  }
}

function chosen(run: RetracedRun, habits: Habits, { state, quantities, whatIf }: Turn): string | undefined {
  const open = openChoices(run.tables, state, quantities);
  const isOpen = (choice: string | undefined) => choice !== undefined && open.some(({ id }) => id === choice);
  const { sceneId: scene = '' } = state.context;
  if (state === whatIf.from && isOpen(whatIf.choice)) return whatIf.choice;
  if (whatIf.draws !== undefined) return drawn(open, `draw:${whatIf.draws}:${scene}`);
  const own = habits.choices.get(scene);
  if (isOpen(own)) return own;
  const dice = createDice(hash32(`what-if:${run.record.seed}:${scene}`));
  const intent = botIntent(run.tables, state, RANDOM_PERSONA, dice);
  // With the readiness of the others another choice may be open than the bot sees.
  return intent?.type === 'choice.take' && isOpen(intent.choice)
    ? intent.choice
    : drawn(open, `what-if:${run.record.seed}:${scene}`);
}

function drawn(open: readonly Choice[], place: string): string | undefined {
  return open.length > 1 ? open[createDice(hash32(place)).nextIndex(open.length)]?.id : open[0]?.id;
}

/** Numbers as they are, but gates and votes read trust so many points higher or lower. */
function shiftedQuantities(shifts: Readonly<Record<PartyId, number>>): Quantities {
  const trustOf = (trust: Readonly<Record<PartyId, number>>, party: PartyId) =>
    clampTrust((trust[party] ?? NEUTRAL_TRUST) + (shifts[party] ?? 0));
  const shifted = (circumstances: Circumstances): Circumstances => ({
    ...circumstances,
    trust: {
      ...circumstances.trust,
      ...Object.fromEntries(Object.keys(shifts).map((party) => [party, trustOf(circumstances.trust, party)])),
    },
  });
  return {
    ...exactQuantities,
    isTrustAtLeast: ({ trust }, party, min) => trustOf(trust, party) >= min,
    isSigned: (scenario, track, offer, circumstances) =>
      exactQuantities.isSigned(scenario, track, offer, shifted(circumstances)),
    isAcceptable: (scenario, party, agreement, circumstances) =>
      exactQuantities.isAcceptable(scenario, party, agreement, shifted(circumstances)),
  };
}
