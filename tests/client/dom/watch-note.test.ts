import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchNote } from '../../../src/client/dom/debrief/watch-note.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A field on a page, and what was handed on from it. */
function writing(before = '') {
  const field = Object.assign(new EventTarget(), { value: before });
  const page = new EventTarget();
  const saved: string[] = [];
  const end = watchNote(field, page, (text) => void saved.push(text));
  const type = (text: string): void => {
    field.value += text;
    field.dispatchEvent(new Event('input'));
  };
  return { field, page, saved, end, type };
}

test('what is pasted is handed on at once', () => {
  const { saved, type } = writing();
  type('all of it');
  expect(saved).toEqual(['all of it']);
  vi.runAllTimers();
  expect(saved).toHaveLength(1);
});

test('what is typed is handed on with the first letter, and once more when the writer pauses', () => {
  const { saved, type } = writing('Once ');
  for (const letter of 'upon') type(letter);
  expect(saved).toEqual(['Once u']);
  vi.runAllTimers();
  expect(saved).toEqual(['Once u', 'Once upon']);
  type('!');
  expect(saved).toEqual(['Once u', 'Once upon', 'Once upon!']);
});

test.each(['beforeunload', 'pagehide', 'visibilitychange'])('%s: not a letter is left behind', (sign) => {
  const { page, saved, type } = writing();
  type('a');
  type(' thought');
  page.dispatchEvent(new Event(sign));
  expect(saved).toEqual(['a', 'a thought']);
  vi.runAllTimers();
  expect(saved).toHaveLength(2);
});

test('who leaves the field has it all', () => {
  const { field, saved, type } = writing();
  type('a');
  type(' thought');
  field.dispatchEvent(new Event('blur'));
  expect(saved).toEqual(['a', 'a thought']);
});

test('who leaves the chapter has it all, once the page is drawn', async () => {
  const { end, field, saved, type } = writing();
  type('a');
  type(' thought');
  end();
  expect(saved).toEqual(['a']);
  await Promise.resolve();
  expect(saved).toEqual(['a', 'a thought']);
  type('more');
  field.dispatchEvent(new Event('blur'));
  vi.runAllTimers();
  expect(saved).toHaveLength(2);
});

test('nothing new is nothing to save, and nothing to listen for', () => {
  const { field, page, saved, type } = writing('as before');
  const listen = vi.spyOn(page, 'addEventListener');
  field.dispatchEvent(new Event('blur'));
  expect(listen).not.toHaveBeenCalled();
  field.value = 'as ';
  type('before');
  vi.runAllTimers();
  page.dispatchEvent(new Event('pagehide'));
  expect(saved).toEqual([]);
});
