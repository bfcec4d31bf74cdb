import type { LiveChairsView } from '../../../../core/view-model/index.ts';
import { Emblem } from '../../parts/art.tsx';
import { useDom, useWords } from '../../parts/env.ts';

/** Which party at which table: several may sit on one chair, empty ones play by themselves. */
export function ChairsPage({ chairs }: { readonly chairs: LiveChairsView }) {
  const { send } = useDom();
  const t = useWords();
  return (
    <main id="main" class="live-page chairs" tabIndex={-1} data-stage="roles">
      <h1 tabIndex={-1} data-heading>
        {t('live.role.choose')}
      </h1>
      <p>{t('live.role.choose.about')}</p>
      {chairs.tables.map(({ table, number, chairs: seats }) => (
        <section key={table} aria-labelledby={`chairs-${table}`}>
          <h2 id={`chairs-${table}`} class="chairs__table">
            {t('live.role.table', { number })}
          </h2>
          <ul class="chairs__list">
            {seats.map(({ party, name, role, emblem, count }) => (
              <li key={party}>
                <button
                  type="button"
                  class="chairs__chair"
                  data-action="role-take"
                  data-table={table}
                  data-party={party}
                  aria-describedby={`chairs-${table}-${party}`}
                  onClick={() => send({ type: 'live.send', command: { type: 'role.take', table, party } })}
                >
                  <Emblem name={emblem} />
                  <span>
                    <b>{name}</b>
                    <span class="visually-hidden">, {t('live.role.table', { number })}</span>
                  </span>
                </button>
                <p id={`chairs-${table}-${party}`} class="chairs__about">
                  {role} <span class="chairs__count">{t('live.role.count', { count })}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
