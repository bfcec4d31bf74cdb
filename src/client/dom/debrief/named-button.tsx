import type { DealPlaneView, NamedDealView } from '../../../core/view-model/index.ts';
import { DealKey, numberOf } from '../charts/deal-mark.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

/** Points that lie nearer than this have one mark over the other. */
const NEAR = 1;

interface NamedButtonProps {
  readonly deal: NamedDealView;
  /** All that have a mark in the picture. */
  readonly among: readonly NamedDealView[];
  readonly plane: DealPlaneView | undefined;
  readonly isPicked: boolean;
  readonly onPick: (id: string) => void;
}

/** Picks a contract with a name; says which other mark lies over its own. */
export function NamedButton({ deal, among, plane, isPicked, onPick }: NamedButtonProps) {
  const { view } = useDom();
  const t = useWords();
  const nameOf = ({ kind, name }: NamedDealView) => t('debrief.why.deal', { kind, name });
  const samePoint = plane && among.find((other) => other.id !== deal.id && isNear(other, deal, plane));
  return (
    <button
      type="button"
      class="contracts__name"
      data-action={`pick-${deal.id}`}
      aria-pressed={isPicked}
      onClick={() => onPick(deal.id)}
    >
      <DealKey kind={deal.kind} number={numberOf(deal, among)} />
      <span>
        {nameOf(deal)}
        {deal.date && (
          <small>
            <time dateTime={deal.date}>{dateWords(view.language, deal.date, 'short')}</time>
          </small>
        )}
        {samePoint && (
          <small class="contracts__same">{t('debrief.plane.same', { name: nameOf(samePoint) })}</small>
        )}
      </span>
    </button>
  );
}

function isNear(a: NamedDealView, b: NamedDealView, { x, y }: DealPlaneView): boolean {
  return [x, y].every((axis) => Math.abs((a.values[axis] ?? 0) - (b.values[axis] ?? 0)) < NEAR);
}
