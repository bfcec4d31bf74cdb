import { runTables } from '../machine/index.ts';
import { type Persona, playOut, RANDOM_PERSONA } from '../report/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Outlook } from './outlook.ts';

/** Trial runs at each level: enough that nearly every choice is taken more than a few times. */
const PLAYS_OF_LEVEL = 200;

/**
 * Lets bots play whole runs at every level and counts, choice by choice, how those ended that took it. Two in three
 * choose at random and put the prepared drafts to the vote; the rest play as the scenario describes. The same
 * scenario and personas give the same outlook.
 */
export function surveyOutlook(scenario: Scenario, described: readonly Persona[]): Outlook {
  const { tiers, id } = scenario.manifest;
  const choices: Record<string, Record<string, number>> = {};
  for (const [level, tier] of tiers.entries()) {
    const tables = runTables(scenario, tier);
    for (let play = 0; play < PLAYS_OF_LEVEL; play += 1) {
      const persona = play % 3 === 2 ? described[Math.floor(play / 3) % described.length] : undefined;
      const taken = new Set<string>();
      const { state } = playOut(tables, {
        seed: level * PLAYS_OF_LEVEL + play,
        persona: persona ?? RANDOM_PERSONA,
        from: tables.initial,
        see: (_, event) => {
          if (event.type === 'choice.take') taken.add(`${event.scene}/${event.choice}`);
        },
      });
      const { endingId } = state.context;
      if (state.story !== 'ended' || endingId === undefined) continue;
      for (const choice of taken) {
        const endings = choices[choice] ?? {};
        choices[choice] = { ...endings, [endingId]: (endings[endingId] ?? 0) + 1 };
      }
    }
  }
  return { scenario: { id, hash: scenario.hash }, choices };
}
