import { expect, test } from 'vitest';
import { loadWords } from '../../../src/client/app/words.ts';

const CLASS = { key: 'class.pause' };
const DEBRIEF = { key: 'debrief.next', params: { chapter: 'why' } };

test('words of an area come when they are asked for, and those of another one stay', async () => {
  const words = await loadWords('en');
  expect(words.translate()(CLASS)).toBe('class.pause');
  await words.loadLate('class');
  expect(words.translate()(CLASS)).toBe('Pause and discuss');
  expect(words.translate()(DEBRIEF)).toBe('debrief.next');
  await words.loadLate('debrief');
  expect(words.translate()(CLASS)).toBe('Pause and discuss');
  expect(words.translate()(DEBRIEF)).not.toBe('debrief.next');
});

test('two areas at once are both there', async () => {
  const words = await loadWords('en');
  await Promise.all([words.loadLate('class'), words.loadLate('debrief')]);
  expect(words.translate()(CLASS)).not.toBe('class.pause');
  expect(words.translate()(DEBRIEF)).not.toBe('debrief.next');
});

test('a language that comes meanwhile stays, with all its words', async () => {
  const words = await loadWords('en');
  const [use] = await Promise.all([words.loadLanguage('de'), words.loadLate('class')]);
  use();
  await words.loadLate('debrief');
  expect(words.translate()(CLASS)).toBe('Anhalten und besprechen');
  expect(words.translate()(DEBRIEF)).not.toBe('debrief.next');
});
