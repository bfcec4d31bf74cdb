import { useState } from 'preact/hooks';
import type { FactView, NotebookView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { spanWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { FactMarks } from '../parts/fact-details.tsx';
import { FilterField, ScopeSwitch } from '../parts/filter-field.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { type FactWish, findFacts } from './find-facts.ts';

const NOTHING: FactWish = { query: '', group: '', kind: '' };

/** The facts met so far; when the run is over, on wish all of them. */
export function NotebookFacts({ notebook }: { readonly notebook: NotebookView | undefined }) {
  const { view, send } = useDom();
  const t = useWords();
  const [isAll, setAll] = useState(false);
  const [wish, setWish] = useState(NOTHING);
  const met = notebook?.facts ?? [];
  const unmet = notebook?.unmet ?? [];
  const facts = isAll ? [...met, ...unmet] : met;
  const found = findFacts(facts, wish, (span) => spanWords(view.language, span));
  // Filters stay when the run brings new facts, but offer only what is there.
  const groups = [...new Set(facts.flatMap(({ group }) => group ?? []))];
  const kinds = [...new Set(facts.flatMap((fact) => fact.kinds))];
  return (
    <>
      {met.length === 0 && <p class="notebook__none">{t('notebook.facts.none')}</p>}
      {facts.length > 0 && (
        <>
          {unmet.length > 0 && (
            <ScopeSwitch
              label={t('notebook.which')}
              isAll={isAll}
              onAll={setAll}
              met={t('notebook.met', { count: met.length })}
              all={t('notebook.all', { count: met.length + unmet.length })}
            />
          )}
          <div class="notebook__finder">
            <SearchField
              label={t('notebook.search')}
              query={wish.query}
              onQuery={(query) => setWish({ ...wish, query })}
              result={t('notebook.found', { count: found.length, all: facts.length })}
            />
            {groups.length > 0 && (
              <FilterField
                name="group"
                label={t('notebook.group')}
                value={wish.group}
                onValue={(group) => setWish({ ...wish, group })}
              >
                <option value="">{t('notebook.group.all')}</option>
                {groups.map((group) => (
                  <option key={group} value={group}>
                    {group}
                  </option>
                ))}
              </FilterField>
            )}
            <FilterField
              name="kind"
              label={t('notebook.kind')}
              value={wish.kind}
              onValue={(value) => setWish({ ...wish, kind: kinds.find((kind) => kind === value) ?? '' })}
            >
              <option value="">{t('notebook.kind.all')}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t('fact.kind', { kind })}
                </option>
              ))}
            </FilterField>
          </div>
          {found.length === 0 && <p class="notebook__none">{t('notebook.empty')}</p>}
          <ul class="facts">
            {found.map((fact) => (
              <FactEntry key={fact.id} fact={fact} />
            ))}
          </ul>
        </>
      )}
      {unmet.length === 0 && (
        <p class="notebook__later">
          {t('notebook.facts.later')}{' '}
          <Button
            action="sources"
            kind="quiet"
            onPress={() => send({ type: 'screen.open', screen: 'sources' })}
          >
            {t('sources.title')}
          </Button>
        </p>
      )}
    </>
  );
}

function FactEntry({ fact }: { readonly fact: FactView }) {
  const { view, open } = useDom();
  const t = useWords();
  return (
    <li class="facts__entry" data-fact={fact.id}>
      <p class="facts__date">
        {fact.group !== undefined && <span class="facts__group">{fact.group}</span>}
        {spanWords(view.language, fact.date)}
      </p>
      <p class="facts__text">{fact.text}</p>
      <FactMarks fact={fact} />
      <Button action="source" kind="quiet" opensDialog onPress={() => open({ kind: 'fact', fact })}>
        {t('fact.sources', { count: fact.sources.length })}
        <span class="visually-hidden">{t('notebook.openSource', { id: fact.id })}</span>
      </Button>
    </li>
  );
}
