import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapText } from '../../../src/client/dom/debrief/result-picture.ts';

const measure = (words: string) => words.length;
const texts = fc
  .array(fc.stringMatching(/^[a-zäß]{1,12}$/), { maxLength: 30 })
  .map((words) => words.join(' '));

test('a text in lines has all its words in order, and no line is wider than the column', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 12, max: 40 }), (text, width) => {
      const lines = wrapText(text, width, measure);
      expect(lines.join(' ')).toBe(text);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      // No word would have had room on the line before.
      lines.slice(1).forEach((line, at) => {
        const [word = ''] = line.split(' ');
        expect((lines[at]?.length ?? 0) + 1 + word.length).toBeGreaterThan(width);
      });
    }),
  );
});

test('a word that is too wide has a line of its own', () => {
  expect(wrapText('an Außenwirtschaftsverordnung is', 10, measure)).toEqual([
    'an',
    'Außenwirtschaftsverordnung',
    'is',
  ]);
});
