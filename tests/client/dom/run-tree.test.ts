import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RunTree } from '../../../src/client/dom/debrief/run-tree.tsx';
import { RunTreePicture } from '../../../src/client/dom/debrief/run-tree-picture.tsx';
import { createTranslator } from '../../../src/core/i18n/index.ts';
import type { RunTreeNodeView, WhatIfView } from '../../../src/core/view-model/index.ts';

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params: object) => `${key} ${JSON.stringify(params ?? {})}`,
}));

const room = vi.hoisted(() => ({ width: 900 }));
vi.mock('../../../src/client/dom/charts/use-width.ts', () => ({
  useWidth: () => [{ current: null }, room.width],
}));
afterEach(() => {
  room.width = 900;
});

const node = (mark: string, more: Partial<RunTreeNodeView> = {}): RunTreeNodeView => ({
  mark,
  step: { title: `scene ${mark}`, choice: `choice ${mark}` },
  folded: 3,
  runs: 1,
  isThis: false,
  ...more,
});
const inner = node('1b', {
  runs: 2,
  fork: { number: 2, branches: [node('2a', { ending: 'Ban' }), node('2b')] },
});
const root: RunTreeNodeView = {
  mark: '',
  folded: 1,
  runs: 3,
  isThis: true,
  fork: { number: 1, title: 'Call', branches: [node('1a', { ending: 'Sale', isThis: true }), inner] },
};
const tree = { runs: 3, forks: 2, hasMore: false, root };
const whatIf = { tree, isReading: false } as WhatIfView;

/** All that a component comes to, with the components in it. */
function drawn(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(drawn);
  if (typeof part !== 'object' || part === null || !('type' in part) || !('props' in part)) return part;
  const { type, props } = part as { type: unknown; props: Record<string, unknown> };
  if (type === RunTreePicture) return 'picture';
  if (typeof type === 'function') return type.name === 'Icon' ? `icon ${props.name}` : drawn(type(props));
  return { type, props: { ...props, children: drawn(props.children) } };
}
const picture = (): string => JSON.stringify(drawn(RunTreePicture({ tree })));
const page = (view: WhatIfView): string => JSON.stringify(drawn(RunTree({ whatIf: view })));

describe('the tree of runs', () => {
  it('is drawn with every fork and every ending, and marks this run by its shape', () => {
    const words = picture();
    for (const mark of ['1a', '1b', '2a', '2b']) expect(words).toContain(`"children":"${mark}"`);
    expect(words.match(/run-tree__dot/g)).toHaveLength(2);
    expect(words.match(/run-tree__title/g)).toHaveLength(3);
    const shapes = [...words.matchAll(/"run-tree__leaf","d":"([^"]+)"/g)].map(([, d]) => d?.includes('L'));
    expect(shapes.toSorted()).toEqual([false, false, true]);
    expect(words).toContain('"role":"img"');
  });

  it('leaves room for every ending in a row of its own', () => {
    const rows = [...picture().matchAll(/"run-tree__title","x":([\d.]+),"y":([\d.]+)/g)];
    expect(new Set(rows.map(([, x]) => x)).size).toBe(1);
    const heights = rows.map(([, , y]) => Number(y)).toSorted((a, b) => a - b);
    for (const [at, y] of heights.entries()) if (at > 0) expect(y - heights[at - 1]!).toBeGreaterThan(20);
  });

  it('is as wide as the page, never wider than it has to be, and holds every title', () => {
    for (const width of [1200, 900, 390, 260]) {
      room.width = width;
      const words = picture();
      const drawnWidth = Number(words.match(/"viewBox":"0 0 ([\d.]+)/)?.[1]);
      const titles = [
        ...words.matchAll(/"run-tree__title","x":([\d.]+),"y":[\d.]+,"children":("(?:\\.|[^"\\])*")/g),
      ].map(([, x, title = '""']) => ({ x: Number(x), length: String(JSON.parse(title)).length }));
      expect(titles.length).toBeGreaterThanOrEqual(3);
      for (const { x, length } of titles) expect(x + length * 7.5).toBeLessThan(drawnWidth);
      // Two forks, one below the other.
      const least = 2 * 64 + 2 * 20;
      const longest = Math.max(...titles.map(({ length }) => length));
      expect(drawnWidth).toBeLessThanOrEqual(Math.max(width, least + 16 + longest * 8));
    }
  });

  it('is told as a list with the same marks, forks and endings', () => {
    const words = page(whatIf);
    for (const mark of ['1a', '1b', '2a', '2b']) expect(words).toContain(`"data-branch":"${mark}"`);
    for (const ending of ['Ban', 'Sale']) expect(words).toContain(ending);
    expect(words.match(/debrief\.whatIf\.tree\.fork/g)).toHaveLength(2);
    expect(words.match(/debrief\.whatIf\.tree\.end/g)).toHaveLength(3);
    expect(words.match(/icon flag/g)).toHaveLength(1);
  });

  it('is a sentence while other runs are read, and as long as there is no fork', () => {
    expect(page({ ...whatIf, isReading: true })).toContain('debrief.whatIf.tree.reading');
    const alone = page({
      ...whatIf,
      tree: { runs: 1, forks: 0, hasMore: false, root: node('', { isThis: true }) },
    });
    expect(alone).toContain('debrief.whatIf.tree.lead');
    expect(alone).not.toContain('picture');
  });

  it.each(['de', 'en'])('says how many runs it shows, and names a limit only beyond it (%s)', (language) => {
    const url = new URL(`../../../assets/messages/debrief/${language}.json`, import.meta.url);
    const translate = createTranslator(language, JSON.parse(readFileSync(url, 'utf8')));
    const lead = (runs: number, hasMore: 'yes' | 'no') =>
      translate({ key: 'debrief.whatIf.tree.lead', params: { runs, forks: 1, others: runs - 1, hasMore } });
    expect(lead(2, 'no')).toMatch(/2 (Läufe|runs)/);
    expect(lead(2, 'no')).not.toMatch(/neuesten|newest/);
    expect(lead(21, 'yes')).toMatch(/21 (Läufe|runs).*(20 neuesten|newest 20)/);
  });
});
