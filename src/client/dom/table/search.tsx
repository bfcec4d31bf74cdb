import type { TableSearchView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { Suggestion } from './suggestion.tsx';

/** Is there any contract that everybody would accept? The model tries them all. */
export function Search({ search }: { readonly search: TableSearchView }) {
  const { send } = useDom();
  const t = useWords();
  const isWorking = search.state === 'working';
  return (
    <section
      class="seek"
      tabIndex={-1}
      aria-labelledby="seek-title"
      data-search={search.state}
      aria-busy={isWorking}
    >
      <h2 id="seek-title" class="small-heading">
        {t('table.search')}
      </h2>
      <p class="fine-print">{t('table.search.about')}</p>
      <Button
        action="search"
        icon="magnifying-glass"
        {...(isWorking ? { blockedBy: 'seek-state' } : {})}
        onPress={() => send({ type: 'table.search' })}
      >
        {t('table.search.start', { state: isWorking ? 'idle' : search.state })}
      </Button>
      <SearchResult search={search} />
    </section>
  );
}

function SearchResult({ search }: { readonly search: TableSearchView }) {
  const t = useWords();
  switch (search.state) {
    case 'idle':
      return null;
    case 'working':
      return (
        <p id="seek-state" class="seek__state">
          <Icon name="hourglass-medium" />
          {t('table.search.state', { state: 'working' })}
        </p>
      );
    case 'failed':
      return (
        <p class="seek__state">
          <Icon name="warning" />
          {t('table.search.state', { state: 'failed' })}
        </p>
      );
    case 'found':
      return (
        <div class="seek__result">
          <p>{t('table.search.found', { accepted: search.accepted, valid: search.valid })}</p>
          {search.suggestion.changes.length === 0 ? (
            <p>{t('table.search.here')}</p>
          ) : (
            <>
              <p>{t('table.search.nearest')}</p>
              <Suggestion suggestion={search.suggestion} />
            </>
          )}
        </div>
      );
    case 'none':
      return (
        <div class="seek__result">
          <p>
            <b>{t('table.search.none', { valid: search.valid })}</b>
          </p>
          {search.blockers.length > 0 && (
            <table class="seek__table">
              <caption>{t('table.search.blockers')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('table.party')}</th>
                  <th scope="col">{t('table.search.alone')}</th>
                </tr>
              </thead>
              <tbody>
                {search.blockers.map(({ party, name, alone }) => (
                  <tr key={party} data-party={party}>
                    <th scope="row">{name}</th>
                    <td>{t('table.search.contracts', { count: alone })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      );
  }
}
