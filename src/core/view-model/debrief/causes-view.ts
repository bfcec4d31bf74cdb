import type { Causes, CausesReview, DecisionReview } from '../../debrief/index.ts';
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

/** Whole percent with the sum kept: what rounding leaves goes to the largest remainders. */
function sharesOf(causes: Causes): SharesView {
  const exact = Object.entries(causes).map(([cause, share]) => ({ cause, percent: share * 100 }));
  const whole = new Map(exact.map(({ cause, percent }) => [cause, Math.floor(percent + 1e-9)]));
  const sum = exact.reduce((all, { percent }) => all + percent, 0);
  const given = [...whole.values()].reduce((all, percent) => all + percent, 0);
  const restOf = ({ cause, percent }: (typeof exact)[number]) => percent - (whole.get(cause) ?? 0);
  const byRemainder = exact.toSorted((a, b) => restOf(b) - restOf(a));
  for (const { cause } of byRemainder.slice(0, Math.round(sum) - given))
    whole.set(cause, (whole.get(cause) ?? 0) + 1);
  return {
    choice: whole.get('choice') ?? 0,
    others: whole.get('others') ?? 0,
    chance: whole.get('chance') ?? 0,
  };
}
