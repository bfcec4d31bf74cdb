import { useState } from 'preact/hooks';
import { useDom, useWords } from '../parts/env.ts';
import { SourceLine } from '../parts/fact-details.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { hasAllWords, SearchField } from '../parts/search-field.tsx';

/** Every source of the case, to be searched. */
export function SourcesScreen() {
  const { view } = useDom();
  const t = useWords();
  const [query, setQuery] = useState('');
  const sources = view.library.sources;
  const found = sources.filter((source) =>
    hasAllWords(
      query,
      `${source.publisher} ${source.title} ${source.date ?? ''} ${source.url} ${t('source.type', { type: source.type })}`,
    ),
  );
  return (
    <PageFrame name="sources" title={t('sources.title')} lead={t('sources.lead')}>
      <p class="sources__access">{t('sources.access')}</p>
      <SearchField
        label={t('sources.search')}
        query={query}
        onQuery={setQuery}
        result={t('sources.found', { count: found.length, all: sources.length })}
      />
      {found.length === 0 && <p class="notebook__none">{t('sources.empty')}</p>}
      <ul class="source-list source-list--all">
        {found.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
