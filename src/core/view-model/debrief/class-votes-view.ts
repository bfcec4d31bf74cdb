import { tallyOf, type Vote } from '../../classroom/index.ts';
import { letterOf } from '../classroom/class-view.ts';
import { plainText } from '../prose.ts';
import type { Presenting } from '../run-history.ts';
import type { ClassVotesView } from './class-votes-types.ts';

/** The votes that were counted, by decision; none where nobody voted. */
export function presentClassVotes(
  { texts, run }: Presenting,
  votes: readonly Vote[],
): readonly ClassVotesView[] {
  const decisions = run.decisions();
  return votes.flatMap(({ place, choices, counts }): ClassVotesView[] => {
    const decision = decisions[place.decision];
    const { total, shares } = tallyOf(counts ?? {});
    if (place.kind !== 'choice' || decision?.scene !== place.scene || total === 0) return [];
    const words = texts.scenes[place.scene];
    return [
      {
        decision: place.decision,
        date: decision.date,
        title: words?.title ?? place.scene,
        total,
        options: choices.map((id, index) => ({
          id,
          letter: letterOf(index),
          label: plainText(words?.choices[id]?.label ?? id),
          count: counts?.[id] ?? 0,
          percent: Math.round((shares[id] ?? 0) * 100),
          isTaken: decision.choice === id,
        })),
      },
    ];
  });
}
