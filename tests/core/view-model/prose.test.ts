import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/core/view-model/index.ts';
import { createFootnotes, parseProse } from '../../../src/core/view-model/prose.ts';

describe('marks in author texts', () => {
  test('become segments, and a source mark swallows the space before it', () => {
    const footnotes = createFootnotes();
    expect(
      parseProse('Ein ==Wort== und [[veto-player|Vetospieler]]. [F-CN-05] Mehr.[F-US-08]', footnotes),
    ).toEqual([
      { kind: 'text', text: 'Ein ' },
      { kind: 'highlight', text: 'Wort' },
      { kind: 'text', text: ' und ' },
      { kind: 'term', text: 'Vetospieler', term: 'veto-player' },
      { kind: 'text', text: '.' },
      { kind: 'fact', fact: 'F-CN-05', number: 1 },
      { kind: 'text', text: ' Mehr.' },
      { kind: 'fact', fact: 'F-US-08', number: 2 },
    ]);
    expect(footnotes.cited()).toEqual(['F-CN-05', 'F-US-08']);
  });

  test('count each fact once over all texts of a screen', () => {
    const footnotes = createFootnotes();
    parseProse('A. [F-CN-05]', footnotes);
    expect(
      parseProse('B. [F-US-08] C. [F-CN-05]', footnotes).filter(({ kind }) => kind === 'fact'),
    ).toMatchObject([{ number: 2 }, { number: 1 }]);
  });

  test('leave no trace in plain words', () => {
    expect(plainText('Ein ==Wort== und [[veto-player|Vetospieler]]. [F-CN-05] Mehr.')).toBe(
      'Ein Wort und Vetospieler. Mehr.',
    );
  });

  test('never swallow words: any text comes out as its plain words', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('[F-CN-05]', '==x==', '[[a|b]]', '==', '[[', ']]', '|', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const words = parseProse(text, createFootnotes())
          .map((segment) => (segment.kind === 'fact' ? '' : segment.text))
          .join('');
        expect(words).toBe(plainText(text));
      }),
    );
  });
});
