import { isRight } from '../../quiz/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { intentsOf, type Session } from '../../session/index.ts';
import type { Vote } from '../class-run.ts';
import { type Counts, tallyOf } from '../tally.ts';
import { areEnough } from './least-answers.ts';
import { pathOf } from './summary-path.ts';
import type { ClassSummary, SummaryQuestion } from './summary-types.ts';

/**
 * What a class at the projector has done: its one run, and the votes that were counted for it. Votes whose winner was
 * only named have no counts: they are in the run and nowhere else.
 */
export function summaryOfRun(scenario: Scenario, session: Session, votes: readonly Vote[]): ClassSummary {
  const intents = intentsOf(session.log());
  const path = pathOf(scenario, 'class', { intents, states: session.frames() });
  const counted = votes.flatMap(({ place, counts, choice }) => (counts ? [{ place, counts, choice }] : []));
  return {
    paths: path.steps.length > 0 ? [path] : [],
    votes: counted
      .filter(({ place }) => place.kind === 'choice')
      .map(({ place, counts, choice }) => ({
        place,
        counts,
        ...(choice === undefined ? {} : { choice }),
        reasons: {},
      })),
    questions: counted.flatMap(({ place, counts }) =>
      place.kind === 'quiz' ? questionOf(scenario, place.scene, counts) : [],
    ),
    tables: [],
  };
}

function questionOf(scenario: Scenario, id: string, counts: Counts): readonly SummaryQuestion[] {
  const item = scenario.quiz.find((candidate) => candidate.id === id);
  const { total } = tallyOf(counts);
  if (!item || !areEnough(item, total)) return [];
  const given = Object.entries(counts);
  const right = given.filter(([option]) => isRight(item, option)).reduce((sum, [, count]) => sum + count, 0);
  return [
    {
      item: id,
      where: 'story',
      answers: total,
      right,
      counts: Object.fromEntries(given.map(([option, count]) => [JSON.stringify(option), count])),
    },
  ];
}
