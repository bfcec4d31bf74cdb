import type { MastheadView, PartyView, PlayView } from '../../src/core/view-model/index.ts';

// A decision in the middle of a run, as the game would show it: for what is drawn and heard beside the words.

/** The view of that moment. What only text views read is left empty. */
export function fixtureView(_name: 'play', language: string): { readonly play: PlayView } {
  return {
    play: {
      language,
      state: 'decide',
      masthead: mastheadOf(),
      parties: partiesOf(),
      relations: [
        { party: 'W', city: 'washington', style: 'tense', tension: 4, label: 'Ultimatum' },
        { party: 'M', city: 'seattle', style: 'broken', tension: 0, label: 'Bid rejected' },
        { party: 'O', city: 'redwood', style: 'open', tension: 1, label: 'Technology partner' },
      ],
      contract: { state: 'none', lines: [], agreedCount: 0 },
      notebook: { terms: [], facts: [], unmet: [], news: [], aftermath: [], log: [] },
      footnotes: [],
      stamps: [],
      cues: [],
      announcement: [],
      canUndo: true,
      pressure: 2,
    },
  };
}

function mastheadOf(): MastheadView {
  const deadlines: Readonly<Record<string, string>> = {
    '2020-09-15': 'Trump’s deadline',
    '2020-09-20': 'Ban takes effect',
  };
  return {
    date: '2020-09-14',
    act: { number: 3, name: 'Two tables' },
    next: { id: 'ban', label: 'the ban', date: '2020-09-20', daysLeft: 6 },
    days: Array.from({ length: 10 }, (_, index) => {
      const date = `2020-09-${11 + index}`;
      const deadline = deadlines[date];
      return {
        date,
        isPast: index < 3,
        isToday: index === 3,
        ...(deadline === undefined ? {} : { deadline }),
      };
    }),
    later: [],
    season: { start: '2020-07-31', end: '2020-11-12' },
    progress: 0.55,
  };
}

function partiesOf(): readonly PartyView[] {
  const party = (
    id: string,
    name: string,
    emblem: string,
    more: Pick<PartyView, 'mood' | 'status' | 'approval' | 'trend'> & Partial<PartyView>,
  ): PartyView => ({
    id,
    name,
    role: name,
    emblem,
    color: emblem,
    isSpeaking: false,
    isPlayer: false,
    info: 0,
    ...more,
  });
  return [
    party('F', 'ByteDance', 'bytedance', {
      figure: 'bytedance',
      mood: 'neutral',
      status: 'calm',
      approval: 3,
      trend: 'flat',
      isPlayer: true,
    }),
    party('I', 'US investors', 'investors', {
      figure: 'investor',
      mood: 'worried',
      status: 'uneasy',
      approval: 2,
      trend: 'down',
    }),
    party('W', 'Washington', 'washington', {
      figure: 'washington',
      mood: 'angry',
      status: 'pressing',
      approval: 2,
      trend: 'down',
      info: 1,
    }),
    party('B', 'Beijing', 'beijing', {
      figure: 'beijing',
      mood: 'suspicious',
      status: 'suspicious',
      approval: 2,
      trend: 'up',
      isSpeaking: true,
      info: 2,
    }),
    party('M', 'Microsoft', 'microsoft', {
      figure: 'microsoft',
      mood: 'tired',
      status: 'turned down',
      approval: 0,
      trend: 'flat',
    }),
    party('O', 'Oracle', 'oracle', {
      figure: 'oracle',
      mood: 'pleased',
      status: 'confident',
      approval: 4,
      trend: 'up',
    }),
    party('U', 'Users and creators', 'users', {
      figure: 'creator',
      mood: 'laughing',
      status: 'loud',
      approval: 5,
      trend: 'up',
    }),
  ];
}
