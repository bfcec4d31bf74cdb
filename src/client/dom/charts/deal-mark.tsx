import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolStar, symbolTriangle } from 'd3-shape';
import type { NamedDealView } from '../../../core/view-model/index.ts';

type Kind = NamedDealView['kind'] | 'frontier';

const SHAPES: Readonly<Record<Kind, SymbolType>> = {
  final: symbolStar,
  offer: symbolCircle,
  reference: symbolDiamond,
  nearest: symbolTriangle,
  frontier: symbolCircle,
};

/** A diamond with room for a number. */
const NUMBERED = 'M0-12 12 0 0 12-12 0z';

/** References look alike: each has its number in the list, from 1. */
export function numberOf(deal: NamedDealView, named: readonly NamedDealView[]): number | undefined {
  if (deal.kind !== 'reference') return undefined;
  return named.filter(({ kind }) => kind === 'reference').findIndex(({ id }) => id === deal.id) + 1;
}

interface DealKeyProps {
  readonly kind: Kind;
  readonly number?: number | undefined;
}

/** The mark of a contract: each kind has a shape of its own. Drawn around the origin, in pixels. */
export function DealMark({ kind, number, isPicked }: DealKeyProps & { readonly isPicked: boolean }) {
  const isOnDisc = kind === 'final' || kind === 'nearest';
  return (
    <g class={`mark mark--${kind}`} data-picked={isPicked}>
      {isPicked && <circle class="mark__ring" r={17} />}
      {isOnDisc && <circle class="mark__disc" r={13} />}
      <path
        class="mark__shape"
        d={number === undefined ? (symbol(SHAPES[kind], isOnDisc ? 90 : 130)() ?? '') : NUMBERED}
      />
      {number !== undefined && (
        <text class="mark__number" y={4} text-anchor="middle">
          {number}
        </text>
      )}
    </g>
  );
}

/** The same mark on a line of text. */
export function DealKey({ kind, number }: DealKeyProps) {
  return (
    <svg class="mark-key" viewBox="-15 -15 30 30" aria-hidden="true" focusable="false">
      <DealMark kind={kind} isPicked={false} number={number} />
    </svg>
  );
}
