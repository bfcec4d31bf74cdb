import type { Prose } from '../../../core/view-model/index.ts';
import { useDom, useWords } from './env.ts';
import { useTerm } from './lookup.ts';
import { SourceButton } from './source-button.tsx';

type FactSegment = Extract<Prose[number], { kind: 'fact' }>;
type Piece =
  | Exclude<Prose[number], FactSegment>
  | { readonly kind: 'noted'; readonly word: string; readonly facts: readonly FactSegment[] };

/** A text with its marks: key phrase, glossary terms and source notes that open. */
export function ProseText({ prose }: { readonly prose: Prose }) {
  return (
    <>
      {piecesOf(prose).map((piece, index) => {
        switch (piece.kind) {
          case 'text':
            return piece.text;
          case 'highlight':
            return (
              <mark key={index} class="mark">
                {piece.text}
              </mark>
            );
          case 'term':
            return <TermButton key={index} id={piece.term} text={piece.text} />;
          case 'noted':
            return (
              <span key={index} class="noted">
                {piece.word}
                {piece.facts.map(({ fact, number }) => (
                  <FootnoteMark key={fact} fact={fact} number={number} />
                ))}
              </span>
            );
        }
      })}
    </>
  );
}

/** Ties each source note to the word before it, so that no line begins with a note. */
function piecesOf(prose: Prose): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const segment of prose) {
    if (segment.kind !== 'fact') {
      pieces.push(segment);
      continue;
    }
    const last = pieces.pop();
    if (last?.kind === 'noted') {
      pieces.push({ ...last, facts: [...last.facts, segment] });
      continue;
    }
    if (last && last.kind !== 'text') pieces.push(last);
    const text = last?.kind === 'text' ? last.text : '';
    const start = text.lastIndexOf(' ') + 1;
    if (start > 0) pieces.push({ kind: 'text', text: text.slice(0, start) });
    pieces.push({ kind: 'noted', word: text.slice(start), facts: [segment] });
  }
  return pieces;
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

export function FootnoteMark({ fact, number }: { readonly fact: string; readonly number: number }) {
  const t = useWords();
  return (
    <SourceButton id={fact} number={number} label={t('footnote.open', { number })}>
      {number}
    </SourceButton>
  );
}
