import type { NegotiationModel } from '../../src/core/model/index.ts';
import {
  calendarSchema,
  endingsSchema,
  manifestSchema,
  modelSchema,
  partiesSchema,
  quizItemSchema,
  type Scenario,
  sceneSchema,
  tracksSchema,
} from '../../src/core/scenario/index.ts';

// A whole scenario in a page: every kind of gate, effect, region and ending, and nothing about 2020.

const manifest = manifestSchema.parse({
  id: 'mini',
  formatVersion: 1,
  languages: ['en'],
  startDate: '2030-01-01',
  finale: 'CAL.DEADLINE',
  player: 'F',
  tiers: ['starter'],
  deadlines: [],
  flags: [{ id: 'route', values: ['M', 'S'] }, { id: 'suit' }, { id: 'careful' }, { id: 'gift' }],
  circumstances: {
    hasOwnSuit: { region: 'court.first', is: 'filed' },
    goodwill: [{ party: 'W', by: 12, when: { flag: 'gift' } }],
  },
});

const parties = partiesSchema.parse({
  parties: ['F', 'I', 'M', 'W', 'B'].map((id) => ({ id, emblem: id, color: '#000' })),
  cast: [],
}).parties;

// Beijing-like B hates `sell`; buyer M needs it; W wants `all`.
const { drafts, claims, ...model } = modelSchema.parse({
  issues: [
    { id: 'own', options: ['part', 'all'] },
    { id: 'algo', options: ['keep', 'sell'] },
    { id: 'price', options: ['low', 'high'] },
  ],
  structure: [],
  tracks: [
    { id: 'M', buyer: 'M', allow: {}, signs: 'DEAL.SIGNED_M' },
    { id: 'S', allow: {}, signs: 'DEAL.SIGNED_S' },
  ],
  preferences: [
    preference('F', 'self', [20, 30, 50], [100, 10], [100, 40], [0, 100]),
    preference('I', 'self', [20, 10, 70], [60, 100], [50, 100], [20, 100]),
    preference('M', 'buyer', [30, 40, 30], [20, 100], [0, 100], [100, 60], { trustShift: 0.5 }),
    preference('W', 'ratifier', [60, 40, 0], [30, 100], [50, 100], [50, 50], { trustShift: 0.2 }),
    preference('B', 'ratifier', [20, 80, 0], [100, 60], [100, 0], [50, 50], { trustShift: 0.2 }),
  ],
  phases: [
    phase('P1', '2030-01-01', { withoutSuit: 0.1, withSuit: 0.5 }, ['W']),
    phase('P2', '2030-02-01', { withoutSuit: 0.2, withSuit: 0.7 }, ['W', 'B']),
  ],
  court: { F: { keep: 60, ban: 10, cost: 5 }, I: { keep: 60, ban: 10, cost: 5 } },
  tiers: [{ id: 'starter', issues: ['own', 'algo', 'price'], derived: [] }],
  references: [],
  drafts: [
    draft('high', { own: 'all', algo: 'sell', price: 'high' }),
    draft('low', { own: 'all', algo: 'sell', price: 'low' }),
    draft('safe', { own: 'part', algo: 'keep', price: 'high' }),
  ],
});

function preference(
  party: string,
  role: string,
  [own = 0, algo = 0, price = 0]: readonly number[],
  [part, all]: readonly number[],
  [keep, sell]: readonly number[],
  [low, high]: readonly number[],
  more: object = {},
) {
  const scores = { own: { part, all }, algo: { keep, sell }, price: { low, high } };
  return { party, role, weights: { own, algo, price }, scores, ...more };
}

function phase(id: string, date: string, courtOdds: object, vetoes: readonly string[]) {
  return { id, date, courtOdds, reservation: { M: 70, W: 60, B: 65 }, vetoes };
}

function draft(id: string, offer: Record<string, string>) {
  return { id, offers: { M: offer, ...(id === 'low' ? {} : { S: offer }) } };
}

const { regions } = tracksSchema.parse({
  regions: [
    {
      id: 'buyer',
      initial: 'idle',
      states: {
        idle: { on: { 'M.OPEN': 'talking', 'M.CLOSE': 'lapsed' } },
        talking: {
          initial: 'auction',
          states: {
            auction: { on: { 'M.EXCLUSIVE': 'exclusive' } },
            exclusive: { on: { 'CAL.RULE': { effects: [{ trust: 'M', by: -5 }] } } },
          },
          on: {
            'DEAL.SIGNED_M': 'signed',
            'CAL.RULE': [
              { when: { trust: 'M', max: 40 }, target: 'lapsed', effects: [{ trust: 'I', by: -5 }] },
              { target: 'talking.auction' },
            ],
            'M.CLOSE': 'lapsed',
          },
        },
        signed: { on: { 'M.CLOSE': { when: { not: { issue: 'price', in: ['high'] } }, target: 'lapsed' } } },
        lapsed: {},
      },
    },
    {
      id: 'ratifier',
      initial: 'watching',
      states: {
        watching: { on: { 'CAL.RULE': 'veto' } },
        veto: {
          initial: 'silent',
          states: {
            silent: { on: { 'B.APPLY': 'pending' } },
            pending: {
              on: {
                'CAL.LICENCE': [
                  { when: { accepts: 'B' }, target: 'granted' },
                  { target: 'refused', effects: [{ send: 'M.CLOSE' }] },
                ],
              },
            },
            granted: {},
            refused: {
              on: { 'CAL.COURT': { when: { trust: 'W', max: 45 }, effects: [{ end: 'walkout' }] } },
            },
          },
        },
      },
    },
    {
      id: 'court.first',
      initial: 'none',
      states: {
        none: { on: { 'F.SUE': 'filed' } },
        filed: {
          on: {
            'CAL.COURT': [
              { when: { chance: 'granted', is: true }, target: 'enjoined' },
              { target: 'denied', effects: [{ trust: 'I', by: -10 }] },
            ],
          },
        },
        enjoined: {},
        denied: {},
      },
    },
    {
      id: 'host',
      initial: 'reviewing',
      states: {
        reviewing: { on: { 'CAL.ORDER': { target: 'ordered', effects: [{ trust: 'W', by: -5 }] } } },
        ordered: {
          on: {
            'DEAL.SIGNED_M': { when: { accepts: 'W' }, target: 'blessed' },
            'DEAL.SIGNED_S': [{ when: { accepts: 'W' }, target: 'blessed' }],
            'F.GIFT': {
              when: { all: [{ accepts: 'W' }, { event: 'CAL.RULE', fired: true }] },
              target: 'blessed',
            },
          },
        },
        blessed: {},
      },
    },
    {
      id: 'court.second',
      initial: 'none',
      states: {
        none: { on: { 'F.SUE': 'petitioned', 'CAL.ORDER': { effects: [{ trust: 'W', by: -1 }] } } },
        petitioned: {},
      },
    },
  ],
});

const calendar = calendarSchema.parse({
  events: [
    { id: 'CAL.ORDER', date: '2030-01-10', effects: [{ info: 'W', by: 1 }] },
    { id: 'CAL.NEWS', date: '2030-01-10', when: { event: 'F.SUE', fired: true } },
    { id: 'CAL.RULE', date: '2030-02-01', effects: [{ trust: 'B', by: 3 }] },
    {
      id: 'CAL.COLLAPSE',
      date: '2030-02-12',
      when: { trust: 'I', max: 44 },
      effects: [{ end: 'revolt' }, { send: 'M.CLOSE' }],
    },
    { id: 'CAL.LICENCE', date: '2030-02-20' },
    {
      id: 'CAL.COURT',
      date: '2030-02-25',
      chance: {
        name: 'granted',
        odds: 'court',
        bonus: [{ when: { flag: 'careful' }, by: 0.2 }],
        history: true,
      },
    },
    { id: 'CAL.DEADLINE', date: '2030-03-01' },
    { id: 'CAL.LATER', date: '2030-03-02' },
  ],
}).events;

const scenes = [
  {
    id: 's1-goal',
    act: 0,
    date: '2030-01-02',
    kind: 'goal',
    choices: [
      { id: 'talk', effects: [{ trust: 'M', by: 20 }, { send: 'M.OPEN' }], history: true },
      {
        id: 'exclusive',
        effects: [
          { trust: 'M', by: 20 },
          { trust: 'M', by: 20 },
          { send: 'M.OPEN' },
          { send: 'M.EXCLUSIVE' },
        ],
      },
      {
        id: 'stall',
        effects: [
          { trust: 'M', by: -10 },
          { trust: 'I', by: -5 },
        ],
      },
      { id: 'leave', effects: [{ end: 'exit' }] },
    ],
    quiz: 'q1',
  },
  { id: 's2-order', act: 1, date: '2030-01-10', kind: 'story', quiz: 'q2' },
  {
    id: 's3-table',
    act: 1,
    date: '2030-01-20',
    kind: 'table',
    when: { region: 'buyer', is: 'talking' },
    choices: [
      {
        id: 'high',
        effects: [{ set: { route: 'M' } }, { table: { track: { flag: 'route' }, draft: 'high' } }],
        history: true,
      },
      { id: 'low', effects: [{ table: { track: 'M', draft: 'low' } }] },
      {
        id: 'not-yet',
        effects: [
          { trust: 'M', by: -15 },
          { trust: 'I', by: 2 },
        ],
      },
    ],
  },
  {
    id: 's4-sue',
    act: 2,
    date: '2030-01-25',
    kind: 'decision',
    choices: [
      { id: 'file', effects: [{ set: { suit: true } }, { send: 'F.SUE' }] },
      {
        id: 'careful',
        when: { info: 'W', min: 1 },
        effects: [{ set: { careful: true, suit: true } }, { send: 'F.SUE' }],
      },
      { id: 'wait', effects: [{ set: { suit: false } }, { trust: 'W', by: 8 }], history: true },
    ],
    quiz: 'q1',
  },
  {
    id: 's5-plan',
    act: 2,
    date: '2030-02-10',
    kind: 'table',
    when: {
      not: {
        any: [
          { region: 'buyer', is: 'signed' },
          { event: 'DEAL.SIGNED_S', fired: true },
        ],
      },
    },
    choices: [
      {
        id: 'spin-off',
        effects: [{ set: { route: 'S' } }, { table: { track: { flag: 'route' }, draft: 'safe' } }],
      },
      {
        id: 'no-draft',
        when: { flag: 'suit', is: false },
        effects: [{ table: { track: 'S', draft: 'low' } }, { trust: 'I', by: -6 }],
      },
      { id: 'go-on', effects: [] },
    ],
  },
  {
    id: 's6-licence',
    act: 3,
    date: '2030-02-11',
    kind: 'decision',
    when: {
      all: [
        {
          any: [
            { event: 'DEAL.SIGNED_M', fired: true },
            { flag: 'route', is: 'S' },
          ],
        },
      ],
    },
    choices: [
      { id: 'apply', effects: [{ send: 'B.APPLY' }, { trust: 'B', by: 10 }], history: true },
      { id: 'change', effects: [{ amend: { algo: 'keep' } }, { send: 'B.APPLY' }] },
      { id: 'gift', effects: [{ set: { gift: true } }, { send: 'F.GIFT' }] },
    ],
  },
].map((scene) => sceneSchema.parse(scene));

const { gauges, endings } = endingsSchema.parse({
  gauges: [],
  endings: [
    ending('exit', { direct: true }),
    ending('revolt', { direct: true }),
    ending('walkout', { direct: true }),
    ending('double-yes', {
      when: {
        all: [
          { region: 'host', is: 'blessed' },
          { region: 'ratifier', is: 'veto.granted' },
        ],
      },
    }),
    ending('signed', { when: { region: 'buyer', is: 'signed' }, history: true }),
    ending('court', { when: { region: 'court.first', is: 'enjoined' } }),
    ending('ban'),
    ending('never'),
  ],
});

function ending(id: string, more: object = {}) {
  return { id, tone: 'mixed', gauges: {}, ...more };
}

const quiz = ['q1', 'q2'].map((id) =>
  quizItemSchema.parse({
    id,
    objective: 'LO1',
    bloom: 'remember',
    key: 'a',
    options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    facts: ['F-XX-01'],
  }),
);

export const miniScenario: Scenario = {
  manifest,
  hash: 'mini-1',
  // Zod's optional keys may hold `undefined`; parsed here, they never do.
  model: model as NegotiationModel,
  drafts,
  claims,
  regions,
  calendar,
  scenes,
  gauges,
  endings,
  quiz,
  parties,
  cast: [],
  facts: [],
  sources: [],
  terms: [],
  aftermath: [],
  texts: {},
};
