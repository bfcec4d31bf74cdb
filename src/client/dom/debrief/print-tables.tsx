import type { CausesView, DealCloudView, PathStepView } from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { ContractCells, ContractHeads } from './contract-cells.tsx';

const SHARES = ['choice', 'others', 'chance'] as const;

/** The heaviest decisions, and what their outcome hung on. */
export function PrintTurningPoints({ points }: { readonly points: CausesView['turningPoints'] }) {
  const { view } = useDom();
  const t = useWords();
  return (
    <table class="report__table">
      <thead>
        <tr>
          <th scope="col">{t('path.when')}</th>
          <th scope="col">{t('path.yours')}</th>
          {SHARES.map((kind) => (
            <th key={kind} scope="col">
              {t('debrief.report.share', { kind })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ decision, date, title, choice, shares }) => (
          <tr key={decision}>
            <th scope="row">
              <span class="report__date">{dateWords(view.language, date, 'short')}</span> {title}
            </th>
            <td>{choice}</td>
            {SHARES.map((kind) => (
              <td key={kind}>{shares ? t('debrief.report.percent', { percent: shares[kind] }) : '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the run left history, step by step; what went as it really did is only counted. */
export function PrintPath({ path }: { readonly path: readonly PathStepView[] }) {
  const { view } = useDom();
  const t = useWords();
  const known = path.filter(({ isHistory, reality }) => isHistory || reality !== undefined);
  const left = known.filter(({ isHistory }) => !isHistory);
  return (
    <section class="report__part">
      <h2>{t('path.title')}</h2>
      <p>{t('debrief.report.path', { same: known.length - left.length, all: known.length })}</p>
      {left.length > 0 && (
        <table class="report__table">
          <thead>
            <tr>
              <th scope="col">{t('path.when')}</th>
              <th scope="col">{t('path.yours')}</th>
              <th scope="col">{t('path.history')}</th>
            </tr>
          </thead>
          <tbody>
            {left.map((step) => (
              <tr key={step.decision}>
                <th scope="row">
                  <span class="report__date">{dateWords(view.language, step.date, 'short')}</span>{' '}
                  {step.title}
                </th>
                <td>{step.choice}</td>
                <td>{step.reality}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** On paper the last offers stand for all. */
const OFFERS = 3;

/** What the contracts with a name were worth to whom, one table for each place where they were negotiated. */
export function PrintContracts({ clouds }: { readonly clouds: readonly DealCloudView[] }) {
  return (
    <>
      {clouds.map((cloud) => (
        <Contracts key={cloud.track} cloud={cloud} />
      ))}
    </>
  );
}

function Contracts({
  cloud: { name, agreed, valid, date, phase, axes, named },
}: {
  readonly cloud: DealCloudView;
}) {
  const { view } = useDom();
  const t = useWords();
  const shown = lastOffers(named);
  return (
    <section class="report__part report__part--whole">
      <h2>{t('debrief.why.table', { name })}</h2>
      <p>{t('debrief.why.count', { agreed, valid, phase, date: dateWords(view.language, date, 'long') })}</p>
      <p class="report__small">{t('debrief.why.lead')}</p>
      {shown.length > 0 && (
        <table class="report__table">
          <thead>
            <ContractHeads axes={axes} />
          </thead>
          <tbody>
            {shown.map((deal) => (
              <tr key={deal.id}>
                <th scope="row">
                  {t('debrief.why.deal', { kind: deal.kind, name: deal.name })}{' '}
                  {deal.date && (
                    <span class="report__date">{dateWords(view.language, deal.date, 'short')}</span>
                  )}
                </th>
                <ContractCells axes={axes} deal={deal} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function lastOffers(named: DealCloudView['named']): DealCloudView['named'] {
  const offers = named.filter(({ kind }) => kind === 'offer').slice(-OFFERS);
  return named.filter((deal) => deal.kind !== 'offer' || offers.includes(deal));
}
