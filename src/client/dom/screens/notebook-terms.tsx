import { useState } from 'preact/hooks';
import type { NotebookView, TermView } from '../../../core/view-model/index.ts';
import { useDom, useWords } from '../parts/env.ts';
import { FactButtons } from '../parts/fact-buttons.tsx';
import { ScopeSwitch } from '../parts/filter-field.tsx';
import { hasAllWords, SearchField } from '../parts/search-field.tsx';

/** The terms met so far, or all. Examples tell of the story: they wait until the word was met or the run is over. */
export function NotebookTerms({ notebook }: { readonly notebook: NotebookView | undefined }) {
  const { view } = useDom();
  const t = useWords();
  const met = notebook?.terms ?? [];
  const [isAll, setAll] = useState(met.length === 0);
  const [query, setQuery] = useState('');
  const all = view.library.terms;
  const isOver = view.play?.state === 'ended';
  const terms = isAll ? all.toSorted((a, b) => a.term.localeCompare(b.term, view.language)) : met;
  const found = terms.filter(({ term, short }) => hasAllWords(query, `${term} ${short}`));
  // What rests on no fact tells nothing of what is to come.
  const isKnown = ({ id, facts }: TermView) =>
    isOver || facts.length === 0 || met.some((other) => other.id === id);
  const isShown = (term: TermView) => term.example !== undefined && isKnown(term);
  const isLater = terms.some((term) => !isKnown(term));
  return (
    <>
      {notebook && (
        <ScopeSwitch
          label={t('notebook.which')}
          isAll={isAll}
          onAll={setAll}
          met={t('notebook.met', { count: met.length })}
          all={t('notebook.all', { count: all.length })}
        />
      )}
      {terms.length === 0 ? (
        <p class="notebook__none">{t('notebook.terms.none')}</p>
      ) : (
        <SearchField
          label={t('notebook.terms.search')}
          query={query}
          onQuery={setQuery}
          result={t('notebook.found', { count: found.length, all: terms.length })}
        />
      )}
      {terms.length > 0 && found.length === 0 && <p class="notebook__none">{t('notebook.empty')}</p>}
      {isLater && <p class="fine-print">{t('notebook.example.later')}</p>}
      <dl class="terms">
        {found.map((term) => (
          <div key={term.id} class="terms__entry" data-term={term.id}>
            <dt>{term.term}</dt>
            <dd>
              {term.short}
              {isShown(term) && <Example term={term} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Example({ term }: { readonly term: TermView }) {
  return (
    <span class="terms__example">
      {term.example}
      <FactButtons facts={term.facts} />
    </span>
  );
}
