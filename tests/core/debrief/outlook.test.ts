import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOutlook, surveyOutlook } from '../../../src/core/debrief/index.ts';
import { RANDOM_PERSONA } from '../../../src/core/report/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';

const history = { ...RANDOM_PERSONA, followsHistory: true };

describe('the outlook of a scenario', () => {
  const outlook = surveyOutlook(miniWithTexts, [history]);
  const runsOf = (choice: string) =>
    Object.values(outlook.choices[choice] ?? {}).reduce((sum, count) => sum + count, 0);

  test('names choices and endings of the scenario only', () => {
    const choices = miniWithTexts.scenes.flatMap(({ id, choices }) =>
      choices.map((choice) => `${id}/${choice.id}`),
    );
    const endings = miniWithTexts.endings.map(({ id }) => id);
    expect(choices).toEqual(expect.arrayContaining(Object.keys(outlook.choices)));
    expect(endings).toEqual(expect.arrayContaining(Object.values(outlook.choices).flatMap(Object.keys)));
  });

  test('counts every run once in the scene that all come to', () => {
    const first = miniWithTexts.scenes[0]!;
    const sum = first.choices.reduce((all, { id }) => all + runsOf(`${first.id}/${id}`), 0);
    expect(sum).toBe(200 * miniWithTexts.manifest.tiers.length);
  });

  test('is the same each time, and another one with other players', () => {
    expect(surveyOutlook(miniWithTexts, [history])).toEqual(outlook);
    expect(surveyOutlook(miniWithTexts, [])).not.toEqual(outlook);
  });

  test('survives its journey as JSON', () => {
    expect(parseOutlook(JSON.parse(JSON.stringify(outlook)))).toEqual({ ok: true, value: outlook });
  });

  test('is refused when it is something else', () => {
    const { scenario } = outlook;
    for (const wrong of [
      undefined,
      null,
      [],
      'outlook',
      {},
      { scenario },
      { choices: {} },
      { scenario: { id: 'mini' }, choices: {} },
      { scenario, choices: [] },
      { scenario, choices: { 's1/a': 3 } },
      { scenario, choices: { 's1/a': { E1: 0 } } },
      { scenario, choices: { 's1/a': { E1: 1.5 } } },
      { scenario, choices: { 's1/a': { E1: '3' } } },
    ])
      expect(parseOutlook(wrong)).toMatchObject({ ok: false, problems: [{ code: 'outlook-malformed' }] });
    fc.assert(fc.property(fc.anything(), (value) => void parseOutlook(value)));
  });
});
