import { describe, expect, test } from 'vitest';
import type { RoomCommand, SeatParts } from '../../../../src/core/classroom/index.ts';
import { createSession } from '../../../../src/core/session/index.ts';
import { type LiveKnown, present, presentLive } from '../../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../../support/mini-texts.ts';

const scenario = { ...miniWithTexts };
const session = createSession(scenario, { tier: 'starter', seed: 7 });
const play = present(scenario, session, { language: 'en', tier: 'starter' });
const scene = play.scene?.id ?? '';
const choices = play.scene?.choices.map(({ id }) => id) ?? [];
const place = { kind: 'choice', decision: 0, scene } as const;

const room = (change: Partial<SeatParts['room']> = {}): SeatParts['room'] => ({
  code: 'ABC234',
  scenario: { id: scenario.manifest.id, hash: scenario.hash },
  tier: 'starter',
  seed: 7,
  language: 'en',
  activity: 'vote',
  isLocked: false,
  isPaused: false,
  hasWords: false,
  cards: [],
  ...change,
});
const known = (
  parts: Partial<SeatParts>,
  waiting: readonly RoomCommand[] = [],
  change: Partial<LiveKnown> = {},
) =>
  ({
    as: 'seat',
    code: 'ABC234',
    address: '',
    connection: 'online',
    waiting,
    clockOffset: 0,
    parts: { room: room(), ...parts },
    ...change,
  }) as LiveKnown;
const seatOf = (now: LiveKnown) => presentLive(now, { scenario, language: 'en', play }).seat;

describe('a pupil’s device', () => {
  test.each([
    [{ room: room({ isPaused: true }) }, 'paused'],
    [{ room: room({ activity: 'lobby' }) }, 'waiting'],
    [{ room: room() }, 'story'],
    [{ room: room({ activity: 'teams' }) }, 'waiting'],
    [{ room: room({ activity: 'teams' }), teams: [{ team: 't1', count: 0 }] }, 'team-choice'],
    [{ room: room({ activity: 'round' }) }, 'waiting'],
  ] as const)('knows what it is for: %#', (parts, stage) => expect(seatOf(known(parts))?.stage).toBe(stage));

  test('that is out shows why, whatever the room does', () => {
    const { room: shown, seat } = presentLive(known({}, [], { connection: 'closed', reason: 'removed' }), {
      scenario,
      language: 'en',
      play,
    });
    expect([seat?.stage, shown.reason]).toEqual(['closed', 'removed']);
  });

  test('shows the own vote before the room has confirmed it, and the newest one', () => {
    const vote = { place, choices, isRevealed: false, own: { choice: choices[0] ?? '' } };
    const cast = (choice = '') => ({ type: 'vote.cast', place, choice }) as const;
    const ownIn = (waiting: readonly RoomCommand[]) =>
      seatOf(known({ vote }, waiting))
        ?.vote?.options.filter(({ isOwn }) => isOwn)
        .map(({ letter }) => letter);
    expect(ownIn([])).toEqual(['A']);
    expect(ownIn([cast(choices[0]), cast(choices[1])])).toEqual(['B']);
    // A vote on something else is none here.
    expect(ownIn([{ ...cast(choices[1]), place: { ...place, decision: 3 } }])).toEqual(['A']);
  });

  test('knows no count and no reason before they are shown', () => {
    const seat = seatOf(known({ vote: { place, choices, isRevealed: false } }));
    expect(seat?.vote).toMatchObject({ total: 0, reasons: [], isRevealed: false });
    const shown = seatOf(
      known({
        vote: {
          place,
          choices,
          isRevealed: true,
          counts: { [choices[0] ?? '']: 1, [choices[1] ?? '']: 2 },
          reasons: [{ choice: choices[1] ?? '', tag: 'time' }],
        },
      }),
    );
    expect(shown?.vote).toMatchObject({ total: 3, reasons: [{ letter: 'B', tag: 'time' }] });
    expect(shown?.vote?.options.map(({ percent }) => percent).slice(0, 2)).toEqual([33, 67]);
    // What the result brings is no new page: nobody loses the place where they read.
    expect(shown?.step).toBe(seat?.step);
  });

  test('shows what others of the team would choose by the number on the page', () => {
    const members = [
      { name: 'Otter', isSelf: true, isSpeaker: false, isPresent: true },
      { name: '', isSelf: false, isSpeaker: true, isPresent: true, pick: choices[1] ?? '' },
    ];
    const seat = seatOf(known({ room: room({ activity: 'teams' }), team: { team: 't1', members } }));
    expect(seat?.stage).toBe('run');
    expect(seat?.team).toMatchObject({ isSpeaker: false, speaker: '', members: [{}, { pick: 2 }] });
  });

  test('counts answers of a test that are still on their way, and explains only the last test', () => {
    const items = ['q1', 'q2'];
    const round = { form: 'post', items, isOpen: false, answers: {} } as const;
    const parts = { room: room({ activity: 'round' }), round };
    const waiting: RoomCommand[] = [
      { type: 'round.answer', form: 'post', item: 'q1', response: 'a', confidence: 'sure' },
      { type: 'round.answer', form: 'pre', item: 'q2', response: 'a', confidence: 'sure' },
    ];
    expect(seatOf(known(parts, waiting))?.round).toMatchObject({
      answered: ['q1'],
      items: [{ state: 'explained' }, { state: 'skipped' }],
    });
    const first = seatOf(known({ ...parts, round: { ...round, form: 'pre' } }));
    expect(first?.round?.items.map(({ state }) => state)).toEqual(['question', 'question']);
  });
});

test('time that is left is that of the own clock', () => {
  const now = known({ room: room({ timer: { at: 10_000, seconds: 60 } }) }, [], { clockOffset: 2_000 });
  expect(presentLive(now, { scenario, language: 'en', play }).room.timer).toEqual({
    endsAt: 68_000,
    seconds: 60,
  });
});
