import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { GaugeLineView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { TableBox } from './table-box.tsx';

/** Drawn at this size and stretched in width only. */
const WIDTH = 240;
const HEIGHT = 56;
/** What the ending brings is a step of this width. */
const LAST = 16;

interface Spot {
  readonly x: number;
  readonly y: number;
}
const xOf = ({ x }: Spot) => x;
const yOf = ({ y }: Spot) => y;
const AREA = area<Spot>(xOf, HEIGHT, yOf).curve(curveStepAfter);
const LINE = line<Spot>(xOf, yOf).curve(curveStepAfter);

/** How each gauge moved: small pictures side by side, and all values as a table. */
export function Gauges({ gauges }: { readonly gauges: readonly GaugeLineView[] }) {
  const t = useWords();
  const drawn = gauges.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return null;
  return (
    <section class="gauge-lines" aria-labelledby="gauges-title">
      <h3 id="gauges-title">{t('debrief.gauges')}</h3>
      <p>{t('debrief.gauges.lead')}</p>
      <ul class="gauge-lines__list">
        {drawn.map((gauge) => (
          <GaugeLine key={gauge.id} gauge={gauge} />
        ))}
      </ul>
      <details>
        <summary>{t('debrief.gauges.asTable')}</summary>
        <GaugeTable gauges={drawn} />
      </details>
    </section>
  );
}

function GaugeLine({ gauge: { id, name, icon, points } }: { readonly gauge: GaugeLineView }) {
  const t = useWords();
  const values = points.map(({ value }) => value);
  const times = points.map(({ date }) => Date.parse(date));
  const toX = scaleUtc([Math.min(...times), Math.max(...times)], [0, WIDTH - LAST]);
  const toY = scaleLinear([0, 100], [HEIGHT, 0]);
  const placeOf = ({ date, value }: GaugeLineView['points'][number]) => ({
    x: toX(Date.parse(date)),
    y: toY(value),
  });
  const [first = 0] = values;
  const last = values.at(-1) ?? 0;
  const end = points.at(-1);
  const steps = end ? [...points.map(placeOf), { x: WIDTH, y: toY(end.value) }] : [];
  return (
    <li class="gauge-lines__one" data-gauge={id}>
      <span class="gauge-lines__name">
        <Icon name={icon} />
        {name}
      </span>
      <b class="gauge-lines__change" aria-hidden="true">
        {t('debrief.gauges.change', { first, last })}
      </b>
      <svg
        class="gauge-lines__picture"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('debrief.gauges.line', {
          name,
          first,
          last,
          low: Math.min(...values),
          high: Math.max(...values),
        })}
      >
        <line class="gauge-lines__middle" x1={0} x2={WIDTH} y1={toY(50)} y2={toY(50)} />
        <path class="gauge-lines__area" d={AREA(steps) ?? ''} />
        <path class="gauge-lines__line" d={LINE(steps) ?? ''} />
      </svg>
    </li>
  );
}

function GaugeTable({ gauges }: { readonly gauges: readonly GaugeLineView[] }) {
  const { view } = useDom();
  const t = useWords();
  const [first] = gauges;
  return (
    <TableBox label={t('debrief.gauges.asTable')}>
      <table class="debrief-table">
        <thead>
          <tr>
            <th scope="col">{t('debrief.why.when')}</th>
            {gauges.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first?.points.map(({ date }, at) => (
            <tr key={date}>
              <th scope="row">
                <time dateTime={date}>{dateWords(view.language, date, 'short')}</time>
              </th>
              {gauges.map(({ id, points }) => (
                <td key={id}>{points[at]?.value ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
