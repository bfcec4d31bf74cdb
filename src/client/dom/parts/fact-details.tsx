import type { FactView, SourceView } from '../../../core/view-model/index.ts';
import { Icon } from './art.tsx';
import { spanWords } from './dates.ts';
import { useDom, useWords } from './env.ts';

/** How sure a fact is and what it rests on, in words. */
export function FactMarks({ fact }: { readonly fact: FactView }) {
  const t = useWords();
  return (
    <ul class="fact-marks">
      <li class="tag" data-mark={fact.mark}>
        {t('fact.mark', { mark: fact.mark })}
      </li>
      {fact.kinds.map((kind) => (
        <li key={kind} class="tag tag--plain">
          {t('fact.kind', { kind })}
        </li>
      ))}
    </ul>
  );
}

export function FactDetails({ fact }: { readonly fact: FactView }) {
  const t = useWords();
  const { view } = useDom();
  return (
    <>
      <p class="fact-text">{fact.text}</p>
      <p class="fact-date">
        <Icon name="calendar" /> {spanWords(view.language, fact.date)}
      </p>
      <FactMarks fact={fact} />
      <h3 class="small-heading">{t('fact.sources', { count: fact.sources.length })}</h3>
      <ul class="source-list">
        {fact.sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
      <p class="fine-print">{t('fact.reference', { id: fact.id })}</p>
    </>
  );
}

export function SourceLine({ source }: { readonly source: SourceView }) {
  const t = useWords();
  const { view } = useDom();
  return (
    <div class="source" data-source={source.id}>
      <span class="source__type">{t('source.type', { type: source.type })}</span>
      {source.date && <span class="source__date">{spanWords(view.language, source.date)}</span>}
      <a class="source__link" href={source.url} target="_blank" rel="noopener noreferrer external">
        <span class="source__publisher">{source.publisher}</span> {source.title}
        <Icon name="arrow-square-out" />
        <span class="visually-hidden">{t('source.newTab')}</span>
      </a>
      <span class="source__access">{t('source.access', { access: source.access })}</span>
      {source.hasError && (
        <span class="source__error">
          <Icon name="warning" /> {t('source.hasError')}
        </span>
      )}
    </div>
  );
}
