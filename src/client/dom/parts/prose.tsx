import type { Prose } from '../../../core/view-model/index.ts';
import { useDom, useWords } from './env.ts';
import { useFact, useTerm } from './lookup.ts';

/** A text with its marks: key phrase, glossary terms and source notes that open. */
export function ProseText({ prose }: { readonly prose: Prose }) {
  return (
    <>
      {prose.map((segment, index) => {
        switch (segment.kind) {
          case 'text':
            return segment.text;
          case 'highlight':
            return (
              <mark key={index} class="mark">
                {segment.text}
              </mark>
            );
          case 'term':
            return <TermButton key={index} id={segment.term} text={segment.text} />;
          case 'fact':
            return <FootnoteMark key={index} fact={segment.fact} number={segment.number} />;
        }
      })}
    </>
  );
}

/** The same text where nothing inside may be a control: in a button, in a table cell. */
export function PlainProse({ prose }: { readonly prose: Prose }) {
  return (
    <>
      {prose.map((segment, index) => {
        if (segment.kind === 'fact')
          return (
            <span key={index} class="footnote footnote--still" aria-hidden="true">
              {segment.number}
            </span>
          );
        if (segment.kind === 'highlight')
          return (
            <mark key={index} class="mark">
              {segment.text}
            </mark>
          );
        return segment.text;
      })}
    </>
  );
}

function TermButton({ id, text }: { readonly id: string; readonly text: string }) {
  const { open } = useDom();
  const term = useTerm(id);
  if (!term) return <>{text}</>;
  return (
    <button
      type="button"
      class="term"
      data-action="term"
      data-term={id}
      aria-haspopup="dialog"
      onClick={() => open({ kind: 'term', term })}
    >
      {text}
    </button>
  );
}

export function FootnoteMark({ fact: id, number }: { readonly fact: string; readonly number: number }) {
  const { open } = useDom();
  const t = useWords();
  const fact = useFact(id);
  if (!fact) return null;
  return (
    <button
      type="button"
      class="footnote"
      data-action="source"
      data-fact={id}
      aria-haspopup="dialog"
      aria-label={t('footnote.open', { number })}
      onClick={() => open({ kind: 'fact', fact, number })}
    >
      {number}
    </button>
  );
}
