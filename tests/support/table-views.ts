import type {
  Importance,
  LightView,
  PracticeSetupView,
  QuestionView,
  TableRowView,
  TableView,
  WishView,
} from '../../src/core/view-model/index.ts';

// Tables in the middle of a negotiation, as the game would show them: for what is drawn and heard.

const PARTIES: Readonly<Record<string, readonly [string, string, string]>> = {
  F: ['ByteDance', 'bytedance', 'violet'],
  I: ['US-Investoren', 'investors', 'slate'],
  M: ['Microsoft', 'microsoft', 'green'],
  W: ['Washington', 'washington', 'blue'],
  B: ['Peking', 'beijing', 'red'],
};

/** Lines with their options, the own wish first; the number is the chosen one. */
const LINES: readonly (readonly [string, string, string, readonly string[], number])[] = [
  [
    'own',
    'Eigentum',
    'Wem gehört TikTok in den USA?',
    ['ByteDance 100 %', 'ByteDance 80 %, Partner 20 %', 'Mehrheit in den USA', 'Vollverkauf'],
    3,
  ],
  ['ctrl', 'Aufsicht', 'Wer sitzt im Vorstand?', ['ByteDance', 'gemischt, US-Mehrheit', 'der Käufer'], 2],
  [
    'algo',
    'Algorithmus',
    'Was geschieht mit dem Algorithmus?',
    ['bleibt bei ByteDance', 'Lizenz', 'Käufer baut neu', 'wird verkauft'],
    2,
  ],
  [
    'data',
    'Daten',
    'Wo liegen die Nutzerdaten?',
    ['wie bisher', 'US-Cloud des Partners', 'US-Cloud mit Wächter'],
    2,
  ],
  ['code', 'Quellcode', 'Wer prüft den Code?', ['niemand', 'Partner darf prüfen', 'Partner baut die App'], 2],
  [
    'price',
    'Preis',
    'Wie hoch ist der Preis?',
    ['rund 50 Mrd. $', 'kein Preis', 'rund 30 Mrd. $', 'rund 15 Mrd. $'],
    0,
  ],
  ['jobs', 'Arbeitsplätze', 'Wie viele Jobs in den USA?', ['keine Zusage', '10.000', '25.000'], 1],
  [
    'time',
    'Tempo',
    'Wie schnell und auf welchem Weg?',
    ['Übergang bis 12 Monate', 'Börsengang in 12 Monaten', 'sofort'],
    0,
  ],
  ['terr', 'Länder', 'Welche Länder gehören dazu?', ['nur USA', 'vier Länder', 'weltweit'], 0],
  [
    'fund',
    'Zahlung',
    'Was bekommt die US-Seite?',
    ['nichts extra', 'Bildungsfonds', 'Geld für die Staatskasse'],
    0,
  ],
];

/** Which option a party wants most, and how much: the last two lines nobody has asked about. */
const WISHES: Readonly<Record<string, readonly (readonly [number, Importance])[]>> = {
  F: LINES.map((_, line) => [0, line % 3 === 2 ? 'decisive' : line % 3 === 0 ? 'strong' : 'slight']),
  I: LINES.map((_, line) => [Math.min(line % 4, 2), line === 5 ? 'decisive' : 'slight']),
  M: LINES.map(([, , , options], line) => [
    options.length - 1,
    line > 5 ? 'unknown' : line % 2 === 0 ? 'decisive' : 'strong',
  ]),
  W: LINES.map(([, , , options], line) => [options.length - 1, line < 2 ? 'decisive' : 'unknown']),
  B: LINES.map(() => [0, 'unknown']),
};

const wish = (party: string, importance: Importance): WishView => {
  const [name = party, emblem = '', color = ''] = PARTIES[party] ?? [];
  return { party, name, emblem, color, importance };
};

function rowsOf(count: number, turn: number): readonly TableRowView[] {
  return LINES.slice(0, count).map(([issue, name, question, words, chosen], line) => {
    const base = line === 2 || line === 5 ? chosen + 1 : chosen;
    return {
      issue,
      name,
      question,
      value: words[chosen] ?? '',
      isChanged: base !== chosen,
      isAtStake: line === 2,
      options: words.map((option, place) => ({
        option: `${issue}-${place}`,
        name: option,
        isChosen: place === chosen,
        isBase: place === base,
        isCountered: turn > 0 && place === (line === 5 ? 2 : base),
        wishes: Object.entries(WISHES).flatMap(([party, wishes]) => {
          const [wanted, importance] = wishes[line] ?? [];
          return wanted === place && importance !== undefined && importance !== 'unknown'
            ? [wish(party, importance)]
            : [];
        }),
      })),
      stakes: Object.entries(WISHES).map(([party, wishes]) => wish(party, wishes[line]?.[1] ?? 'unknown')),
    };
  });
}

function light(party: string, role: LightView['role'], more: Partial<LightView>): LightView {
  const [name = party, emblem = '', color = ''] = PARTIES[party] ?? [];
  return { party, name, emblem, color, role, verdict: 'yes', reasons: [], redLines: [], ...more };
}

const question = (party: string, known: number, more: Partial<QuestionView> = {}): QuestionView => {
  const [name = party, emblem = ''] = PARTIES[party] ?? [];
  return { party, name, emblem, cost: 'round', known, all: 8, isPossible: true, ...more };
};

const ALGORITHM = { issue: 'algo', name: 'Algorithmus', from: 'Käufer baut neu', to: 'wird verkauft' };
const PRICE = { issue: 'price', name: 'Preis', from: 'rund 50 Mrd. $', to: 'rund 30 Mrd. $' };
const OFFER = { algo: 'algo-3', price: 'price-2' };

const LIGHTS: readonly LightView[] = [
  light('F', 'self', {}),
  light('I', 'self', {
    verdict: 'no',
    shortBy: 4.5,
    reasons: ['Tempo'],
    suggestion: {
      changes: [
        { issue: 'time', name: 'Tempo', from: 'Übergang bis 12 Monate', to: 'Börsengang in 12 Monaten' },
      ],
      offer: OFFER,
    },
  }),
  light('M', 'buyer', {
    verdict: 'no',
    shortBy: 12,
    reasons: ['Algorithmus', 'Preis'],
    suggestion: { changes: [ALGORITHM, PRICE], offer: OFFER },
  }),
  light('W', 'ratifier', {
    verdict: 'close',
    shortBy: 2.5,
    reasons: ['Arbeitsplätze'],
    redLines: ['Eigentum'],
    suggestion: 'none',
  }),
  light('B', 'ratifier', { verdict: 'unknown' }),
];

/** A story table after the first counter-offer. */
export function storyTable(more: Partial<TableView> = {}): TableView {
  return {
    kind: 'story',
    track: 'M',
    trackName: 'Microsoft',
    date: '2020-08-28',
    phase: 'neue Exportliste',
    counterpart: {
      party: 'M',
      name: 'Daniel Brandt',
      role: 'Verhandlungsführer von Microsoft',
      emblem: 'microsoft',
      color: 'green',
      figure: 'microsoft',
      mood: 'suspicious',
      style: 'steady',
    },
    rounds: 5,
    roundsLeft: 3,
    turn: 2,
    insights: 2,
    rows: rowsOf(8, 2),
    lights: LIGHTS,
    planB: [
      { party: 'F', name: 'ByteDance', color: 'violet', planB: 36, draft: 64.2, isDraftEnough: true },
      { party: 'I', name: 'US-Investoren', color: 'slate', planB: 57, draft: 52.5, isDraftEnough: false },
    ],
    questions: [
      question('M', 6, { cost: 'insight' }),
      question('W', 2, { cost: 'insight' }),
      question('B', 0, { cost: 'insight' }),
    ],
    counter: {
      offer: OFFER,
      changes: [ALGORITHM, PRICE],
      reasons: ['Algorithmus', 'Preis'],
      redLines: [],
      blockedBy: ['US-Investoren'],
    },
    turns: [
      {
        turn: 0,
        kind: 'question',
        reply: 'answered',
        party: 'Microsoft',
        blockedBy: [],
        changes: [],
        counter: [],
      },
      {
        turn: 1,
        kind: 'proposal',
        reply: 'countered',
        party: 'Microsoft',
        blockedBy: [],
        changes: [PRICE],
        counter: [ALGORITHM, PRICE],
      },
    ],
    isLastRound: false,
    followed: {
      changes: [
        { issue: 'code', name: 'Quellcode', from: 'Partner darf prüfen', to: 'Partner baut die App' },
      ],
      rules: ['Wer den Algorithmus kauft, baut auch die App.'],
    },
    search: { state: 'idle' },
    ...more,
  };
}

/** A practice table before the first turn, at the longest level. */
export function practiceTable(more: Partial<TableView> = {}): TableView {
  const { counter: _, counterpart, ...story } = storyTable();
  return {
    ...story,
    kind: 'practice',
    ...(counterpart ? { counterpart: { ...counterpart, mood: 'neutral', style: 'unknown' } } : {}),
    turn: 0,
    turns: [],
    rounds: 6,
    roundsLeft: 6,
    insights: 0,
    rows: rowsOf(10, 0),
    questions: [question('M', 0), question('W', 0), question('B', 0)],
    followed: { changes: [], rules: [] },
    search: {
      state: 'none',
      valid: 3078,
      blockers: [
        { party: 'B', name: 'Peking', alone: 412 },
        { party: 'I', name: 'US-Investoren', alone: 37 },
      ],
    },
    ...more,
  };
}

export const PRACTICE: PracticeSetupView = {
  tracks: [
    { id: 'M', name: 'Microsoft' },
    { id: 'S', name: 'Abspaltung' },
  ],
  counterparts: { M: [{ id: 'M', name: 'Microsoft', emblem: 'microsoft' }], S: [] },
  phases: [
    { id: 'P1', name: 'nach dem Erlass', date: '2020-08-10' },
    { id: 'P3', name: 'neue Exportliste', date: '2020-08-28' },
  ],
  chosen: {
    track: 'M',
    counterpart: 'M',
    phase: 'P3',
    tier: 'expert',
    hasOwnSuit: false,
    knowledge: 'some',
  },
};
