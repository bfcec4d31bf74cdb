import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { present } from '../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { play } from '../../support/play.ts';

// A library for the mini scenario: one fact of the news, one of the quiz, one that nobody meets.

const fact = (id: string, date: string) => ({
  id,
  mark: 'A' as const,
  kinds: ['DOC' as const],
  date,
  sources: ['S001'],
});
const words = {
  facts: { 'F-AA-01': 'An order.', 'F-AA-02': 'Never met.', 'F-BB-01': 'Much later.' },
  glossary: { duty: { term: 'duty', short: 'A word.', example: 'So it was. [F-AA-02]' } },
  aftermath: { later: { headline: 'Later', text: 'It went on. [F-BB-01]' } },
};
const withWords = (texts: Scenario['texts'][string]): Scenario['texts'][string] => ({
  ...texts,
  ...words,
  manifest: { ...texts.manifest, factGroups: { AA: 'The order' } },
  calendar: {
    ...texts.calendar,
    'CAL.ORDER': { headline: 'An order', news: 'It is signed. [F-AA-01]' },
  },
});
const library: Scenario = {
  ...miniWithTexts,
  facts: [fact('F-AA-01', '2030-01-05'), fact('F-AA-02', '2029'), fact('F-BB-01', '2031-02-01')],
  sources: [
    {
      id: 'S001',
      type: 'P',
      publisher: 'The court',
      title: 'The order',
      url: 'https://example.org/',
      access: 'archive',
      accessed: '2031-01-01',
    },
  ],
  terms: [{ id: 'duty', tier: 'starter', facts: ['F-AA-02'] }],
  aftermath: [{ id: 'later', date: '2031-02-01', facts: ['F-BB-01'] }],
  calendar: miniWithTexts.calendar.map((event) =>
    event.id === 'CAL.ORDER' ? { ...event, facts: ['F-AA-01'] } : event,
  ),
  texts: Object.fromEntries(
    Object.entries(miniWithTexts.texts).map(([language, texts]) => [language, withWords(texts)]),
  ),
};
const view = (run: ReturnType<typeof play>) =>
  present(library, run.session, { language: 'en', tier: 'starter' });

describe('the notebook', () => {
  test('holds the facts met so far, and before the end no others', () => {
    const run = play(library).take('s1-goal/talk').proceed();
    const { notebook } = view(run);
    expect(notebook.facts.map(({ id }) => id)).toEqual(['F-AA-01']);
    expect(notebook.unmet).toEqual([]);
    expect(notebook.aftermath).toEqual([]);
    const all = JSON.stringify(notebook);
    expect(all).not.toContain('Never met');
    expect(all).not.toContain('It went on');
  });

  test('opens everything when the run is over, each fact once', () => {
    const { state, notebook } = view(play(library).take('s1-goal/talk').toEnd());
    expect(state).toBe('ended');
    expect([...notebook.facts, ...notebook.unmet].map(({ id }) => id).toSorted()).toEqual([
      'F-AA-01',
      'F-AA-02',
      'F-BB-01',
    ]);
    expect(notebook.aftermath).toEqual([
      {
        id: 'later',
        date: '2031-02-01',
        headline: 'Later',
        text: [{ kind: 'text', text: 'It went on.' }, expect.objectContaining({ fact: 'F-BB-01' })],
      },
    ]);
  });

  test('counts the notes of what came after among those of the ending page', () => {
    const { footnotes } = view(play(library).take('s1-goal/talk').toEnd());
    expect(footnotes.map(({ id }) => id)).toContain('F-BB-01');
  });

  test('keeps all news in order of their days, with their notes', () => {
    const { notebook } = view(play(library).take('s1-goal/talk').toEnd());
    const days = notebook.news.map(({ date }) => date);
    expect(days).toEqual(days.toSorted());
    expect(notebook.news).toContainEqual(
      expect.objectContaining({
        headline: 'An order',
        text: [
          { kind: 'text', text: 'It is signed.' },
          { kind: 'fact', fact: 'F-AA-01', number: 1 },
        ],
      }),
    );
  });

  test('names the group of a fact where the scenario does, and publisher and access of its source', () => {
    const { notebook } = view(play(library).take('s1-goal/talk').toEnd());
    const groups = new Map([...notebook.facts, ...notebook.unmet].map(({ id, group }) => [id, group]));
    expect(groups.get('F-AA-01')).toBe('The order');
    expect(groups.get('F-BB-01')).toBeUndefined();
    expect(notebook.facts[0]?.sources).toMatchObject([{ publisher: 'The court', access: 'archive' }]);
  });
});
