import { insightsLeft, isAskable, runTables, type TableResult, tableSettingAt } from '../machine/index.ts';
import { type Talks, votesAt } from '../strategy/index.ts';
import type { Presenting } from './run-history.ts';
import { currentScene } from './scene-view.ts';
import { isVoteKnown, lightFor } from './table-lights.ts';
import type { LightView, TableView } from './table-types.ts';
import { presentTable } from './table-view.ts';
import type { Sitting } from './table-words.ts';

// The table of a run: what the run knows, handed to the views of a table.

/** The open table; undefined when none is open. */
export function presentRunTable(present: Presenting): TableView | undefined {
  const { talks } = present.frame.context;
  return talks && presentTable(sittingAt(present, talks));
}

/** How everyone judged the last contract of a table that is over, as far as the player can know. */
export function presentClosedLights(present: Presenting, table: TableResult): readonly LightView[] {
  const { frame, previous = frame } = present;
  // The votes were cast before the table had its consequences.
  const { talks } = previous.context;
  const { track, draft, offer, rounds, turns, signed } = table;
  const closed: Talks = {
    ...(talks ?? { track, draft, base: offer, rounds }),
    offer,
    used: rounds,
    turns,
    status: signed ? 'signed' : 'refused',
  };
  const sitting = { ...sittingAt({ ...present, frame: previous }, closed), info: frame.context.info };
  return votesAt(sitting.setting, offer).map((vote) => lightFor(sitting, vote, isVoteKnown(sitting, vote)));
}

function sittingAt(present: Presenting, talks: Talks): Sitting {
  const { scenario, texts, frame } = present;
  const { context } = frame;
  const setting = tableSettingAt(scenario, frame, talks);
  const tables = runTables(scenario, context.tier);
  return {
    scenario,
    texts,
    setting,
    talks,
    info: context.info,
    insights: insightsLeft({ tables, state: frame }),
    date: context.date,
    kind: 'story',
    stakes: currentScene(present)?.stakes ?? [],
    askable: scenario.model.preferences
      .map(({ party }) => party)
      .filter((party) => isAskable(setting, party)),
  };
}
