import type { Causes, CausesReview, DecisionReview } from '../../debrief/index.ts';
import { apportion } from '../apportion.ts';
import { labelOf } from '../ending-view.ts';
import type { Presenting } from '../run-history.ts';
import type { CausesView, SharesView, TurningPointView } from './debrief-types.ts';

/** More would be a list, not a lesson. */
const MAX_TURNING_POINTS = 5;

export function presentCauses(present: Presenting, review: CausesReview): CausesView {
  const heaviest = review.decisions
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.decision - b.decision)
    .slice(0, MAX_TURNING_POINTS);
  return {
    run: sharesOf(review.run),
    replays: review.replays,
    turningPoints: heaviest.flatMap((decision) => presentTurningPoint(present, decision)),
  };
}

function presentTurningPoint(present: Presenting, review: DecisionReview): readonly TurningPointView[] {
  const { texts, run } = present;
  const decision = run.decisions()[review.decision];
  if (!decision) return [];
  const { scene } = review;
  return [
    {
      decision: review.decision,
      date: decision.date,
      title: texts.scenes[scene]?.title ?? scene,
      choice: labelOf(present, review),
      changesEnding: review.ways.some(
        ({ isOpen, isTaken, ending }) =>
          isOpen && !isTaken && ending !== run.frames().at(-1)?.context.endingId,
      ),
      ...(review.causes ? { shares: sharesOf(review.causes) } : {}),
      ways: review.ways.map(({ choice, isOpen, isTaken, ending }) => ({
        choice: labelOf(present, { scene, choice }),
        isOpen,
        isTaken,
        ...(ending === undefined ? {} : { ending: texts.endings.endings[ending]?.title ?? ending }),
      })),
    },
  ];
}

function sharesOf(causes: Causes): SharesView {
  const [choice = 0, others = 0, chance = 0] = apportion([causes.choice, causes.others, causes.chance], 100);
  return { choice, others, chance };
}
