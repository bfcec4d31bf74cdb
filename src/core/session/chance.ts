import { createDice, hash32 } from '../domain/index.ts';
import {
  type AgendaEvent,
  circumstancesAt,
  gateHolds,
  type RunState,
  type RunTables,
} from '../machine/index.ts';
import { phaseAt } from '../model/index.ts';
import type { CalendarEvent, Scenario } from '../scenario/index.ts';

type Chance = NonNullable<CalendarEvent['chance']>;

/**
 * The next event of the world. Chance depends on the seed and the event alone, not on what was drawn
 * before: two players with one seed meet the same judge, whichever way they came.
 */
export function drawAgendaEvent(tables: RunTables, seed: number, state: RunState): AgendaEvent {
  const entry = tables.agenda[state.context.position];
  if (entry?.kind !== 'calendar' || !entry.event.chance) return { type: 'agenda.next' };
  const { id, chance } = entry.event;
  const today = { ...state, context: { ...state.context, date: entry.date } };
  const isYes = createDice(hash32(`${seed}:${id}`)).next01() < chanceOdds(tables.scenario, chance, today);
  return { type: 'agenda.next', chance: { [chance.name]: isYes } };
}

/** Odds 0..1 of a yes at this point of the run. */
export function chanceOdds(scenario: Scenario, chance: Chance, state: RunState): number {
  const bonus = chance.bonus
    .filter(({ when }) => gateHolds(scenario, state, when))
    .reduce((sum, { by }) => sum + by, 0);
  const odds = chance.odds === 'court' ? courtOdds(scenario, state) : chance.odds;
  return Math.min(1, Math.max(0, odds + bonus));
}

function courtOdds(scenario: Scenario, state: RunState): number {
  const { courtOdds: odds } = phaseAt(scenario.model, state.context.date);
  return circumstancesAt(scenario, state).hasOwnSuit ? odds.withSuit : odds.withoutSuit;
}
