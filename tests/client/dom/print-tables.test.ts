import { describe, expect, it, vi } from 'vitest';
import {
  PrintContracts,
  PrintPath,
  PrintTurningPoints,
} from '../../../src/client/dom/debrief/print-tables.tsx';
import type { DealCloudView, PathStepView } from '../../../src/core/view-model/index.ts';

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params: object) => `${key} ${JSON.stringify(params ?? {})}`,
  useDom: () => ({ view: { language: 'en' } }),
}));

/** What a component is made of is drawn in its place. */
const opened = (node: unknown): unknown => {
  const { type, props } = (node ?? {}) as { readonly type?: unknown; readonly props?: unknown };
  return typeof type === 'function' ? opened(type(props)) : node;
};
const drawn = (node: unknown): string => JSON.stringify(node, (_, value) => opened(value));

const step = (decision: number, change: Partial<PathStepView>): PathStepView => ({
  decision,
  date: '2020-08-06',
  act: 1,
  scene: `s${decision}`,
  title: `Scene ${decision}`,
  choice: `mine ${decision}`,
  isHistory: false,
  ...change,
});

describe('the path on paper', () => {
  it('counts only decisions that are on record, and shows those that went otherwise', () => {
    const picture = drawn(
      PrintPath({
        path: [
          step(0, {}),
          step(1, { isHistory: true }),
          step(2, { reality: 'theirs 2' }),
          step(3, { reality: 'theirs 3' }),
        ],
      }),
    );
    expect(picture).toContain(drawn('debrief.report.path {"same":1,"all":3}').slice(1, -1));
    expect(picture.match(/"mine \d"/g)).toEqual(['"mine 2"', '"mine 3"']);
    expect(picture).toContain('theirs 2');
  });

  it('has no table without a step that left history', () => {
    expect(drawn(PrintPath({ path: [step(0, { isHistory: true })] }))).not.toContain('"table"');
  });
});

describe('the contracts on paper', () => {
  const deal = (id: string, kind: DealCloudView['named'][number]['kind']) => ({
    id,
    kind,
    name: '',
    values: [1.6],
    isAgreed: false,
    refusedBy: [],
    changes: [],
    lines: [],
  });
  const cloud = (named: DealCloudView['named']): DealCloudView => ({
    track: 't',
    date: '2020-09-01',
    isOwn: true,
    name: 'Table',
    phase: 'now',
    valid: 10,
    agreed: 1,
    axes: [{ party: 'me', name: 'Me', emblem: '', color: '' }],
    sample: [],
    planes: [],
    named,
  });
  const tableOf = (named: DealCloudView['named']): string =>
    drawn(PrintContracts({ clouds: [cloud(named)] }));

  it('show the last three offers and every other contract, in whole points', () => {
    const offers = [1, 2, 3, 4, 5].map((at) => deal(`o${at}`, 'offer'));
    const picture = tableOf([...offers, deal('last', 'final'), deal('near', 'nearest')]);
    expect(picture.match(/"key":"(o\d|last|near)"/g)).toEqual(
      ['o3', 'o4', 'o5', 'last', 'near'].map((id) => `"key":"${id}"`),
    );
    expect(picture).toContain('"children":2');
  });
});

describe('the turning points on paper', () => {
  it('have a dash where shares were not worked out', () => {
    const point = { decision: 1, date: '2020-08-06', title: 'T', choice: 'C', changesEnding: true, ways: [] };
    const shares = { choice: 50, others: 30, chance: 20 };
    expect(drawn(PrintTurningPoints({ points: [point] })).match(/"–"/g)).toHaveLength(3);
    const worked = drawn(PrintTurningPoints({ points: [{ ...point, shares }] }));
    expect(worked.match(/debrief\.report\.percent/g)).toHaveLength(3);
    expect(worked).not.toContain('–');
  });
});
