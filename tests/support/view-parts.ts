import type { ContractView, MastheadView, PartyView, SpeakerView } from '../../src/core/view-model/index.ts';

/** Picks the words of the language at hand. */
export type Say = (de: string, en: string) => string;

export function speakersOf(say: Say): Readonly<Record<'beijing' | 'counsel', SpeakerView>> {
  return {
    beijing: {
      id: 'beijing-official',
      name: 'Zhao Min',
      role: say('Beamtin im Handelsministerium', 'Commerce Ministry official'),
      figure: 'beijing',
      mood: 'suspicious',
      party: 'B',
      color: 'red',
    },
    counsel: {
      id: 'counsel',
      name: 'Lin Yue',
      role: say('Leiterin der Rechtsabteilung', 'General Counsel'),
      figure: 'counsel',
      mood: 'neutral',
      party: 'F',
      color: 'violet',
    },
  };
}

export function mastheadOf(say: Say): MastheadView {
  const deadlines: Readonly<Record<string, string>> = {
    '2020-09-15': say('Trumps Frist', 'Trump’s deadline'),
    '2020-09-20': say('Verbot greift', 'Ban takes effect'),
  };
  return {
    date: '2020-09-14',
    act: { number: 3, name: say('Zwei Tische', 'Two tables') },
    next: { id: 'ban', label: say('Verbot greift', 'the ban'), date: '2020-09-20', daysLeft: 6 },
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

export function partiesOf(say: Say): readonly PartyView[] {
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
      status: say('gefasst', 'calm'),
      approval: 3,
      trend: 'flat',
      isPlayer: true,
    }),
    party('I', say('US-Investoren', 'US investors'), 'investors', {
      figure: 'investor',
      mood: 'worried',
      status: say('unruhig', 'uneasy'),
      approval: 2,
      trend: 'down',
    }),
    party('W', 'Washington', 'washington', {
      figure: 'washington',
      mood: 'angry',
      status: say('drängt', 'pressing'),
      approval: 2,
      trend: 'down',
      info: 1,
    }),
    party('B', say('Peking', 'Beijing'), 'beijing', {
      figure: 'beijing',
      mood: 'suspicious',
      status: say('misstrauisch', 'suspicious'),
      approval: 2,
      trend: 'up',
      isSpeaking: true,
      info: 2,
    }),
    party('M', 'Microsoft', 'microsoft', {
      figure: 'microsoft',
      mood: 'tired',
      status: say('abgelehnt', 'turned down'),
      approval: 0,
      trend: 'flat',
    }),
    party('O', 'Oracle', 'oracle', {
      figure: 'oracle',
      mood: 'pleased',
      status: say('zuversichtlich', 'confident'),
      approval: 4,
      trend: 'up',
    }),
    party('U', say('Nutzer und Kreative', 'Users and creators'), 'users', {
      figure: 'creator',
      mood: 'laughing',
      status: say('laut', 'loud'),
      approval: 5,
      trend: 'up',
    }),
  ];
}

export function contractOf(say: Say): ContractView {
  const wish = (party: string, color: string, name: string, position: number) => ({
    party,
    color,
    name,
    value: name,
    position,
  });
  const wishes = (washington: number, beijing: number, oracle: number) => [
    wish('W', 'washington', 'Washington', washington),
    wish('B', 'beijing', say('Peking', 'Beijing'), beijing),
    wish('O', 'oracle', 'Oracle', oracle),
  ];
  return {
    state: 'draft',
    partner: 'Oracle',
    agreedCount: 2,
    lines: [
      {
        issue: 'own',
        option: 'bd80',
        name: say('Eigentum', 'Ownership'),
        value: '80 % ByteDance · 20 % USA',
        isAtStake: true,
        status: 'open',
        position: 0.24,
        wishes: wishes(1, 0.15, 0.5),
      },
      {
        issue: 'algo',
        option: 'keep',
        name: say('Algorithmus', 'Algorithm'),
        value: say('bleibt in Peking', 'stays in Beijing'),
        isAtStake: false,
        status: 'red-line',
        position: 0.06,
        wishes: wishes(0.92, 0, 0.45),
      },
      {
        issue: 'data',
        option: 'cloud',
        name: say('Datenhaltung', 'Data storage'),
        value: say('Oracle-Cloud, nur USA', 'Oracle cloud, US only'),
        isAtStake: false,
        status: 'agreed',
        position: 0.9,
        wishes: wishes(1, 0.62, 0.9),
      },
      {
        issue: 'code',
        name: say('Quellcode-Prüfung', 'Source code review'),
        isAtStake: true,
        status: 'open',
        wishes: wishes(0.95, 0.2, 0.82),
      },
      {
        issue: 'board',
        option: 'three',
        name: say('Aufsichtsrat', 'Board'),
        value: say('3 von 5 Sitzen US-Bürger', '3 of 5 seats US citizens'),
        isAtStake: false,
        status: 'open',
        position: 0.6,
        wishes: wishes(0.9, 0.3, 0.7),
      },
      {
        issue: 'jobs',
        option: 'high',
        name: say('Arbeitsplätze', 'Jobs'),
        value: say('20.000 in den USA zugesagt', '20,000 promised in the US'),
        isAtStake: false,
        status: 'agreed',
        position: 0.8,
        wishes: [],
      },
      { issue: 'money', name: say('Zahlung', 'Payment'), isAtStake: false, status: 'open', wishes: [] },
    ],
  };
}
