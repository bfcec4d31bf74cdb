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

/** The mark of a contract: each kind has a shape of its own. Drawn around the origin, in pixels. */
export function DealMark({ kind, isPicked }: { readonly kind: Kind; readonly isPicked: boolean }) {
  const isOnDisc = kind === 'final' || kind === 'nearest';
  return (
    <g class={`mark mark--${kind}`} data-picked={isPicked}>
      {isPicked && <circle class="mark__ring" r={17} />}
      {isOnDisc && <circle class="mark__disc" r={13} />}
      <path class="mark__shape" d={symbol(SHAPES[kind], isOnDisc ? 90 : 130)() ?? ''} />
    </g>
  );
}

/** The same mark on a line of text. */
export function DealKey({ kind }: { readonly kind: Kind }) {
  return (
    <svg class="mark-key" viewBox="-15 -15 30 30" aria-hidden="true" focusable="false">
      <DealMark kind={kind} isPicked={false} />
    </svg>
  );
}
