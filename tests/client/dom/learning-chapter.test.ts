import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LearningChapter } from '../../../src/client/dom/debrief/learning-chapter.tsx';
import { createTranslator, type Translator } from '../../../src/core/i18n/index.ts';
import type { LearningView, MissedView, RetestView } from '../../../src/core/view-model/index.ts';
import { type Drawn, drawn, elementsIn, textOf } from '../../support/drawn.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ASSETS = path.join(ROOT, 'assets/messages');
const read = (file: string) =>
  existsSync(path.join(ASSETS, file)) ? JSON.parse(readFileSync(path.join(ASSETS, file), 'utf8')) : {};
/** The chapter speaks of the tests too. */
const words = (language: string) =>
  createTranslator(language, {
    ...read(`${language}.json`),
    ...Object.assign({}, ...['debrief', 'retest', 'round'].map((area) => read(`${area}/${language}.json`))),
  });
const page = vi.hoisted(() => ({ language: 'en', translate: undefined as unknown, sent: [] as unknown[] }));

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params?: Readonly<Record<string, string | number>>) =>
    (page.translate as Translator)(params ? { key, params } : { key }),
  useDom: () => ({
    view: {
      language: page.language,
      library: { facts: [], terms: [{ id: 't1', term: 'Plan B', short: '', facts: [] }] },
    },
    send: (intent: unknown) => void page.sent.push(intent),
    open: () => {},
  }),
}));
vi.mock('../../../src/client/dom/parts/art.tsx', () => ({ Icon: () => null }));
vi.mock('preact/hooks', () => ({ useRef: () => ({ current: { value: 'typed' } }) }));
afterEach(() => {
  page.sent = [];
});

const none: LearningView = {
  hasTests: true,
  objectives: [],
  hasAnswers: false,
  missed: [],
  repeat: [],
  facts: { met: 12, all: 40 },
  ask: [],
  terms: [],
  footnotes: [],
};
const tally = (right: number, count: number, sureness = {}) => ({
  right,
  count,
  hits: 0,
  falseAlarms: 1,
  statements: { true: 0, other: 1 },
  sureness,
});
const missed = (from: MissedView['from'], item: string, due?: string): MissedView => ({
  from,
  quiz: {
    item,
    type: 'single',
    stem: [{ kind: 'text', text: `What is ${item}?` }],
    task: {
      kind: 'choice',
      options: [
        {
          id: 'a',
          text: [{ kind: 'text', text: 'One' }],
          isKey: true,
          why: [{ kind: 'text', text: 'Since' }],
        },
        { id: 'b', text: [{ kind: 'text', text: 'Two' }], isChosen: true },
      ],
    },
    state: 'explained',
    isCorrect: false,
    confidence: 'sure',
    facts: [],
  },
  ...(due === undefined ? {} : { due }),
});
const full: LearningView = {
  ...none,
  pre: { right: 2, count: 6, tally: tally(2, 6, { right: 1.5, wrong: 7 / 3 }) },
  post: { right: 5, count: 6, day: '2026-11-25', tally: tally(5, 6, { right: 3 }) },
  objectives: [
    { objective: 'LO1', pre: tally(0, 1), post: tally(1, 1) },
    { objective: 'LO6', post: tally(1, 1) },
  ],
  missed: [missed('run', 'q1', '2026-11-28'), missed('pre', 'q2')],
  repeat: ['q1'],
  code: 'ABCDE-FGHJK-MNPQR',
  retestFrom: '2026-12-02',
  ask: ['q7', 'q8'],
  terms: [{ id: 't1', term: 'Plan B' }],
};
const known: RetestView = {
  state: 'known',
  text: '',
  day: '2026-11-17',
  post: { count: 6, right: 4, hits: 1, falseAlarms: 2 },
  now: { right: 3, count: 6, day: '2026-11-25' },
};

function chapter(learning: LearningView, language = 'en'): readonly Drawn[] {
  page.language = language;
  page.translate = words(language);
  return drawn(LearningChapter({ debrief: { learning } } as Parameters<typeof LearningChapter>[0]));
}

describe('the chapter on what was learnt', () => {
  test.each(['de', 'en'])('has words for everything in %s', (language) => {
    const problems = ['length', 'symbol', 'typo', 'version', 'forms'];
    const views: readonly LearningView[] = [
      none,
      { ...none, hasTests: false },
      { ...none, pre: { right: 1, count: 6 } },
      { ...none, post: { right: 1, count: 6 } },
      full,
      { ...full, retest: known },
      ...problems.map(
        (problem): LearningView => ({
          ...none,
          retest: { state: 'problem', text: '', problem, detail: '3' },
        }),
      ),
    ];
    const texts = views.map((view) => textOf(chapter(view, language)));
    for (const text of texts) expect(text).not.toMatch(/debrief\.|round\.|quiz\.|retest\.|undefined|NaN|\{/);
    expect(new Set(texts).size).toBe(views.length);
  });

  /** What stands in the cells of each row, by its name. */
  const rowsOf = (view: LearningView) =>
    Object.fromEntries(
      elementsIn(chapter(view))
        .filter(({ tag, props }) => tag === 'tr' && props['data-row'])
        .map((row) => [
          row.props['data-row'],
          elementsIn([row])
            .filter(({ tag }) => tag === 'td')
            .map((cell) => textOf([cell]).trim()),
        ]),
    );

  test('says first what came of all questions, before and after', () => {
    expect(rowsOf(full)).toEqual({
      right: ['2 of 6', '5 of 6'],
      falseAlarms: ['1 of 1', '1 of 1'],
      sureRight: ['1.5 of 3', '3 of 3'],
      sureWrong: ['2.3 of 3', 'no answer'],
      LO1: ['0 of 1', '1 of 1'],
      LO6: ['no question', '1 of 1'],
    });
    // Who has taken one test only has one column.
    expect(rowsOf({ ...full, pre: undefined } as unknown as LearningView)).toMatchObject({
      right: ['5 of 6'],
      LO1: ['1 of 1'],
    });
  });

  test('draws what was right, and nothing else: a full box is always good', () => {
    const bars = elementsIn(chapter(full)).filter(({ tag }) => tag === 'tr');
    const drawnIn = bars
      .filter((row) => elementsIn([row]).some(({ tag }) => tag === 'svg'))
      .map(({ props }) => props['data-row']);
    expect(drawnIn).toEqual(['right', 'LO1', 'LO6']);
    const [first] = bars.filter(({ props }) => props['data-row'] === 'right');
    const boxes = elementsIn(first ? [first] : []).filter(({ props }) => props.class === 'count-bar__full');
    expect(boxes).toHaveLength(2 + 5);
    for (const { tag, props } of elementsIn(chapter(full)))
      if (tag === 'svg') expect(props['aria-hidden']).toBe('true');
  });

  test('folds the rest by goal, without a word on what was not asked', () => {
    const goals = elementsIn(chapter(full)).filter(({ props }) => props['data-more']);
    const [first, second] = goals.map((goal) => textOf([goal]));
    expect(first).toMatch(/false alarms, fewer is better\), before: 1 of 1.*after: 1 of 1/);
    expect(second).not.toMatch(/before|no question|no answer|hits/);
  });

  test('without any answer is not praised for having none wrong', () => {
    expect(textOf(chapter(none))).toContain('No question answered yet.');
    const answered = textOf(chapter({ ...none, hasAnswers: true }));
    expect(answered).toContain('You got no question wrong.');
    expect(answered).not.toContain('answered yet');
  });

  test('names a plainly wrong answer wrong, and one of several parts not quite right', () => {
    const of = (kind: 'choice' | 'order') => {
      const [one] = full.missed;
      const task = one?.quiz.task.kind === 'choice' ? { ...one.quiz.task, kind } : undefined;
      const view = { ...full, missed: [{ ...one, quiz: { ...one?.quiz, task } }] } as LearningView;
      const verdict = elementsIn(chapter(view)).find(
        ({ props }) => props.class === 'learn__verdict verdict--wrong',
      );
      return textOf(verdict ? [verdict] : []);
    };
    expect(of('choice')).toContain('Wrong');
    expect(of('order')).toContain('Not quite');
  });

  test('offers the missing final test, the missed questions of the run, and those on its facts', () => {
    const press = (view: LearningView, action: string) => {
      const button = elementsIn(chapter(view)).find(({ props }) => props['data-action'] === action);
      (button?.props.onClick as ((event: object) => void) | undefined)?.({ detail: 1 });
      return page.sent.pop();
    };
    expect(press(none, 'learn-post')).toEqual({ type: 'round.start', kind: 'post' });
    expect(press(full, 'learn-post')).toBeUndefined();
    expect(press(full, 'learn-repeat')).toEqual({ type: 'round.start', kind: 'again', items: ['q1'] });
    expect(press(full, 'learn-ask')).toEqual({ type: 'round.start', kind: 'again', items: ['q7', 'q8'] });
    expect(press({ ...full, retest: known }, 'learn-again')).toEqual({ type: 'round.start', kind: 'post' });
  });

  test('sends the code that is typed in, and reads out what came of it', () => {
    const parts = elementsIn(chapter({ ...full, retest: known }));
    const form = parts.find(({ tag }) => tag === 'form');
    (form?.props.onSubmit as ((event: object) => void) | undefined)?.({ preventDefault: () => {} });
    expect(page.sent).toEqual([{ type: 'debrief.retest', code: 'typed' }]);
    const status = parts.find(({ props }) => props.role === 'status');
    expect(textOf(status ? [status] : [])).toMatch(
      /17 November 2026: 4 of 6 correct.*25 November 2026: 3 of 6/,
    );
  });

  test('shows of each missed question the own answer, the right one and when it comes back', () => {
    const [first, second] = elementsIn(chapter(full)).filter(({ props }) => props['data-from']);
    expect(textOf(first ? [first] : [])).toMatch(
      /What is q1\?.*sure.*this run.*28 November 2026.*One.*Since.*Two/,
    );
    expect(textOf(second ? [second] : [])).not.toContain('comes back');
  });
});
