import { useState } from 'preact/hooks';
import type { DealCloudView, DealPlaneView, NamedDealView } from '../../../core/view-model/index.ts';
import { DealPlane } from '../charts/deal-plane.tsx';
import { ValueBars } from '../charts/value-bars.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { ContractTable } from './contract-table.tsx';
import { NamedButton } from './named-button.tsx';
import { PlaneChoice } from './plane-choice.tsx';
import { ZoomedTo } from './zoomed-to.tsx';

const MAX_ZOOM = 4;

/** The contracts of one table: as a picture, one of them line by line, and those with a name as a table. */
export function Contracts({ cloud }: { readonly cloud: DealCloudView }) {
  const { view } = useDom();
  const t = useWords();
  const { named, planes } = cloud;
  const first = named.find(({ kind }) => kind === 'final') ?? named[0];
  const [picked, pick] = useState(first?.id ?? '');
  const [planeAt, setPlane] = useState(0);
  const [zoom, setZoom] = useState(1);
  const plane = planes[planeAt];
  return (
    <section class="contracts" data-track={cloud.track}>
      <h3>{t('debrief.why.table', { name: cloud.name })}</h3>
      {!cloud.isOwn && <p>{t('debrief.why.notSat')}</p>}
      <p>
        {t('debrief.why.count', {
          agreed: cloud.agreed,
          valid: cloud.valid,
          date: dateWords(view.language, cloud.date, 'long'),
          phase: cloud.phase,
        })}
      </p>
      <div class="contracts__columns">
        {plane && (
          <div class="contracts__picture">
            <PlaneChoice
              cloud={cloud}
              name={`plane-${cloud.track}`}
              planeAt={planeAt}
              onChoose={(at) => {
                setPlane(at);
                // A point of one frontier is no point of another.
                if (!named.some(({ id }) => id === picked)) pick(first?.id ?? '');
              }}
            />
            <PlaneLegend cloud={cloud} plane={plane} />
            <DealPlane cloud={cloud} plane={plane} picked={picked} onPick={pick} zoom={zoom} />
            <div class="contracts__tools">
              <Button
                action="zoom-in"
                icon="plus-circle"
                label={t('debrief.plane.zoomIn')}
                onPress={() => setZoom(Math.min(MAX_ZOOM, zoom * 2))}
              />
              <Button
                action="zoom-out"
                icon="minus-circle"
                label={t('debrief.plane.zoomOut')}
                onPress={() => setZoom(Math.max(1, zoom / 2))}
              />
              <ZoomedTo cloud={cloud} plane={plane} picked={picked} zoom={zoom} />
              <Walk plane={plane} cloud={cloud} picked={picked} onPick={pick} />
            </div>
          </div>
        )}
        <PickedContract cloud={cloud} plane={plane} picked={picked} onPick={pick} />
      </div>
      <details class="contracts__table">
        <summary>{t('debrief.why.asTable')}</summary>
        <ContractTable cloud={cloud} />
      </details>
    </section>
  );
}

function PlaneLegend({
  cloud: { axes },
  plane,
}: {
  readonly cloud: DealCloudView;
  readonly plane: DealPlaneView;
}) {
  const t = useWords();
  const third = axes.find((_, at) => at !== plane.x && at !== plane.y);
  return (
    <ul class="plane__legend">
      {third && (
        <li>
          <svg viewBox="0 0 48 14" class="plane__legend-dots" aria-hidden="true" focusable="false">
            {[1, 2, 3].map((step) => (
              <circle key={step} class="plane__dot" data-step={step} cx={step * 16 - 9} cy={7} r={3 + step} />
            ))}
          </svg>
          {t('debrief.plane.steps', { name: third.name })}
        </li>
      )}
      <li>
        <svg viewBox="0 0 14 14" class="plane__legend-dot" aria-hidden="true" focusable="false">
          <circle class="plane__dot" data-step="2" data-agreed cx={7} cy={7} r={4.5} />
        </svg>
        {t('debrief.plane.agreed')}
      </li>
      <li>
        <svg viewBox="0 0 24 14" class="plane__legend-line" aria-hidden="true" focusable="false">
          <path class="plane__edge" d="M1 4 12 6 23 12" />
        </svg>
        {t('debrief.plane.edge')}
      </li>
      {[plane.x, plane.y].every((at) => axes[at]?.threshold !== undefined) && (
        <li>
          <svg viewBox="0 0 24 14" class="plane__legend-line" aria-hidden="true" focusable="false">
            <rect class="plane__zone" width={24} height={14} />
          </svg>
          {t('debrief.plane.zoneKey', { x: axes[plane.x]?.name ?? '', y: axes[plane.y]?.name ?? '' })}
        </li>
      )}
    </ul>
  );
}

interface PickProps {
  readonly cloud: DealCloudView;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** Along the frontier, contract by contract. */
function Walk({
  plane: { frontier, x, y },
  cloud: { axes },
  picked,
  onPick,
}: PickProps & { readonly plane: DealPlaneView }) {
  const t = useWords();
  const at = frontier.findIndex(({ id }) => id === picked);
  const middle = Math.floor(frontier.length / 2);
  const point = frontier[at < 0 ? middle : at];
  if (!point || frontier.length < 2) return null;
  const pointsOf = (axis: number) => Math.round(point.values[axis] ?? 0);
  return (
    <label class="contracts__walk">
      <span>{t('debrief.plane.walk')}</span>
      <input
        type="range"
        min={0}
        max={frontier.length - 1}
        value={at < 0 ? middle : at}
        aria-valuetext={t('debrief.plane.step', {
          x: axes[x]?.name ?? '',
          y: axes[y]?.name ?? '',
          xPoints: pointsOf(x),
          yPoints: pointsOf(y),
        })}
        onInput={(event) => onPick(frontier[Number(event.currentTarget.value)]?.id ?? '')}
      />
    </label>
  );
}

/** One contract: who has what of it, what it says, and what one change would have done. */
function PickedContract({
  cloud,
  plane,
  picked,
  onPick,
}: PickProps & { readonly plane: DealPlaneView | undefined }) {
  const { view } = useDom();
  const t = useWords();
  const { axes, named } = cloud;
  const onEdge = plane?.frontier.find(({ id }) => id === picked);
  const deal = named.find(({ id }) => id === picked);
  const shown = deal ?? onEdge;
  const history = named.find(({ kind }) => kind === 'reference');
  const nearest = named.find(({ kind }) => kind === 'nearest');
  return (
    <div class="contracts__side">
      {nearest && <Nearest nearest={nearest} />}
      <h4>{t('debrief.why.named')}</h4>
      <ul class="contracts__named">
        {named.map((one) => (
          <li key={one.id}>
            <NamedButton
              deal={one}
              among={named}
              plane={plane}
              isPicked={one.id === picked}
              onPick={onPick}
            />
          </li>
        ))}
      </ul>
      {shown && (
        <div class="contracts__picked">
          <h4>
            {deal ? t('debrief.why.deal', { kind: deal.kind, name: deal.name }) : t('debrief.plane.onEdge')}
          </h4>
          <ValueBars
            axes={axes}
            deal={shown}
            beside={history && history.id !== shown.id ? history : undefined}
          />
          <p class="fine-print">
            {t('debrief.bars.key', {
              hasOther: history && history.id !== shown.id ? 'yes' : 'no',
              name: history?.name ?? '',
            })}
          </p>
          <p role="status">
            {t('debrief.why.answer', {
              date: dateWords(view.language, deal?.date ?? cloud.date, 'long'),
              isAgreed: shown.isAgreed ? 'yes' : 'no',
              names: deal?.refusedBy.join(', ') ?? '',
              hasNames: deal ? 'yes' : 'no',
            })}
          </p>
          {deal?.atEnd && (
            <p>
              {t('debrief.why.atEnd', {
                date: dateWords(view.language, deal.atEnd.date, 'long'),
                isAgreed: deal.atEnd.refusedBy.length === 0 ? 'yes' : 'no',
                names: deal.atEnd.refusedBy.join(', '),
              })}
            </p>
          )}
          <details>
            <summary>{t('debrief.why.lines')}</summary>
            <dl class="contracts__lines">
              {shown.lines.map(({ issue, value }) => (
                <div key={issue}>
                  <dt>{issue}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      )}
    </div>
  );
}

/** What should have been other in the contract that was refused. */
function Nearest({ nearest: { changes, date } }: { readonly nearest: NamedDealView }) {
  const { view } = useDom();
  const t = useWords();
  if (changes.length === 0) return null;
  return (
    <div class="contracts__nearest">
      <h4>{t('debrief.nearest.title', { count: changes.length })}</h4>
      <p>
        {t('debrief.nearest.lead', {
          count: changes.length,
          date: date === undefined ? '' : dateWords(view.language, date, 'long'),
        })}
      </p>
      <ul>
        {changes.map(({ issue, from, to }) => (
          <li key={issue}>{t('debrief.nearest.change', { issue, from, to })}</li>
        ))}
      </ul>
    </div>
  );
}
