import { extent, max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { dateWords } from '../parts/dates.ts';
import { useDom } from '../parts/env.ts';
import { useWidth } from './use-width.ts';

export interface TimeSeries {
  readonly id: string;
  readonly name: string;
  /** By ISO date, oldest first. Without a value the line has a gap there. */
  readonly points: readonly { readonly date: string; readonly value?: number | undefined }[];
}

interface TimeLinesProps {
  /** At most three: each has a stroke of its own. */
  readonly series: readonly TimeSeries[];
  /** What the picture shows, in a sentence. Its numbers stand in a table beside it. */
  readonly label: string;
  /** Highest value of the scale; the highest one that is there when missing. */
  readonly top?: number;
}

const MARGIN = { left: 36, right: 12, top: 10, bottom: 26 };
const HEIGHT = 210;
/** A date needs so much room, in pixels. */
const DATE_WIDTH = 90;

/** Values over the time of the story. */
export function TimeLines({ series, label, top }: TimeLinesProps) {
  const { view } = useDom();
  const [host, width] = useWidth<HTMLDivElement>();
  const points = series.flatMap((one) => one.points);
  const [from, to] = extent(points, ({ date }) => Date.parse(date));
  if (from === undefined || to === undefined) return null;
  const toX = scaleUtc([from, to], [MARGIN.left, width - MARGIN.right]);
  const highest = top ?? (max(points, ({ value }) => value) || 1);
  const toY = scaleLinear([0, highest], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const path = line<TimeSeries['points'][number]>(
    ({ date }) => toX(Date.parse(date)),
    ({ value }) => toY(value ?? 0),
  ).defined(({ value }) => value !== undefined);
  return (
    <div ref={host} class="time-lines">
      {series.length > 1 && (
        <ul class="time-lines__keys">
          {series.map(({ id, name }, at) => (
            <li key={id}>
              <svg class="time-lines__key" viewBox="0 0 30 10" aria-hidden="true" focusable="false">
                <path class="time-lines__line" data-series={at} d="M0 5H30" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        {toY.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              class="plane__grid"
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={toY(tick)}
              y2={toY(tick)}
            />
            <text class="plane__tick" x={MARGIN.left - 6} y={toY(tick)} dy="0.35em" text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {toX.ticks(Math.max(2, Math.floor(width / DATE_WIDTH))).map((tick) => (
          <text key={tick.getTime()} class="plane__tick" x={toX(tick)} y={HEIGHT - 8} text-anchor="middle">
            {dateWords(view.language, tick.toISOString().slice(0, 10), 'short')}
          </text>
        ))}
        {series.map((one, at) => (
          <g key={one.id}>
            <path class="time-lines__line" data-series={at} d={path(one.points) ?? ''} />
            {one.points.map(({ date, value }) =>
              value === undefined ? null : (
                <circle
                  key={date}
                  class="time-lines__dot"
                  data-series={at}
                  cx={toX(Date.parse(date))}
                  cy={toY(value)}
                  r={3.5}
                />
              ),
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
