import type { Scenario, ScenarioTexts } from '../../core/scenario/index.ts';
import { lineChanges, partyName, type TableSearchView, type TableView } from '../../core/view-model/index.ts';
import { areNotesFor, openTable, type TableDeskOptions, type TableNotes } from './table-desk.ts';

type TableState = ReturnType<TableDeskOptions['state']>;

/** The table with what the app knows beside it: what moved along, and what a search has found. */
export function withTableNotes(
  scenario: Scenario,
  texts: ScenarioTexts,
  state: TableState,
  view: TableView,
): TableView {
  const { tableNotes } = state;
  const table = openTable(scenario, state);
  if (!table || !tableNotes || !areNotesFor(tableNotes, table)) return view;
  const words = { texts, setting: table.setting };
  const { followed } = tableNotes;
  return {
    ...view,
    ...(followed
      ? {
          followed: {
            changes: lineChanges(words, followed.before, table.talks.offer).filter(
              ({ issue }) => issue !== followed.issue,
            ),
            rules: followed.rules.map((rule) => texts.model.rules[rule] ?? rule),
          },
        }
      : {}),
    search: searchView(words, table.talks.offer, tableNotes.search),
  };
}

function searchView(
  words: Parameters<typeof lineChanges>[0],
  offer: Parameters<typeof lineChanges>[1],
  search: TableNotes['search'],
): TableSearchView {
  if (search === undefined) return { state: 'idle' };
  if (typeof search === 'string') return { state: search };
  const { valid } = search;
  if (search.kind === 'found')
    return {
      state: 'found',
      suggestion: { offer: search.offer, changes: lineChanges(words, offer, search.offer) },
      accepted: search.accepted,
      valid,
    };
  return {
    state: 'none',
    valid,
    blockers: search.blockers.map(({ party, alone }) => ({
      party,
      name: partyName({ texts: words.texts }, party),
      alone,
    })),
  };
}
