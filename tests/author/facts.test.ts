import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../src/author/sentences.ts';
import { runAuthor as run, useScenarioCopy } from '../support/scenario-copy.ts';

interface Row {
  readonly language: string;
  readonly file: string;
  readonly path: string;
  readonly text: string;
}
interface Facts {
  readonly cited: readonly (Row & { readonly facts: readonly Record<string, unknown>[] })[];
  readonly unmarked: readonly (Row & { readonly looks: readonly string[] })[];
  readonly warnings: readonly (Row & { readonly code: string; readonly fact: string })[];
  readonly uncited: readonly string[];
}

describe('a text is cut into sentences', () => {
  test.each([
    ['de', 'Am 6. August ging es um 1.500 Euro. [F-US-05] Dann nicht.', 2],
    ['de', 'Es endet am 1. März. [F-EX-01]', 1],
    ['en', 'It cost $1.5 billion in the U.S. in 2020. [F-US-05] [F-US-06] Nobody paid.', 2],
    ['en', 'Musical.ly was first. [F-BG-01] “Was it?” Yes!', 3],
    ['en', 'No point at the end', 1],
  ])('%s: %s', (language, text, count) => expect(sentencesIn(text, language)).toHaveLength(count));

  test('a mark belongs to the sentence before it', () => {
    expect(sentencesIn('One. Two. [F-US-05] [F-US-06] ==Three==.', 'en')).toEqual([
      { text: 'One.', facts: [] },
      { text: 'Two.', facts: ['F-US-05', 'F-US-06'] },
      { text: '==Three==.', facts: [] },
    ]);
  });
});

describe('facts', () => {
  const copy = useScenarioCopy();
  const facts = (...options: readonly string[]): Facts => {
    const { code, text } = run('facts', copy.folder(), '--json', ...options);
    expect(code).toBe(0);
    return JSON.parse(text) as Facts;
  };

  test('lists every sentence that cites, with the fact, its kinds and its sources', () => {
    const { cited } = facts('--language', 'en');
    expect(cited.length).toBeGreaterThan(200);
    expect(new Set(cited.map(({ language }) => language))).toEqual(new Set(['en']));
    for (const kind of ['scenes/', 'calendar.', 'endings.', 'quiz/'])
      expect(cited.some(({ file }) => file.startsWith(kind))).toBe(true);
    for (const row of cited) {
      expect(row.text).not.toMatch(/\[F-|\[\[|==/);
      expect(row.facts.length).toBeGreaterThan(0);
      for (const fact of row.facts)
        expect(fact).toMatchObject({
          id: expect.stringMatching(/^F-/),
          text: expect.stringMatching(/\S/),
          mark: expect.stringMatching(/^[AB]$/),
          kinds: expect.arrayContaining([expect.any(String)]),
          sources: expect.arrayContaining([expect.objectContaining({ title: expect.any(String) })]),
        });
    }
  });

  test('guesses which sentences state a fact without a mark', () => {
    copy.edit(
      'scenes/s10-sue.en.yaml',
      'The lawsuit against',
      'In 2019 a court fined 12 firms. The lawsuit against',
    );
    const row = facts('--language', 'en').unmarked.find(({ text }) => text.includes('12 firms'));
    expect(row).toMatchObject({ file: 'scenes/s10-sue.en.yaml', path: 'body', looks: ['date', 'number'] });
  });

  test('warns where a report is told as a fact', () => {
    const before = facts().warnings.length;
    copy.edit('facts.yaml', 'F-LIT-02, mark: A, kinds: [STM]', 'F-LIT-02, mark: A, kinds: [REP]');
    const found = facts().warnings;
    expect(found.length).toBeGreaterThan(before);
    expect(found).toContainEqual(expect.objectContaining({ code: 'report-as-fact', fact: 'F-LIT-02' }));
    expect(copy.problems()).toEqual([]);
  });

  test('an uncertain fact that is cited is a fault of the scenario', () => {
    copy.edit('facts.yaml', 'F-LIT-02, mark: A', 'F-LIT-02, mark: C');
    expect(copy.problems().map(({ code }) => code)).toContain('uncertain-fact');
    expect(facts().warnings).toContainEqual(
      expect.objectContaining({ code: 'uncertain-fact', fact: 'F-LIT-02' }),
    );
  });

  test('knows only languages that there are', () => {
    expect(run('facts', copy.folder(), '--language', 'xx')).toMatchObject({ code: 2 });
  });
});
