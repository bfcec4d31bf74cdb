import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ClassJoinScreen } from '../../../src/client/dom/live/class-join-screen.tsx';
import { ClassPlayScreen } from '../../../src/client/dom/live/class-play-screen.tsx';
import { LiveFrame } from '../../../src/client/dom/live/live-frame.tsx';
import { createTranslator } from '../../../src/core/i18n/index.ts';
import type {
  LiveRoomView,
  LiveSeatView,
  LiveView,
  LiveVoteView,
  ShellIntent,
} from '../../../src/core/view-model/index.ts';
import { drawn, elementsIn, textOf } from '../../support/drawn.ts';

type Params = Readonly<Record<string, string | number>>;
const page = vi.hoisted(() => ({
  translate: (key: string, _params?: Params) => key,
  sent: [] as ShellIntent[],
  play: undefined as unknown,
}));

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params?: Params) => page.translate(key, params),
  useDom: () => ({
    view: { language: 'en', play: page.play, library: { facts: [], terms: [] } },
    send: (intent: ShellIntent) => page.sent.push(intent),
    open: () => {},
  }),
}));
vi.mock('../../../src/client/dom/parts/art.tsx', () => ({
  Icon: () => null,
  Figure: () => null,
  Emblem: () => null,
}));
vi.mock('preact/hooks', () => ({
  useState: (first: unknown) => [typeof first === 'function' ? first() : first, () => {}],
  useLayoutEffect: () => {},
  useEffect: () => {},
  useId: () => 'id',
  useRef: () => ({ current: null }),
  useMemo: (make: () => unknown) => make(),
}));

const prose = (text: string) => [{ kind: 'text', text }] as const;
const speak = (language: string) => {
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(`../../../assets/messages/${file}`, import.meta.url), 'utf8'));
  const translate = createTranslator(language, {
    ...read(`${language}.json`),
    ...read(`live/${language}.json`),
  });
  page.translate = (key, params) => translate({ key, ...(params ? { params } : {}) });
};

const liveOf = (seat: Partial<LiveSeatView>, room: Partial<LiveRoomView> = {}): LiveView => ({
  room: {
    role: 'seat',
    code: 'ABC234',
    address: '',
    connection: 'online',
    waiting: 0,
    activity: 'vote',
    isPaused: false,
    isLocked: false,
    hasWords: false,
    cards: [],
    name: 'Quiet Otter',
    ...room,
  },
  seat: { stage: 'waiting', step: '', ...seat },
});
const playing = (live: LiveView) => drawn(ClassPlayScreen({ live }));
const framed = (live: LiveView) => drawn(LiveFrame({ live, children: null }));
const buttons = (parts: ReturnType<typeof drawn>) => elementsIn(parts).filter(({ tag }) => tag === 'button');

beforeEach(() => {
  page.sent = [];
  page.play = undefined;
  speak('en');
});

describe('how a device stands to the room', () => {
  test('is said in words, with what becomes of an answer', () => {
    expect(textOf(framed(liveOf({})))).toContain('Connected');
    expect(textOf(framed(liveOf({}, { connection: 'offline', waiting: 1 })))).toContain(
      'Your answer is kept and will be sent',
    );
    expect(textOf(framed(liveOf({}, { refused: 'vote-late' })))).toContain('Too late');
    expect(textOf(framed(liveOf({}, { refused: 'something-new' })))).toContain('That was not accepted');
  });

  test.each(['ended', 'removed', 'renewed', 'other-version', 'room-unknown', 'too-many-attempts', 'what'])(
    'when it is out because of "%s" there is a reason and a way out',
    (reason) => {
      for (const language of ['de', 'en']) {
        speak(language);
        const parts = playing(liveOf({ stage: 'closed' }, { connection: 'closed', reason }));
        expect(textOf(parts)).not.toContain('live.');
        expect(textOf(parts).length).toBeGreaterThan(40);
        const out = buttons(parts).find(({ props }) => props['data-action'] === 'live-out');
        (out!.props.onClick as (event: object) => void)({ detail: 1 });
      }
      expect(page.sent).toEqual([{ type: 'live.leave' }, { type: 'live.leave' }]);
    },
  );
});

test('cards of the teacher are read out and can be put away', () => {
  const parts = framed(liveOf({}, { cards: [{ id: 'c', text: '<b>News</b>' }] }));
  const said = elementsIn(parts).find(({ props }) => props.class === 'live-cards');
  expect(said?.props.role).toBe('status');
  expect(textOf(said?.inside ?? [])).toContain('<b>News</b>');
  expect(buttons(said?.inside ?? []).map(({ props }) => props['data-action'])).toEqual(['card-read']);
});

const vote = (change: Partial<LiveVoteView> = {}): LiveVoteView => ({
  place: { kind: 'choice', decision: 0, scene: 's' },
  options: ['Sell', 'Keep'].map((label, index) => ({
    id: label.toLowerCase(),
    letter: 'AB'[index] ?? '',
    label: prose(label),
    isOwn: index === 0 && change.own !== undefined,
    count: index + 1,
    percent: [33, 67][index] ?? 0,
  })),
  isRevealed: false,
  total: 3,
  reasons: [],
  ...change,
});
const scene = {
  id: 's',
  kind: 'decision',
  title: 'A letter',
  body: prose('It came today.'),
  choices: [],
  news: [],
  perspectives: [],
  terms: [],
};

describe('a vote', () => {
  beforeEach(() => {
    page.play = { state: 'decide', scene, footnotes: [] };
  });
  const voting = (change: Partial<LiveVoteView> = {}, room: Partial<LiveRoomView> = {}) =>
    playing(liveOf({ stage: 'story', vote: vote(change) }, room));

  test('shows no result before the teacher does, and marks the own choice not by colour alone', () => {
    const parts = voting({ own: { choice: 'sell' } });
    expect(textOf(parts)).toContain('Your vote: A');
    expect(textOf(parts)).not.toContain('votes');
    expect(
      buttons(parts)
        .filter(({ props }) => props['data-choice'])
        .map(({ props }) => props['aria-pressed']),
    ).toEqual([true, false]);
  });

  test('asks for a reason only after the vote, and for own words only where they are allowed', () => {
    expect(textOf(voting())).not.toContain('Why?');
    const parts = voting({ own: { choice: 'sell', reason: { tag: 'time' } } });
    const tags = buttons(parts).filter(({ props }) => props['data-tag']);
    expect(tags.filter(({ props }) => props['aria-pressed']).map(({ props }) => props['data-tag'])).toEqual([
      'time',
    ]);
    (tags[0]!.props.onClick as () => void)();
    expect(page.sent).toEqual([
      {
        type: 'live.send',
        command: { type: 'vote.cast', place: vote().place, choice: 'sell', reason: { tag: 'money' } },
      },
    ]);
    const fieldOf = (shown: ReturnType<typeof drawn>) =>
      elementsIn(shown).find(({ tag }) => tag === 'textarea')?.props;
    expect(fieldOf(parts)).toBeUndefined();
    expect(fieldOf(voting({ own: { choice: 'sell' } }, { hasWords: true }))?.maxLength).toBe(140);
  });

  test('shows counts in numbers and reasons without names', () => {
    const parts = voting({
      own: { choice: 'sell' },
      isRevealed: true,
      reasons: [{ letter: 'B', tag: 'trust', text: 'They lied.' }],
    });
    const words = textOf(parts);
    expect(words).toContain('2 votes, 67%');
    expect(words).toContain('Trust');
    expect(words).toContain('They lied.');
    expect(buttons(parts).filter(({ props }) => props['data-choice'])).toEqual([]);
  });
});

test('the door takes a code, says what was wrong with it, and sends nothing twice', () => {
  const parts = drawn(
    ClassJoinScreen({ joining: { code: 'ABC234', isBusy: false, problem: 'server-missing' } }),
  );
  expect(textOf(parts)).toContain('without a server');
  const form = elementsIn(parts).find(({ tag }) => tag === 'form');
  (form!.props.onSubmit as (event: object) => void)({ preventDefault: () => {} });
  expect(page.sent).toEqual([{ type: 'live.join', code: 'ABC234' }]);
  const busy = drawn(ClassJoinScreen({ joining: { code: 'ABC234', isBusy: true } }));
  const again = elementsIn(busy).find(({ tag }) => tag === 'form');
  (again!.props.onSubmit as (event: object) => void)({ preventDefault: () => {} });
  expect(page.sent).toHaveLength(1);
});
