import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { workOutDebrief } from '../../../../src/core/debrief/index.ts';
import { openSave } from '../../../../src/core/session/index.ts';
import { presentDebrief } from '../../../../src/core/view-model/debrief/debrief-view.ts';
import type { DealsView } from '../../../../src/core/view-model/index.ts';
import { NOTHING_KNOWN } from '../../../support/debrief-known.ts';
import { loadTiktok } from '../../../support/tiktok.ts';

function dealsOf(name: string, language: string): DealsView {
  const scenario = loadTiktok();
  const file = path.resolve(import.meta.dirname, `../../../replays/${name}.json`);
  const opened = openSave(scenario, JSON.parse(readFileSync(file, 'utf8')));
  if (!opened.ok) throw new Error(name);
  const session = opened.value;
  const { seed, tier, events: log } = session.save('');
  const steps = workOutDebrief(scenario, { seed, tier, log });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const view = presentDebrief(scenario, session, {
    language,
    tier,
    working: { state: 'ready', debrief: step.value },
    known: NOTHING_KNOWN,
  });
  if (view?.work.state !== 'ready' || !view.work.deals) throw new Error('no deals');
  return view.work.deals;
}

describe.each(['de', 'en'])('the contracts of a run, in %s', (language) => {
  const { clouds } = dealsOf('history-3', language);
  const [cloud] = clouds;

  test('are seen by the player first, then by the two who ratify, then by who else sits there', () => {
    const { player } = loadTiktok().manifest;
    expect(cloud?.axes[0]?.party).toBe(player);
    expect(cloud?.axes.length).toBeGreaterThan(3);
    expect(cloud?.planes.map(({ x, y }) => [x, y])).toEqual([
      [1, 2],
      [1, 0],
      [2, 0],
    ]);
    for (const point of [...(cloud?.sample ?? []), ...(cloud?.named ?? [])])
      expect(point.values).toHaveLength(cloud?.axes.length ?? 0);
  });

  test('have frontiers on which more for one side is less for the other', () => {
    expect(cloud?.planes[0]?.frontier.length).toBeGreaterThan(10);
    for (const { x, y, frontier } of cloud?.planes ?? []) {
      // Two who want the same have one best contract.
      expect(frontier.length).toBeGreaterThan(0);
      for (const [at, point] of frontier.entries()) {
        const next = frontier[at + 1];
        if (!next) continue;
        expect(next.values[x]).toBeGreaterThan(point.values[x] ?? 0);
        expect(next.values[y]).toBeLessThan(point.values[y] ?? 0);
      }
      expect(new Set(frontier.map(({ id }) => id)).size).toBe(frontier.length);
    }
  });

  test('name the smallest change that all would have accepted, and only what is other', () => {
    const nearest = cloud?.named.find(({ kind }) => kind === 'nearest');
    expect(nearest?.refusedBy).toEqual([]);
    expect(nearest?.changes.length).toBeGreaterThan(0);
    expect(nearest?.date).toBeDefined();
    for (const { issue, from, to } of nearest?.changes ?? []) {
      expect(from).not.toBe(to);
      expect(nearest?.lines).toContainEqual({ issue, value: to });
    }
  });
});
