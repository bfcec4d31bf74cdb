import { isAskable } from '../machine/index.ts';
import type { Scenario, ScenarioTexts } from '../scenario/index.ts';
import { counterpartsAt, type Practice, practiceSetting } from '../session/index.ts';
import type { PracticeSetupView, TableView } from './table-types.ts';
import { presentTable } from './table-view.ts';
import { partyWords } from './table-words.ts';

/** The practice table as it stands. */
export function presentPractice(scenario: Scenario, texts: ScenarioTexts, practice: Practice): TableView {
  const { options, talks, info } = practice;
  const setting = practiceSetting(scenario, options);
  const { model } = scenario;
  return presentTable({
    scenario,
    texts,
    setting,
    talks,
    info,
    insights: 0,
    date: model.phases.find(({ id }) => id === options.phase)?.date ?? scenario.manifest.startDate,
    kind: 'practice',
    stakes: [],
    askable: model.preferences.map(({ party }) => party).filter((party) => isAskable(setting, party)),
  });
}

/** What can be set up there. */
export function presentPracticeSetup(
  scenario: Scenario,
  texts: ScenarioTexts,
  { options }: Practice,
): PracticeSetupView {
  const { tracks, phases } = scenario.model;
  const seat = (party: string) => {
    const { name, emblem } = partyWords({ scenario, texts }, party);
    return { id: party, name, emblem };
  };
  return {
    tracks: tracks.map(({ id }) => ({ id, name: texts.model.tracks[id] ?? id })),
    counterparts: Object.fromEntries(
      tracks.map(({ id }) => [id, counterpartsAt(scenario, id).map(seat)] as const),
    ),
    phases: phases.map(({ id, date }) => ({ id, date, name: texts.model.phases[id] ?? id })),
    chosen: options,
  };
}
