import { useState } from 'preact/hooks';
import type { ClassDebriefView, DealCloudView, NamedDealView } from '../../../core/view-model/index.ts';
import { DealKey, numberOf } from '../charts/deal-mark.tsx';
import { DealPlane } from '../charts/deal-plane.tsx';
import { ValueBars } from '../charts/value-bars.tsx';
import { ContractCells, ContractHeads } from '../debrief/contract-cells.tsx';
import { PlaneChoice } from '../debrief/plane-choice.tsx';
import { TableBox } from '../debrief/table-box.tsx';
import { useWords } from '../parts/env.ts';

/** All contracts of a class among those that are possible, once for each partner. */
export function ClassContracts({ debrief: { deals } }: { readonly debrief: ClassDebriefView }) {
  const t = useWords();
  if (deals.state !== 'ready')
    return <p role="status">{t('class-debrief.deals.state', { state: deals.state })}</p>;
  if (deals.clouds.length === 0) return <p>{t('class-debrief.deals.none')}</p>;
  return (
    <>
      <p>{t('class-debrief.deals.lead')}</p>
      {deals.clouds.map((cloud) => (
        <Cloud key={cloud.track} cloud={cloud} />
      ))}
    </>
  );
}

/** Names the contracts of the class by number and by how many have signed them; those of the case by their name. */
function useDealNames(named: readonly NamedDealView[]) {
  const t = useWords();
  return (deal: NamedDealView) => {
    const number = numberOf(deal, named);
    return number === undefined ? deal.name : t('class-debrief.deal', { number, runs: Number(deal.name) });
  };
}

function Cloud({ cloud }: { readonly cloud: DealCloudView }) {
  const t = useWords();
  const { named, planes, axes, track } = cloud;
  const nameOf = useDealNames(named);
  const [picked, pick] = useState(named[0]?.id ?? '');
  const [planeAt, setPlane] = useState(0);
  const plane = planes[planeAt];
  const deal = named.find(({ id }) => id === picked) ?? named[0];
  return (
    <section class="contracts class-contracts" data-track={track}>
      <h3>{cloud.name}</h3>
      <div class="contracts__columns">
        {plane && (
          <div class="contracts__picture">
            <PlaneChoice cloud={cloud} name={`class-plane-${track}`} planeAt={planeAt} onChoose={setPlane} />
            <DealPlane cloud={cloud} plane={plane} picked={picked} onPick={pick} zoom={1} nameOf={nameOf} />
            <p class="class-debrief__small">{t('class-debrief.deals.legend')}</p>
          </div>
        )}
        <div class="contracts__side">
          <h4>{t('class-debrief.deals.list')}</h4>
          <ul class="contracts__named">
            {named.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  class="contracts__name"
                  data-action={`pick-${one.id}`}
                  aria-pressed={one.id === picked}
                  onClick={() => pick(one.id)}
                >
                  <DealKey kind={one.kind} number={numberOf(one, named)} />
                  <span>{nameOf(one)}</span>
                </button>
              </li>
            ))}
          </ul>
          {deal && (
            <div class="contracts__picked" role="status">
              <h4>{nameOf(deal)}</h4>
              <ValueBars axes={axes} deal={deal} />
              <p>
                {t('class-debrief.deals.answer', {
                  isAgreed: deal.refusedBy.length === 0 ? 'yes' : 'no',
                  names: deal.refusedBy.join(', '),
                })}
              </p>
              <details>
                <summary>{t('class-debrief.deals.lines')}</summary>
                <Lines lines={deal.lines} />
              </details>
            </div>
          )}
        </div>
      </div>
      <details class="class-debrief__more">
        <summary>{t('class-debrief.deals.table')}</summary>
        <TableBox label={t('debrief.why.points', { name: cloud.name })}>
          <table class="debrief-table">
            <caption>{t('debrief.why.points', { name: cloud.name })}</caption>
            <thead>
              <ContractHeads axes={axes} />
            </thead>
            <tbody>
              {named.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{nameOf(one)}</th>
                  <ContractCells axes={axes} deal={one} />
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </section>
  );
}

function Lines({ lines }: { readonly lines: NamedDealView['lines'] }) {
  return (
    <dl class="contracts__lines">
      {lines.map(({ issue, value }) => (
        <div key={issue}>
          <dt>{issue}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The contracts of the negotiating tables side by side: a row for each line, a column for each table. */
export function ClassTables({ tables }: { readonly tables: ClassDebriefView['tables'] }) {
  const t = useWords();
  const issues = [...new Set(tables.flatMap(({ lines }) => lines.map(({ issue }) => issue)))];
  return (
    <TableBox label={t('class-debrief.tables.lead')}>
      <table class="debrief-table">
        <caption>{t('class-debrief.tables.lead')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('class-debrief.column', { column: 'issue' })}</th>
            {tables.map(({ number, track, phase, state, rounds }) => (
              <th key={number} scope="col">
                {t('class-debrief.table', { number })}
                <small>
                  {track}, {phase}
                </small>
                <small>{t('class-debrief.table.state', { state, rounds })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue}>
              <th scope="row">{issue}</th>
              {tables.map(({ number, lines }) => (
                <td key={number}>{lines.find((line) => line.issue === issue)?.value ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
