import { readFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'uqr';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Activities } from '../../../src/client/dom/live/desk/activities.tsx';
import { QrCode } from '../../../src/client/dom/live/desk/qr-code.tsx';
import { RoomVote } from '../../../src/client/dom/live/desk/room-vote.tsx';
import type { HeldRoom } from '../../../src/client/dom/live/desk/use-room.ts';
import { createTranslator, type Translator } from '../../../src/core/i18n/index.ts';
import type { HostVoteView } from '../../../src/core/view-model/index.ts';
import { drawn, elementsIn, textOf } from '../../support/drawn.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../assets/messages');
const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const page = vi.hoisted(() => ({ translate: undefined as unknown, sent: [] as unknown[] }));
page.translate = createTranslator('en', {
  ...read('en.json'),
  ...read('class/en.json'),
  ...read('live/en.json'),
});

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params?: Readonly<Record<string, string | number>>) =>
    (page.translate as Translator)(params ? { key, params } : { key }),
  useDom: () => ({ view: { language: 'en' }, send: (intent: unknown) => void page.sent.push(intent) }),
}));
vi.mock('../../../src/client/dom/parts/art.tsx', () => ({ Icon: () => null }));
vi.mock('preact/hooks', () => ({
  useRef: (current: unknown) => ({ current }),
  useState: (first: unknown) => [typeof first === 'function' ? first() : first, () => {}],
  useMemo: (make: () => unknown) => make(),
  useEffect: () => {},
  useLayoutEffect: () => {},
}));
afterEach(() => {
  page.sent = [];
});

const option = (letter: string, count: number, isWinner = false) => ({
  id: `c${letter}`,
  letter,
  label: [{ kind: 'text' as const, text: `Way ${letter}` }],
  count,
  percent: Math.round((count / 3) * 100),
  isWinner,
});
const place = { kind: 'choice' as const, decision: 4, scene: 's4' };
const covered: HostVoteView = {
  place,
  isRevealed: false,
  cast: 2,
  seats: 3,
  reasons: [],
  vote: { key: 'k', options: [option('A', 0), option('B', 0)], isCounted: false, total: 0, isTie: false },
};
const revealed: HostVoteView = {
  ...covered,
  isRevealed: true,
  reasons: [
    { seat: 'x', letter: 'B', tag: 'trust', text: 'They know us' },
    { seat: 'y', letter: 'B', tag: 'trust' },
  ],
  vote: {
    key: 'k',
    options: [option('A', 1), option('B', 2, true)],
    isCounted: true,
    total: 3,
    isTie: false,
    minority: 'A',
  },
};
const pressed = (parts: ReturnType<typeof drawn>, action: string) => {
  const found = elementsIn(parts).find(({ props }) => props['data-action'] === action);
  if (!found) throw new Error(`no button ${action}`);
  (found.props.onClick as (event: object) => void)({ detail: 1 });
};

describe('a vote on the desk and on the wall', () => {
  test('covered: how many have voted, no counts, no way on', () => {
    const parts = drawn(RoomVote({ vote: covered, isOpen: true }));
    expect(textOf(parts)).toContain('2 of 3 have voted');
    expect(textOf(parts)).not.toMatch(/\d+ votes?,|%/);
    const actions = elementsIn(parts).flatMap(({ props }) => props['data-action'] ?? []);
    expect(actions).toEqual(['vote-reveal']);
    pressed(parts, 'vote-reveal');
    expect(page.sent).toEqual([{ type: 'live.send', command: { type: 'vote.reveal', place } }]);
  });

  test('shown: bars in numbers, the minority is asked, the winner leads on', () => {
    const parts = drawn(RoomVote({ vote: revealed, isOpen: true }));
    const words = textOf(parts);
    expect(words).toContain('2 votes, 67%');
    expect(words).toContain('Who voted for A? Give one reason.');
    expect(words).toContain('Trust: 2');
    expect(words).toContain('They know us');
    const actions = elementsIn(parts).flatMap(({ props }) => props['data-action'] ?? []);
    expect(actions).toEqual(['go-on-B', 'go-on-A', 'vote-cover']);
    pressed(parts, 'go-on-A');
    expect(page.sent).toEqual([{ type: 'choice.take', scene: 's4', choice: 'cA' }]);
  });

  test('only the desk can hide words of a pupil', () => {
    const hidden: string[] = [];
    const parts = drawn(
      RoomVote({ vote: revealed, isOpen: true, onHideReason: (seat) => void hidden.push(seat) }),
    );
    pressed(parts, 'reason-hide');
    expect(hidden).toEqual(['x']);
    const wall = elementsIn(drawn(RoomVote({ vote: revealed, isOpen: true })));
    expect(wall.some(({ props }) => props['data-action'] === 'reason-hide')).toBe(false);
  });

  test('of a decision that is taken: no way on any more', () => {
    const actions = elementsIn(drawn(RoomVote({ vote: revealed, isOpen: false }))).flatMap(
      ({ props }) => props['data-action'] ?? [],
    );
    expect(actions).toEqual([]);
  });
});

describe('what the class does', () => {
  const held = (activity: string, form?: 'pre' | 'post') =>
    ({ room: { activity }, host: { hasTests: true, ...(form ? { round: { form } } : {}) } }) as HeldRoom;
  const buttons = (of: HeldRoom) =>
    elementsIn(drawn(Activities({ held: of }))).filter(({ props }) => props['data-activity'] !== undefined);

  test('is marked as the current step, and a test by its form', () => {
    const current = (of: HeldRoom) =>
      buttons(of).flatMap(({ props }) => (props['aria-current'] === 'step' ? props['data-activity'] : []));
    expect(current(held('vote'))).toEqual(['vote']);
    expect(current(held('round', 'post'))).toEqual(['post']);
  });

  test('changes with one press; a test is opened with it, and the current step does nothing', () => {
    const press = (of: HeldRoom, stage: string) => {
      const button = buttons(of).find(({ props }) => props['data-activity'] === stage);
      if (!button) throw new Error(`no step ${stage}`);
      (button.props.onClick as () => void)();
    };
    press(held('lobby'), 'lobby');
    expect(page.sent).toEqual([]);
    press(held('lobby'), 'pre');
    expect(page.sent).toEqual([
      { type: 'live.send', command: { type: 'activity.start', activity: 'round' } },
      { type: 'live.send', command: { type: 'round.open', form: 'pre' } },
    ]);
  });
});

test('the code for a camera is drawn square for square', () => {
  const text = 'http://10.0.0.1:4173/?room=ABC234';
  const { data } = encode(text, { ecc: 'M', border: 2 });
  const drawnPath = elementsIn(drawn(QrCode({ text, label: 'join' }))).find(({ tag }) => tag === 'path');
  const dark = new Set<string>();
  for (const [, x, y, width] of `${drawnPath?.props.d}`.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let at = 0; at < Number(width); at += 1) dark.add(`${Number(x) + at} ${y}`);
  const wanted = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
  expect(dark).toEqual(new Set(wanted));
});
