import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveParts, ViewMessage } from '../../../src/client/classroom/live-transport.ts';
import { mergeView } from '../../../src/client/classroom/merge-view.ts';
import type { RunPart } from '../../../src/core/classroom/index.ts';

const step = (scene: string) => ({ type: 'scene.continue', scene }) as const;
const tail = (version: number, from: number, ...scenes: string[]): ViewMessage => ({
  full: false,
  at: 0,
  parts: { run: { version, from, steps: scenes.map(step) } },
  gone: [],
});
const scenesOf = (parts: LiveParts | undefined) =>
  parts?.run?.steps.map((each) => ('scene' in each ? each.scene : ''));
const self = (name: string) => ({ self: { seat: 's', name, n: 0 } });

test('a part replaces the one before, and what is gone is gone', () => {
  const known = { ...self('Otter'), chairs: [] };
  expect(mergeView(known, { full: false, at: 0, parts: self('Heron'), gone: ['chairs'] })).toEqual(
    self('Heron'),
  );
});

test('a full message voids what was known', () => {
  expect(
    mergeView({ ...self('Otter'), chairs: [] }, { full: true, at: 0, parts: self('Heron'), gone: [] }),
  ).toEqual(self('Heron'));
});

test('steps are added to those that are there; a tail that comes twice changes nothing', () => {
  const first = mergeView({}, tail(1, 0, 'a', 'b'));
  const second = mergeView(first ?? {}, tail(1, 2, 'c'));
  expect(scenesOf(second)).toEqual(['a', 'b', 'c']);
  expect(scenesOf(mergeView(second ?? {}, tail(1, 2, 'c')))).toEqual(['a', 'b', 'c']);
  expect(scenesOf(mergeView(second ?? {}, tail(1, 1, 'b')))).toEqual(['a', 'b', 'c']);
});

test('another version begins anew, and a tail of a run that is not here asks for all', () => {
  const known = mergeView({}, tail(1, 0, 'a', 'b')) ?? {};
  expect(scenesOf(mergeView(known, tail(2, 0, 'x')))).toEqual(['x']);
  expect(mergeView(known, tail(2, 1, 'y'))).toBeUndefined();
  expect(mergeView(known, tail(1, 3, 'd'))).toBeUndefined();
  expect(mergeView({}, tail(1, 1, 'b'))).toBeUndefined();
});

test('whatever tails come in whatever order and however often, a device has a beginning of the run or asks anew', () => {
  const all = Array.from({ length: 8 }, (_, index) => `s${index}`);
  const piece = fc
    .tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      let known: LiveParts = {};
      for (const [from, to] of pieces)
        known = mergeView(known, tail(1, from, ...all.slice(from, to))) ?? known;
      const scenes = scenesOf(known) ?? [];
      expect(scenes).toEqual(all.slice(0, scenes.length));
      expect((known.run as RunPart | undefined)?.from ?? 0).toBe(0);
    }),
  );
});
