import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { presentModelCard } from '../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';

const card = {
  title: 'The model',
  lead: 'It counts. [F-XX-01]',
  sections: [
    {
      id: 'limits',
      title: 'Limits',
      paragraphs: ['It leaves much out.', 'It ==assumes== the rest. [F-XX-02]'],
    },
    { id: 'use', title: 'Use', paragraphs: ['Again. [F-XX-01]'] },
  ],
};
const english = miniWithTexts.texts.en;
const withCard: Scenario = {
  ...miniWithTexts,
  texts: english ? { en: { ...english, model: { ...english.model, card } } } : {},
};
const present = (scenario: Scenario, isRunOver: boolean) =>
  presentModelCard(scenario, { language: 'en', isRunOver });

describe('the card of the model', () => {
  test('has its sections in order, with notes that count through all of them', () => {
    const { words } = present(withCard, false);
    expect(words?.title).toBe('The model');
    expect(words?.sections.map(({ id, title }) => [id, title])).toEqual([
      ['limits', 'Limits'],
      ['use', 'Use'],
    ]);
    const notes = [words?.lead ?? [], ...(words?.sections.flatMap(({ paragraphs }) => paragraphs) ?? [])]
      .flat()
      .flatMap((segment) => (segment.kind === 'fact' ? [segment.number] : []));
    expect(notes).toEqual([1, 2, 1]);
  });

  test('is not there for a scenario without one', () =>
    expect(present(miniWithTexts, true).words).toBeUndefined());
});

describe('the weights of the model', () => {
  const { model } = miniWithTexts;
  const { weights } = present(miniWithTexts, true);

  test('are hidden while the run goes on', () => {
    expect(present(withCard, false).weights).toBeUndefined();
    expect(weights).toBeDefined();
  });

  test('are those of the model, a column for each party, a hundred in all', () => {
    weights?.parties.forEach(({ party, role }, column) => {
      const preference = model.preferences.find((each) => each.party === party);
      expect(role).toBe(preference?.role);
      const shown = weights.issues.map((issue) => [issue.issue, issue.weights[column]]);
      expect(shown).toEqual(model.issues.map(({ id }) => [id, preference?.weights[id] ?? 0]));
      expect(shown.reduce((sum, [, weight]) => sum + Number(weight), 0)).toBe(100);
      for (const { issue, options } of weights.issues)
        expect(options.map(({ option, scores }) => [option, scores[column]])).toEqual(
          model.issues
            .find(({ id }) => id === issue)
            ?.options.map((option) => [option, preference?.scores[issue]?.[option]]),
        );
    });
    expect(weights?.parties).toHaveLength(model.preferences.length);
  });

  test('have plan B with and without a suit for the own side, and no threshold for who has no veto', () => {
    weights?.phases.forEach(({ thresholds, odds }, row) => {
      const phase = model.phases[row];
      thresholds.forEach((threshold, column) => {
        const { party, role } = weights.parties[column] ?? { party: '', role: 'self' };
        if (role === 'self') {
          const { keep = 0, ban = 0, cost = 0 } = model.court[party] ?? {};
          const value = (chance: number) => chance * keep + (1 - chance) * ban;
          const { withoutSuit = 0, withSuit = 0 } = phase?.courtOdds ?? {};
          expect(threshold).toEqual({
            kind: 'suit',
            withoutSuit: expect.closeTo(value(withoutSuit), 9),
            withSuit: expect.closeTo(value(withSuit) - cost, 9),
          });
        } else if (role === 'ratifier' && !phase?.vetoes.includes(party))
          expect(threshold).toEqual({ kind: 'no-say' });
        else expect(threshold).toEqual({ kind: 'points', points: phase?.reservation[party] });
      });
      expect(odds.withSuit.percent).toBeCloseTo((phase?.courtOdds.withSuit ?? 0) * 100, 9);
    });
  });

  test('put chances in words', () => {
    const [phase] = model.phases;
    const odds = (withoutSuit: number, withSuit: number) =>
      present(
        {
          ...miniWithTexts,
          model: { ...model, phases: phase ? [{ ...phase, courtOdds: { withoutSuit, withSuit } }] : [] },
        },
        true,
      ).weights?.phases[0]?.odds;
    expect([odds(0, 0.3)?.withoutSuit.level, odds(0, 0.3)?.withSuit.level]).toEqual(['low', 'low']);
    expect(odds(0.4, 0.6)?.withSuit.level).toBe('medium');
    expect(odds(0.7, 1)?.withoutSuit.level).toBe('high');
  });

  test('name every red line of the model, and when it holds', () => {
    const own = model.preferences.flatMap(({ party, redLines }) =>
      Object.keys(redLines).map((issue) => [party, issue]),
    );
    const shown = weights?.redLines.flatMap(({ party, lines }) =>
      lines.filter(({ phases }) => phases.length === 0).map(({ issue }) => [party, issue]),
    );
    expect(shown).toEqual(own);
    const inPhases = new Set(model.phases.flatMap(({ redLines }) => Object.keys(redLines)));
    const withPhases = weights?.redLines.filter(({ lines }) => lines.some(({ phases }) => phases.length > 0));
    expect(new Set(withPhases?.map(({ party }) => party))).toEqual(inPhases);
  });
});
