import type { CounterView, TableView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { listed } from '../parts/verdicts.ts';
import { focusSection } from './suggestion.tsx';

interface CounterOfferProps {
  readonly table: TableView;
  readonly counter: CounterView;
}

/** The answer of the other side beside the own draft: only the lines that differ. */
export function CounterOffer({ table, counter }: CounterOfferProps) {
  const { send } = useDom();
  const t = useWords();
  const { changes, reasons, redLines, blockedBy, offer } = counter;
  const isBlocked = blockedBy.length > 0;
  return (
    <section class="counter" tabIndex={-1} aria-labelledby="counter-title">
      <div class="counter__what">
        <h2 id="counter-title" class="counter__title">
          <Icon name="flag" />
          {t('table.counter')}
        </h2>
        {reasons.length > 0 && <p>{t('table.counter.reasons', { issues: listed(reasons) })}</p>}
        {redLines.length > 0 && (
          <p class="light__red-line">
            <Icon name="lock-key" />
            {t('table.redLine', { issues: listed(redLines) })}
          </p>
        )}
        {changes.length === 0 ? (
          <p>{t('table.counter.same')}</p>
        ) : (
          <table class="counter__table">
            <caption class="visually-hidden">{t('table.counter.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('table.issue')}</th>
                <th scope="col">{t('table.yours')}</th>
                <th scope="col">{t('table.counter')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ issue, name, from, to }) => (
                <tr key={issue} data-issue={issue}>
                  <th scope="row">{name}</th>
                  <td>{from}</td>
                  <td>
                    <b>{to}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <div class="counter__ways">
        <Button
          action="accept"
          icon="handshake"
          takesOneClick
          {...(isBlocked ? { blockedBy: 'counter-blocked' } : {})}
          onPress={() => send({ type: 'table.accept', turn: table.turn })}
        >
          {t('table.accept')}
        </Button>
        {changes.length > 0 && (
          <Button
            action="lay"
            kind="quiet"
            icon="file-text"
            onPress={(event) => {
              focusSection(event);
              send({ type: 'table.lay', offer });
            }}
          >
            {t('table.counter.lay')}
          </Button>
        )}
        {isBlocked && (
          <p id="counter-blocked" class="counter__blocked">
            {t('table.accept.blocked', { names: listed(blockedBy) })}
          </p>
        )}
      </div>
    </section>
  );
}
