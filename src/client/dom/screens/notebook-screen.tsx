import { useState } from 'preact/hooks';
import type { FactView, LogEntryView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords, spanWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { FactMarks } from '../parts/fact-details.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { hasAllWords, SearchField } from '../parts/search-field.tsx';

const LOG_ICONS = {
  news: 'newspaper',
  choice: 'hand-pointing',
  quiz: 'seal-question',
  table: 'handshake',
} as const satisfies Record<LogEntryView['kind'], string>;

/** What the player has met so far: terms, facts with their sources, the log of the run. */
export function NotebookScreen() {
  const { view } = useDom();
  const t = useWords();
  const notebook = view.play?.notebook;
  // Without a run the notebook is the whole library, to be leafed through.
  const terms = notebook?.terms ?? view.library.terms;
  const facts = notebook?.facts ?? view.library.facts;
  return (
    <PageFrame name="notebook" title={t('notebook.title')} lead={t('notebook.lead')}>
      <div class="notebook">
        <section class="notebook__part" aria-labelledby="notebook-facts">
          <h2 id="notebook-facts">{t('notebook.facts')}</h2>
          <FactSearch facts={facts} />
        </section>
        <section class="notebook__part" aria-labelledby="notebook-terms">
          <h2 id="notebook-terms">{t('notebook.terms')}</h2>
          {terms.length === 0 && <p class="notebook__none">{t('notebook.terms.none')}</p>}
          <dl class="terms">
            {terms.map((term) => (
              <div key={term.id} class="terms__entry" data-term={term.id}>
                <dt>{term.term}</dt>
                <dd>
                  {term.short}
                  {term.example && <span class="terms__example">{term.example}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {notebook && (
          <section class="notebook__part" aria-labelledby="notebook-log">
            <h2 id="notebook-log">{t('notebook.log')}</h2>
            {notebook.log.length === 0 && <p class="notebook__none">{t('notebook.log.none')}</p>}
            <ol class="log">
              {notebook.log.map((entry, index) => (
                <li key={index} class={`log__entry log__entry--${entry.kind}`}>
                  <span class="log__date">{dateWords(view.language, entry.date, 'short')}</span>
                  <Icon name={LOG_ICONS[entry.kind]} />
                  <span class="log__text">
                    <span class="visually-hidden">{t('notebook.log.kind', { kind: entry.kind })}</span>
                    {entry.text}
                    {entry.detail && <span class="log__detail">{entry.detail}</span>}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </PageFrame>
  );
}

function FactSearch({ facts }: { readonly facts: readonly FactView[] }) {
  const { view, open } = useDom();
  const t = useWords();
  const [query, setQuery] = useState('');
  const found = facts.filter((fact) =>
    hasAllWords(query, `${fact.id} ${fact.text} ${fact.sources.map((source) => source.title).join(' ')}`),
  );
  if (facts.length === 0) return <p class="notebook__none">{t('notebook.facts.none')}</p>;
  return (
    <>
      <SearchField
        label={t('notebook.search')}
        query={query}
        onQuery={setQuery}
        result={t('notebook.found', { count: found.length, all: facts.length })}
      />
      <ul class="facts">
        {found.map((fact) => (
          <li key={fact.id} class="facts__entry" data-fact={fact.id}>
            <p class="facts__date">{spanWords(view.language, fact.date)}</p>
            <p class="facts__text">{fact.text}</p>
            <FactMarks fact={fact} />
            <Button action="source" kind="quiet" opensDialog onPress={() => open({ kind: 'fact', fact })}>
              {t('fact.sources', { count: fact.sources.length })}
              <span class="visually-hidden">{t('notebook.openSource', { id: fact.id })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
