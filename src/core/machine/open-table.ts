import type { PartyId } from '../domain/index.ts';
import type { Effect, Scenario } from '../scenario/index.ts';
import { draftAt, openTalks, type TableSetting, type Talks } from '../strategy/index.ts';
import { circumstancesOf, type GateView } from './gate-check.ts';
import { exactQuantities } from './quantities.ts';
import type { RunState } from './run-state.ts';
import { runTables } from './run-tables.ts';

type TableEffect = Extract<Effect, { table: unknown }>['table'];

/** The table that an effect opens, with the draft on it; undefined when there is no such table or draft. */
export function talksFor({ track: named, draft }: TableEffect, view: GateView): Talks | undefined {
  const { scenario, state } = view;
  const id = typeof named === 'string' ? named : state.context.flags[named.flag];
  const track = scenario.model.tracks.find((candidate) => candidate.id === id);
  const offer = scenario.drafts.find((candidate) => candidate.id === draft)?.offers[track?.id ?? ''];
  if (!track || !offer) return undefined;
  const setting = tableSetting(view, track.id, track.buyer);
  const laid = draftAt(setting, offer);
  return laid && openTalks(setting, draft, laid);
}

/** The table of a state of the run, for view models. */
export function tableSettingAt(
  scenario: Scenario,
  state: RunState,
  { track, counterpart }: Pick<Talks, 'track' | 'counterpart'>,
): TableSetting {
  return tableSetting({ scenario, state, quantities: exactQuantities }, track, counterpart);
}

/** All that holds at a table of the run. */
export function tableSetting(view: GateView, track: string, counterpart: PartyId | undefined): TableSetting {
  const { scenario, state } = view;
  return {
    model: scenario.model,
    track,
    tier: runTables(scenario, state.context.tier).tier,
    circumstances: circumstancesOf(view),
    ...(counterpart === undefined ? {} : { counterpart }),
  };
}
