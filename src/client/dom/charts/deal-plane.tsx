import { scaleLinear } from 'd3-scale';
import { line as lineThrough } from 'd3-shape';
import { useId } from 'preact/hooks';
import type {
  AxisView,
  ContractPointView,
  DealCloudView,
  DealPlaneView,
  DealPointView,
  NamedDealView,
} from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';
import { DealMark, numberOf } from './deal-mark.tsx';
import { type Box, placeLabels } from './label-places.ts';
import { SCALE, windowAround } from './plane-window.ts';
import { useWidth } from './use-width.ts';

interface DealPlaneProps {
  readonly cloud: DealCloudView;
  readonly plane: DealPlaneView;
  /** Id of a named contract or of a point of the frontier. */
  readonly picked: string;
  readonly onPick: (id: string) => void;
  /** 1 shows everything; 2 and 4 what is around the middle. */
  readonly zoom: number;
  /** What a contract is called; else as in a debrief of one run. */
  readonly nameOf?: (deal: NamedDealView) => string;
}

const MARGIN = { left: 46, right: 14, top: 14, bottom: 46 };
/** Of the third party: up to a third, up to two thirds, more. */
const STEPS = 3;
/** Room around a mark, in pixels. */
const MARK = 14;
/** Below this width only what is picked has a label, and points are smaller. */
const NARROW = 480;
/** A sign of a label is so wide on average, in pixels. */
const SIGN_WIDTH = 6.7;

/** Contracts as points: what two parties have of them. The words for it all stand beside the picture too. */
export function DealPlane({ cloud, plane, picked, onPick, zoom, nameOf }: DealPlaneProps) {
  const t = useWords();
  const id = useId();
  const [host, width] = useWidth<HTMLDivElement>();
  const height = Math.round(Math.min(560, Math.max(340, width * 0.72)));
  const { axes, named, sample } = cloud;
  const [x, y] = [axes[plane.x], axes[plane.y]];
  const shown: ContractPointView | undefined = [...named, ...plane.frontier].find(
    (deal) => deal.id === picked,
  );
  const [toX, toY] = scalesAround({ width, height }, shown && pointIn(plane, shown), zoom);
  if (!x || !y) return null;
  const placeOf = (point: DealPointView) => {
    const [px, py] = pointIn(plane, point);
    return { x: toX(px), y: toY(py) };
  };
  const third = axes.findIndex((_, at) => at !== plane.x && at !== plane.y);
  const frame = {
    left: MARGIN.left,
    top: MARGIN.top,
    width: width - MARGIN.left - MARGIN.right,
    height: height - MARGIN.top - MARGIN.bottom,
  };
  const [right, bottom] = [frame.left + frame.width, frame.top + frame.height];
  const isInFrame = (point: { readonly x: number; readonly y: number }) =>
    point.x >= frame.left && point.x <= right && point.y >= frame.top && point.y <= bottom;
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const needX = x.threshold === undefined ? undefined : toX(x.threshold);
  const needY = y.threshold === undefined ? undefined : toY(y.threshold);
  const zone = {
    x: within(needX ?? frame.left, frame.left, right),
    y: within(needY ?? bottom, frame.top, bottom),
  };
  const words = new Map(
    named.map((deal) => [
      deal.id,
      nameOf?.(deal) ?? t('debrief.why.deal', { kind: deal.kind, name: deal.name }),
    ]),
  );
  const marks = named.map((deal) => ({ deal, ...placeOf(deal) })).filter(isInFrame);
  const needs = [
    ...(needX !== undefined && needX > frame.left && needX < right
      ? [needOf(x, t, { frame, x: needX, y: bottom - 8, isUpright: true })]
      : []),
    ...(needY !== undefined && needY > frame.top && needY < bottom
      ? [needOf(y, t, { frame, x: frame.left, y: needY + 16, isUpright: false })]
      : []),
  ];
  const isNarrow = width < NARROW;
  const labels = placeLabels(
    marks
      // The list beside the picture names the others.
      .filter(({ deal }) => deal.id === picked || (!isNarrow && hasLabel(deal, named)))
      .toSorted((a, b) => rankOf(a.deal, picked) - rankOf(b.deal, picked))
      .map(({ deal, x: left, y: top }) => ({
        id: deal.id,
        x: left,
        y: top,
        width: Math.round((words.get(deal.id) ?? '').length * SIGN_WIDTH + 16),
        height: 26,
      })),
    frame,
    [
      ...marks.map(({ x: left, y: top }) => ({
        left: left - MARK,
        top: top - MARK,
        width: 2 * MARK,
        height: 2 * MARK,
      })),
      ...needs.map(({ box }) => box),
    ],
  );
  const edge = lineThrough<DealPointView>(
    (point) => placeOf(point).x,
    (point) => placeOf(point).y,
  )(plane.frontier);
  return (
    <div ref={host} class="plane">
      <svg
        class="plane__picture"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('debrief.plane.alt', {
          x: x.name,
          y: y.name,
          shown: sample.length,
          valid: cloud.valid,
          agreed: cloud.agreed,
        })}
      >
        <clipPath id={`${id}-frame`}>
          <rect {...boxOf(frame)} />
        </clipPath>
        {(needX !== undefined || needY !== undefined) && (
          <rect
            class="plane__zone"
            x={zone.x}
            y={frame.top}
            width={right - zone.x}
            height={zone.y - frame.top}
          />
        )}
        {toY.ticks(5).map((tick) => (
          <g key={tick}>
            <line class="plane__grid" x1={frame.left} x2={right} y1={toY(tick)} y2={toY(tick)} />
            <text class="plane__tick" x={frame.left - 8} y={toY(tick)} dy="0.35em" text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {toX.ticks(5).map((tick) => (
          <text key={tick} class="plane__tick" x={toX(tick)} y={bottom + 18} text-anchor="middle">
            {tick}
          </text>
        ))}
        <line class="plane__axis" x1={frame.left} x2={right} y1={bottom} y2={bottom} />
        <g clip-path={`url(#${id}-frame)`}>
          {sample.map((point) => {
            const place = placeOf(point);
            const step = stepOf(point.values[third] ?? 0);
            return (
              <circle
                key={`${point.values.join()}`}
                class="plane__dot"
                data-step={third < 0 ? undefined : step}
                data-agreed={point.isAgreed}
                cx={place.x}
                cy={place.y}
                r={isNarrow ? 1.4 + step * 0.4 : 2 + step * 0.6}
              />
            );
          })}
          {needX !== undefined && (
            <line class="plane__need" x1={needX} x2={needX} y1={frame.top} y2={bottom} data-color={x.color} />
          )}
          {needY !== undefined && (
            <line class="plane__need" x1={frame.left} x2={right} y1={needY} y2={needY} data-color={y.color} />
          )}
          <path class="plane__edge-halo" d={edge ?? ''} />
          <path class="plane__edge" d={edge ?? ''} />
        </g>
        {needs.map(({ color, words: text, x: left, y: top, anchor }) => (
          <text key={text} class="plane__need-words" data-color={color} x={left} y={top} text-anchor={anchor}>
            {text}
          </text>
        ))}
        {zone.x < right - 120 && zone.y > frame.top + 30 && needX !== undefined && needY !== undefined && (
          <text class="plane__zone-words" x={right - 8} y={frame.top + 20} text-anchor="end">
            {t('debrief.plane.zone')}
          </text>
        )}
        {marks.map(({ deal, x: left, y: top }) => {
          const label = labels.get(deal.id);
          return label ? (
            <line
              key={deal.id}
              class="plane__leader"
              x1={left}
              y1={top}
              x2={within(left, label.left, label.left + label.width)}
              y2={within(top, label.top, label.top + label.height)}
            />
          ) : null;
        })}
        {shown && isFrontier(shown) && isInFrame(placeOf(shown)) && (
          <g transform={moveTo(placeOf(shown))}>
            <DealMark kind="frontier" isPicked />
          </g>
        )}
        {marks
          // Whatever is picked, and the last contract, lie on top.
          .toSorted((a, b) => rankOf(b.deal, picked) - rankOf(a.deal, picked))
          .map(({ deal, ...place }) => (
            <g key={deal.id} transform={moveTo(place)}>
              <DealMark kind={deal.kind} isPicked={deal.id === picked} number={numberOf(deal, named)} />
            </g>
          ))}
        {named.map((deal) => {
          const label = labels.get(deal.id);
          return label ? (
            <g key={deal.id} class="plane__label" data-kind={deal.kind}>
              <rect {...boxOf(label)} rx={3} />
              <text x={label.left + label.width / 2} y={label.top + 17} text-anchor="middle">
                {words.get(deal.id)}
              </text>
            </g>
          ) : null;
        })}
        <text class="plane__name" x={frame.left + frame.width / 2} y={height - 6} text-anchor="middle">
          {t('debrief.plane.axis', { name: x.name })}
        </text>
        <text
          class="plane__name"
          transform={`translate(12 ${frame.top + frame.height / 2}) rotate(-90)`}
          text-anchor="middle"
        >
          {t('debrief.plane.axis', { name: y.name })}
        </text>
      </svg>
      {/* For the pointer: the list beside the picture does the same for everybody. */}
      {marks.map(({ deal, x: left, y: top }) => (
        <button
          key={deal.id}
          type="button"
          class="plane__point"
          tabIndex={-1}
          aria-hidden="true"
          style={{ left: `${left}px`, top: `${top}px` }}
          onClick={() => onPick(deal.id)}
        />
      ))}
    </div>
  );
}

/** The words at a threshold: where there is room for them, left or right of its line. */
function needOf(
  { name, color, threshold = 0 }: AxisView,
  t: ReturnType<typeof useWords>,
  line: { readonly frame: Box; readonly x: number; readonly y: number; readonly isUpright: boolean },
) {
  const words = t('debrief.plane.need', { name, points: Math.round(threshold) });
  const length = words.length * SIGN_WIDTH;
  const isRight = !line.isUpright || line.x + length + 6 < line.frame.left + line.frame.width;
  const x = isRight ? line.x + 6 : line.x - 6;
  return {
    color,
    words,
    x,
    y: line.y,
    anchor: isRight ? ('start' as const) : ('end' as const),
    box: { left: isRight ? x : x - length, top: line.y - 14, width: length, height: 18 },
  };
}

function scalesAround(
  { width, height }: { readonly width: number; readonly height: number },
  middle: readonly [x: number, y: number] | undefined,
  zoom: number,
) {
  const [x, y] = middle ?? [SCALE / 2, SCALE / 2];
  return [
    scaleLinear(windowAround(x, zoom), [MARGIN.left, width - MARGIN.right]),
    scaleLinear(windowAround(y, zoom), [height - MARGIN.bottom, MARGIN.top]),
  ] as const;
}

function pointIn({ x, y }: DealPlaneView, { values }: DealPointView): readonly [number, number] {
  return [values[x] ?? 0, values[y] ?? 0];
}

/** 1 to 3. */
function stepOf(points: number): number {
  return Math.min(STEPS, Math.floor((points / SCALE) * STEPS) + 1);
}

const RANKS: Readonly<Record<NamedDealView['kind'], number>> = {
  final: 1,
  nearest: 2,
  reference: 3,
  offer: 4,
};

/** More labels than these would lie in each other's way. */
function hasLabel({ id, kind }: NamedDealView, named: readonly NamedDealView[]): boolean {
  if (kind === 'reference') return named.find((other) => other.kind === 'reference')?.id === id;
  return kind !== 'offer';
}

function rankOf({ id, kind }: NamedDealView, picked: string): number {
  return id === picked ? 0 : RANKS[kind];
}

function isFrontier({ id }: ContractPointView): boolean {
  return id.startsWith('frontier');
}

function moveTo({ x, y }: { readonly x: number; readonly y: number }): string {
  return `translate(${x} ${y})`;
}

function boxOf({ left, top, width, height }: Box) {
  return { x: left, y: top, width, height };
}
