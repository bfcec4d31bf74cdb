import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { ClassEndings } from '../../../src/client/dom/class-debrief/class-paths.tsx';
import { ClassGain, ClassQuestions } from '../../../src/client/dom/class-debrief/class-questions.tsx';
import { ClassVoteResults } from '../../../src/client/dom/class-debrief/class-vote-results.tsx';
import { createTranslator } from '../../../src/core/i18n/index.ts';
import { classDebriefOf } from '../../support/class-debrief.ts';
import { drawn, elementsIn, textOf } from '../../support/drawn.ts';
import { loadTiktok } from '../../support/tiktok.ts';

const words = JSON.parse(readFileSync('assets/messages/class-debrief/en.json', 'utf8'));
const translate = createTranslator('en', words);
vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params: object) => translate({ key, params: { ...params } }),
  useDom: () => ({ icons: { viewBox: '', icons: {} } }),
}));

const scenario = loadTiktok();
const debrief = classDebriefOf(scenario, { seed: 5, seats: 9, teams: 3, tested: 7 });
const few = classDebriefOf(scenario, { seed: 5, seats: 4, teams: 0, tested: 0 });

describe('the debrief of a class', () => {
  test('counts every run and every answer once', () => {
    const ended = debrief.endings.reduce((sum, { count }) => sum + count, 0);
    expect(ended + debrief.open).toBe(debrief.runs);
    expect(debrief.tree?.root.runs).toBe(debrief.runs);
    expect(debrief.paths).toHaveLength(debrief.runs);
    for (const { total, options } of debrief.votes)
      expect(options.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    for (const { answers, certainty, right } of debrief.questions) {
      const { sureRight, guessedRight, sureWrong, guessedWrong } = certainty!;
      expect(sureRight + guessedRight).toBe(right);
      expect(sureRight + guessedRight + sureWrong + guessedWrong).toBe(answers);
    }
    const clouds = debrief.deals.state === 'ready' ? debrief.deals.clouds : [];
    const signed = clouds.flatMap(({ named }) => named.filter(({ kind }) => kind === 'reference'));
    expect(signed.length).toBeGreaterThan(0);
  });

  test('says in words what the marks say', () => {
    const page = drawn(ClassVoteResults({ votes: debrief.votes }));
    expect(textOf(page)).toContain('so the class went on');
    expect(textOf(page)).toContain('Trust: ');
    const bars = elementsIn(page).filter(({ props }) => props.class === 'count-row__bar');
    expect(bars.every(({ props }) => props['aria-hidden'] === 'true')).toBe(true);
    const questions = textOf(drawn(ClassQuestions({ debrief })));
    expect(questions).toContain('most frequent mistake');
    expect(questions).toContain('Behind the most frequent mistake');
    expect(textOf(drawn(ClassEndings({ debrief })))).toContain(debrief.endings[0]?.label);
  });

  test('shows no reasons of fewer than five', () => {
    expect(few.votes.length).toBeGreaterThan(0);
    expect(textOf(drawn(ClassVoteResults({ votes: few.votes })))).not.toContain('Reasons');
  });

  test('warns of a gain of few, and of one that could be no other', () => {
    const { gain } = debrief;
    expect(gain).toMatchObject({ n: 7, isSmall: true });
    expect(gain && textOf(drawn(ClassGain({ gain })))).toContain('with 7 people this is a hint');
    const high = { n: 30, before: 90, after: 95, gain: 0.5, isSmall: false, isHigh: true };
    const text = textOf(drawn(ClassGain({ gain: high })));
    expect(text).toContain('90% was right before');
    expect(text).not.toContain('hint');
  });
});
