import type { FactView } from '../../../core/view-model/index.ts';
import { useDom, useWords } from '../parts/env.ts';

/** Whose page the first source is: what it is about stands in its details. */
const nameOf = ({ sources, text }: FactView) => sources[0]?.publisher ?? text;

/** The facts this screen rests on, below the text like the notes of a newspaper. */
export function Footnotes({ facts }: { readonly facts: readonly FactView[] }) {
  const { open } = useDom();
  const t = useWords();
  if (facts.length === 0) return null;
  return (
    <section class="footnotes" aria-labelledby="footnotes-title">
      <h2 id="footnotes-title" class="visually-hidden">
        {t('footnote.title')}
      </h2>
      <ol class="footnotes__list">
        {facts.map((fact, index) => (
          <li key={fact.id} class="footnotes__entry">
            <span class="footnote footnote--still" aria-hidden="true">
              {index + 1}
            </span>
            <span class="footnotes__text">{nameOf(fact)}</span>
            <button
              type="button"
              class="footnotes__open"
              data-action="source"
              data-fact={fact.id}
              aria-haspopup="dialog"
              onClick={() => open({ kind: 'fact', fact, number: index + 1 })}
            >
              {t('footnote.source')}
              <span class="visually-hidden">{t('footnote.sourceOf', { number: index + 1 })}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
