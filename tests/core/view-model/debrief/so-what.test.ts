import { describe, expect, test } from 'vitest';
import type { Scenario, ScenarioTexts } from '../../../../src/core/scenario/index.ts';
import { presentSoWhat } from '../../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../../support/mini-texts.ts';

const known = (notes: Readonly<Record<string, string>> = {}) =>
  ({ run: 'r', notes, state: 'ready' }) as const;
const [ending = ''] = miniWithTexts.endings.map(({ id }) => id);
const english = textsIn(miniWithTexts, 'en');

function textsIn(scenario: Scenario, language: string): ScenarioTexts {
  const texts = scenario.texts[language];
  if (!texts) throw new Error(`no texts in ${language}`);
  return texts;
}

function withEndings(change: Partial<ScenarioTexts['endings']>): ScenarioTexts {
  return { ...english, endings: { ...english.endings, ...change } };
}

describe('the questions after a run', () => {
  test('are those after every ending, where the ending has none of its own', () => {
    const view = presentSoWhat(
      miniWithTexts,
      withEndings({ reflection: ['Who?', 'Why?'] }),
      ending,
      known({ 'always.2': 'because' }),
    );
    expect(view.prompts).toEqual([
      { id: 'always.1', text: 'Who?', note: '' },
      { id: 'always.2', text: 'Why?', note: 'because' },
    ]);
    expect(view.more).toEqual([]);
  });

  test('are the three of the ending first', () => {
    const { endings } = english.endings;
    const words = endings[ending];
    if (!words) throw new Error('no words');
    const view = presentSoWhat(
      miniWithTexts,
      withEndings({ endings: { ...endings, [ending]: { ...words, prompts: ['A?', 'B?', 'C?'] } } }),
      ending,
      known({ 'ending.3': 'mine', 'always.1': 'too' }),
    );
    expect(view.prompts.map(({ id, note }) => [id, note])).toEqual([
      ['ending.1', ''],
      ['ending.2', ''],
      ['ending.3', 'mine'],
    ]);
    expect(view.more).toEqual([{ id: 'always.1', text: 'reflection', note: 'too' }]);
  });
});

test('roles come with their case, their facts by number, and what was written for them', () => {
  const facts = ['F-XX-01', 'F-XX-02'].map((id) => ({
    id,
    mark: 'A' as const,
    kinds: ['DOC' as const],
    date: '2020',
    sources: [],
  }));
  const roles = {
    w: { name: 'W', case: 'We fear that. [F-XX-02]', prompt: 'What then?' },
    u: { name: 'U', case: 'We too. [F-XX-01] [F-XX-02]', prompt: 'And then?' },
  };
  const view = presentSoWhat(
    { ...miniWithTexts, facts },
    withEndings({ roles }),
    ending,
    known({ 'role.w': 'As W I say no.' }),
  );
  expect(view.roles).toEqual([
    {
      id: 'role.w',
      name: 'W',
      case: [
        { kind: 'text', text: 'We fear that.' },
        { kind: 'fact', fact: 'F-XX-02', number: 1 },
      ],
      text: 'What then?',
      note: 'As W I say no.',
    },
    expect.objectContaining({ id: 'role.u', text: 'And then?', note: '' }),
  ]);
  expect(view.footnotes.map(({ id }) => id)).toEqual(['F-XX-02', 'F-XX-01']);
});
