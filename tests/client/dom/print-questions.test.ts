import { expect, test, vi } from 'vitest';
import { PrintQuestions } from '../../../src/client/dom/debrief/print-questions.tsx';
import type { RoleView, SoWhatView } from '../../../src/core/view-model/index.ts';

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params: object) => `${key} ${JSON.stringify(params)}`,
}));

const role = (name: string, note: string): RoleView => ({
  id: `role.${name}`,
  name,
  case: [],
  text: 'Argue.',
  note,
});
const soWhat: SoWhatView = {
  run: 'r',
  state: 'ready',
  maxLength: 100,
  prompts: [{ id: 'ending.1', text: 'Who?', note: 'My own words' }],
  more: [{ id: 'always.1', text: 'Why?', note: '' }],
  roles: [role('Left', ''), role('Right', 'Because')],
  sourceCount: 0,
  footnotes: [],
};

test('the questions on paper bear what was written, room for the rest, and only the sides that were argued for', () => {
  const list = PrintQuestions({ soWhat }).props.children as readonly { readonly props: object }[];
  const [own, empty, argued] = list.map(({ props }) => JSON.stringify(props));
  expect(list).toHaveLength(3);
  expect(own).toContain('My own words');
  expect(own).not.toContain('report__lines');
  expect(empty).toContain('report__lines');
  expect(argued).toContain('Right');
  expect(argued).toContain('Because');
});
