import type {
  EndingView,
  FactView,
  PlayView,
  Prose,
  QuizView,
  SceneView,
  Screen,
  ShellView,
  SourceView,
  TermView,
} from '../../src/core/view-model/index.ts';
import { contractOf, mastheadOf, partiesOf, type Say, speakersOf } from './view-parts.ts';

// A view for every screen, as the game would make it: for tests and for looking at the pages.

const SOURCE: SourceView = {
  id: 'src-mofcom-0828',
  type: 'P',
  title: 'MOFCOM and MOST, Notice No. 38 of 2020: adjustments to the export catalogue',
  date: '2020-08-28',
  url: 'https://example.org/mofcom',
  hasError: false,
};
const BLOG: SourceView = {
  id: 'src-microsoft-0913',
  type: 'P',
  title: 'Microsoft, statement on TikTok',
  date: '2020-09-13',
  url: 'https://example.org/microsoft',
  hasError: false,
};
const PRESS: SourceView = {
  id: 'src-press-0903',
  type: 'N',
  title: 'Reuters: ByteDance weighs four options',
  date: '2020-09-03',
  url: 'https://example.org/reuters',
  hasError: true,
};

const text = (words: string): Prose[number] => ({ kind: 'text', text: words });
const mark = (words: string): Prose[number] => ({ kind: 'highlight', text: words });
const note = (fact: string, number: number): Prose[number] => ({ kind: 'fact', fact, number });

function factsOf(say: Say): readonly FactView[] {
  return [
    {
      id: 'F-CN-05',
      text: say(
        'Am 28. August 2020 nahm China „auf Datenanalyse gestützte personalisierte Informationsdienste“ in seinen Ausfuhrkatalog auf. Die Ausfuhr braucht seitdem eine Genehmigung.',
        'On 28 August 2020 China added “personalised information push services based on data analysis” to its export catalogue. Export has needed permission since then.',
      ),
      date: '2020-08-28',
      mark: 'A',
      kinds: ['DOC', 'RUL'],
      sources: [SOURCE, PRESS],
    },
    {
      id: 'F-MS-07',
      text: say(
        'Am 13. September teilte Microsoft mit, ByteDance werde nicht an Microsoft verkaufen.',
        'On 13 September Microsoft said that ByteDance would not sell to Microsoft.',
      ),
      date: '2020-09-13',
      mark: 'A',
      kinds: ['STM'],
      sources: [BLOG],
    },
    {
      id: 'F-US-11',
      text: say(
        'Laut Berichten sollte ein neues Unternehmen fünf Milliarden Dollar an einen Bildungsfonds zahlen.',
        'According to reports a new company was to pay five billion dollars into an education fund.',
      ),
      date: '2020-09',
      mark: 'C',
      kinds: ['REP', 'NUM'],
      sources: [PRESS],
    },
  ];
}

function termsOf(say: Say): readonly TermView[] {
  return [
    {
      id: 'veto-player',
      term: say('Vetospieler', 'Veto player'),
      short: say('Jemand, ohne dessen Ja nichts geht.', 'Someone without whose yes nothing goes.'),
      example: say(
        'Ohne Genehmigung aus Peking gibt es keinen Export.',
        'Without permission from Beijing there is no export.',
      ),
    },
    {
      id: 'red-line',
      term: say('Rote Linie', 'Red line'),
      short: say('Ein Punkt, bei dem eine Seite nie nachgibt.', 'A point on which one side never gives way.'),
    },
  ];
}

function sceneOf(say: Say): SceneView {
  return {
    id: 's17-choose-route',
    kind: 'decision',
    title: say('Wer bekommt den Schlüssel?', 'Who gets the key?'),
    body: [
      text(say('Microsoft ist aus dem Rennen.', 'Microsoft is out of the race.')),
      note('F-MS-07', 1),
      text(
        say(
          ' In Peking wartet das Handelsministerium. Dort sitzt nun ein ',
          ' In Beijing the Commerce Ministry is waiting. It is now a ',
        ),
      ),
      { kind: 'term', text: say('Vetospieler', 'veto player'), term: 'veto-player' },
      text('.'),
    ],
    speech: [
      text(
        say(
          '„Der Algorithmus ist keine Ware wie jede andere. Seit dem 28. August ',
          '“The algorithm is not a product like any other. Since 28 August ',
        ),
      ),
      mark(say('braucht seine Ausfuhr unsere Genehmigung', 'its export needs our permission')),
      text('.'),
      note('F-CN-05', 2),
      text(
        say(
          ' Was also verkaufen Sie den Amerikanern?“',
          ' So what exactly are you selling to the Americans?”',
        ),
      ),
    ],
    question: say('Welchen Weg nimmst du?', 'Which way do you take?'),
    speaker: speakersOf(say).beijing,
    choices: [
      {
        id: 'oracle',
        label: [
          text(
            say(
              'Der Algorithmus bleibt in Peking. Oracle darf nur den Quellcode prüfen.',
              'The algorithm stays in Beijing. Oracle may only inspect the source code.',
            ),
          ),
        ],
        hints: [
          { party: 'B', emblem: 'beijing', name: say('Peking', 'Beijing'), trend: 'up' },
          { party: 'W', emblem: 'washington', name: 'Washington', trend: 'down' },
          { party: 'O', emblem: 'oracle', name: 'Oracle', trend: 'flat' },
        ],
      },
      {
        id: 'microsoft',
        label: [
          text(
            say(
              'Wir beantragen die Ausfuhrgenehmigung und verkaufen alles.',
              'We apply for an export licence and sell everything.',
            ),
          ),
        ],
        hints: [{ party: 'W', emblem: 'washington', name: 'Washington', trend: 'up' }],
        draft: {
          name: say('Vollverkauf', 'Full sale'),
          about: say('100 % an den Käufer, Algorithmus inklusive', '100% to the buyer, algorithm included'),
        },
      },
      {
        id: 'spin-off',
        label: [
          text(
            say(
              'Wir schreiben für die USA einen neuen Algorithmus, ohne Ihren Code.',
              'We write a new algorithm for the US, without your code.',
            ),
          ),
        ],
        hints: [],
      },
    ],
    news: [
      {
        id: 'CAL.MS_OUT',
        date: '2020-09-13',
        headline: say('Microsoft zieht nicht weiter mit', 'Microsoft is no longer in play'),
        news: [text(say('Das Gebot ist abgelehnt.', 'The bid has been turned down.')), note('F-MS-07', 1)],
        cue: 'telex',
      },
    ],
    perspectives: [
      {
        id: 'beijing',
        who: say('Sicht aus Peking', 'View from Beijing'),
        view: [
          text(
            say(
              'Neue Technik wie KI braucht Kontrolle. Andere Staaten tun das auch.',
              'New technology such as AI needs control. Other states do the same.',
            ),
          ),
          note('F-CN-05', 2),
        ],
      },
      {
        id: 'critics',
        who: say('Kritik aus den USA', 'Critics in the US'),
        view: [
          text(
            say(
              'Die Regel kam mitten im Verkauf. Sie gibt Peking ein Druckmittel.',
              'The rule came in the middle of the sale. It gives Beijing leverage.',
            ),
          ),
          note('F-US-11', 3),
        ],
      },
    ],
    terms: ['veto-player', 'red-line'],
  };
}

function quizOf(say: Say, isOpen: boolean): QuizView {
  const why = (de: string, en: string) => (isOpen ? {} : { why: [text(say(de, en)), note('F-CN-05', 2)] });
  const shown = (isKey: boolean, isChosen: boolean) => (isOpen ? {} : { isKey, isChosen });
  return {
    item: 'q-catalogue',
    stem: [
      text(
        say(
          'Warum zerschlug sich Microsofts Gebot für das US-Geschäft von TikTok?',
          'Why did Microsoft’s bid for the US business of TikTok fall through?',
        ),
      ),
    ],
    options: [
      {
        id: 'a',
        text: [
          text(say('Microsoft lehnte jede Datenprüfung ab.', 'Microsoft refused any check of its data.')),
        ],
        ...shown(false, true),
        ...why('Nein. Eine Prüfung war nie der Streitpunkt.', 'No. A check was never the point of dispute.'),
      },
      {
        id: 'b',
        text: [
          text(
            say(
              'ByteDance wollte den Algorithmus nicht verkaufen.',
              'ByteDance did not want to sell the algorithm.',
            ),
          ),
        ],
        ...shown(true, false),
        ...why(
          'Richtig. Seit Ende August brauchte der Verkauf eine Genehmigung aus Peking.',
          'Correct. Since late August the sale needed permission from Beijing.',
        ),
      },
      {
        id: 'c',
        text: [
          text(
            say(
              'Die US-Regierung verbot Microsoft das Geschäft.',
              'The US government forbade Microsoft the deal.',
            ),
          ),
        ],
        ...shown(false, false),
        ...why('Nein. Washington drängte auf einen Verkauf.', 'No. Washington pressed for a sale.'),
      },
      {
        id: 'd',
        text: [
          text(
            say(
              'Kanada, Australien und Neuseeland stimmten dagegen.',
              'Canada, Australia and New Zealand voted against it.',
            ),
          ),
        ],
        ...shown(false, false),
        ...why('Nein. Sie hatten keine Stimme.', 'No. They had no vote.'),
      },
    ],
    state: isOpen ? 'question' : 'explained',
    ...(isOpen ? {} : { isCorrect: false, confidence: 'sure' as const }),
    facts: ['F-CN-05', 'F-MS-07'],
    history: [true, true, false, true, ...(isOpen ? [] : [false])].map((isCorrect, index) => ({
      item: `q-${index}`,
      isCorrect,
    })),
  };
}

function endingOf(say: Say): EndingView {
  const gauge = (id: string, icon: string, value: number, de: string, en: string) => ({
    id,
    icon,
    value,
    name: say(de, en),
    about: say('aus Vertrag und Vertrauen', 'from contract and trust'),
  });
  return {
    id: 'E10-double-yes',
    title: say('Du hast eine Einigung erreicht, die es nie gab', 'You reached a deal that never was'),
    tone: 'good',
    story: [
      text(
        say(
          'Beide Hauptstädte sagen Ja. Die App bleibt in den USA, und ',
          'Both capitals say yes. The app stays in the US, and ',
        ),
      ),
      mark(say('der Algorithmus bleibt, wo er war', 'the algorithm stays where it was')),
      text('.'),
    ],
    why: [
      text(
        say(
          'Du hast Peking vor dem 28. August gefragt. So kam die Liste nicht überraschend.',
          'You asked Beijing before 28 August. So the list came as no surprise.',
        ),
      ),
      note('F-CN-05', 1),
    ],
    reality: [
      text(
        say(
          'Der Vertrag mit Oracle und Walmart wurde nie vollzogen. Die Frist lief ab, Gerichte stoppten das Verbot.',
          'The deal with Oracle and Walmart was never closed. The deadline passed, courts stopped the ban.',
        ),
      ),
      note('F-US-11', 2),
    ],
    isHistory: false,
    speaker: { ...speakersOf(say).counsel, mood: 'pleased' },
    gauges: [
      gauge('control', 'key', 72, 'Kontrolle über die Technik', 'Control of the technology'),
      gauge('value', 'coins', 57, 'Wert des Unternehmens', 'Value of the company'),
      gauge('users', 'users-three', 81, 'Nutzerinnen und Kreative', 'Users and creators'),
      gauge('washington', 'bank', 61, 'Sicherheit aus Sicht Washingtons', 'Security as Washington sees it'),
      gauge('beijing', 'stamp', 57, 'Pekings Anliegen', 'Beijing’s concerns'),
      gauge('law', 'scales', 34, 'Recht und Verfahren', 'Law and due process'),
    ],
    goal: say('Die Technik behalten', 'Keep the technology'),
    reflection: [
      say('Welche rote Linie hat am meisten bestimmt?', 'Which red line mattered most?'),
      say('Was hätte Washington umgestimmt?', 'What would have changed Washington’s mind?'),
      say('Wem nützt dein Ende, wem schadet es?', 'Whom does your ending serve, whom does it harm?'),
    ],
    quiz: { correct: 9, answered: 12 },
    path: [
      {
        decision: 0,
        date: '2020-07-31',
        act: 0,
        scene: 's01-priority',
        title: say('Was ist dir wichtig?', 'What matters to you?'),
        choice: say('Die Technik behalten', 'Keep the technology'),
        isHistory: true,
      },
      {
        decision: 1,
        date: '2020-08-03',
        act: 1,
        scene: 's03-ms-calls',
        title: say('Microsoft ruft an', 'Microsoft calls'),
        choice: say('Alle Käufer dürfen bieten', 'All buyers may bid'),
        isHistory: false,
        reality: say(
          'ByteDance sprach zuerst vor allem mit Microsoft.',
          'ByteDance first talked mostly with Microsoft.',
        ),
      },
      {
        decision: 2,
        date: '2020-08-30',
        act: 2,
        scene: 's12-catalogue',
        title: say('Die neue Liste', 'The new list'),
        choice: say('Wir stellen sofort einen Antrag', 'We apply at once'),
        isHistory: true,
      },
    ],
  };
}

export type FixtureName = Screen | 'feedback' | 'quiz-explained' | 'beat' | 'waiting' | 'trouble';
export const FIXTURES: readonly FixtureName[] = [
  'title',
  'setup',
  'play',
  'feedback',
  'beat',
  'quiz',
  'quiz-explained',
  'ending',
  'notebook',
  'sources',
  'about',
  'waiting',
  'trouble',
];

/** The view of a screen in a language (`de` or `en`); `trouble` is the title with notices and a broken save. */
export function fixtureView(name: FixtureName, language: string): ShellView {
  const say: Say = (de, en) => (language === 'de' ? de : en);
  const screen =
    { feedback: 'play', beat: 'play', 'quiz-explained': 'quiz', waiting: 'play', trouble: 'title' }[
      name as string
    ] ?? name;
  const facts = factsOf(say);
  const isTrouble = name === 'trouble';
  const run = { language, tier: 'standard', decisions: 14 };
  return {
    screen: screen as Screen,
    isPlayable: true,
    language,
    languages: [
      { id: 'de', name: 'Deutsch' },
      { id: 'en', name: 'English' },
    ],
    scenarioTitle: say('Letztes Gebot', 'Final Offer'),
    tiers: [
      {
        id: 'starter',
        name: say('Einstieg', 'Starter'),
        about: say('5 Vertragspunkte, etwa 20 Minuten', '5 points of contract, about 20 minutes'),
      },
      {
        id: 'standard',
        name: 'Standard',
        about: say('8 Vertragspunkte, etwa 30 Minuten', '8 points of contract, about 30 minutes'),
      },
      {
        id: 'expert',
        name: say('Profi', 'Expert'),
        about: say('10 Vertragspunkte, etwa 35 Minuten', '10 points of contract, about 35 minutes'),
      },
    ],
    preset: { tier: 'standard', ...(name === 'setup' ? { seed: 2020 } : {}) },
    goalQuestion: say('Was willst du am Ende erreicht haben?', 'What do you want to have achieved?'),
    goals: [
      {
        id: 'tech',
        label: say('Wir behalten die Technik in der Hand.', 'We keep the technology in our hands.'),
      },
      { id: 'value', label: say('Wir bekommen einen guten Preis.', 'We get a good price.') },
      {
        id: 'users',
        label: say(
          'Die App bleibt für die Leute in den USA offen.',
          'The app stays open for people in the US.',
        ),
      },
    ],
    savedRuns:
      isTrouble || name === 'title'
        ? [
            {
              ...run,
              id: 'run-2',
              savedAt: '2026-11-24T09:12:00Z',
              date: '2020-09-13',
              sceneTitle: sceneOf(say).title,
            },
            {
              ...run,
              id: 'run-1',
              savedAt: '2026-11-22T18:40:00Z',
              date: '2020-11-12',
              sceneTitle: '',
              ending: say('Der Schwebezustand', 'Limbo'),
            },
            ...(isTrouble
              ? [
                  {
                    ...run,
                    id: 'run-0',
                    savedAt: '2026-10-02T08:00:00Z',
                    date: '2020-08-06',
                    sceneTitle: say('Das Verbot', 'The ban'),
                    problem: { key: 'app.loading' },
                  },
                ]
              : []),
          ]
        : [],
    settings: { music: true, sound: true, ticking: true, captions: true, motion: 'system', stage: 'on' },
    notices: isTrouble
      ? [
          {
            id: 'n1',
            tone: 'error',
            message: { key: 'app.loading' },
            detail: 'save-hash-differs\nexpected 1f, got 2e',
            actions: [{ intent: { type: 'page.reload' }, label: { key: 'nav.back' } }],
          },
          { id: 'n2', tone: 'info', message: { key: 'runs.none' }, actions: [] },
        ]
      : [],
    ...(isTrouble ? { caption: { key: 'app.loading' } } : {}),
    isBusy: name === 'waiting',
    ...(name === 'waiting' || screen === 'title' || screen === 'setup'
      ? {}
      : { play: playOf(name, language, say, facts) }),
    library: { sources: [SOURCE, BLOG, PRESS], facts, terms: termsOf(say) },
  };
}

function playOf(name: FixtureName, language: string, say: Say, facts: readonly FactView[]): PlayView {
  const scene = sceneOf(say);
  const isQuiz = name === 'quiz' || name === 'quiz-explained';
  return {
    language,
    state:
      name === 'feedback'
        ? 'feedback'
        : isQuiz
          ? 'quiz'
          : name === 'ending'
            ? 'ended'
            : name === 'beat'
              ? 'present'
              : 'decide',
    masthead: mastheadOf(say),
    parties: partiesOf(say),
    relations: [
      { party: 'W', city: 'washington', style: 'tense', tension: 4, label: say('Ultimatum', 'Ultimatum') },
      {
        party: 'M',
        city: 'seattle',
        style: 'broken',
        tension: 0,
        label: say('Gebot abgelehnt', 'Bid rejected'),
      },
      {
        party: 'O',
        city: 'redwood',
        style: 'open',
        tension: 1,
        label: say('Technologiepartner', 'Technology partner'),
      },
    ],
    scene:
      name === 'beat'
        ? { ...scene, kind: 'story', choices: [], news: [], perspectives: [], terms: [] }
        : scene,
    ...(name === 'feedback'
      ? {
          feedback: {
            choice: scene.choices[1]?.label ?? [],
            text: [
              text(
                say(
                  'Die Käufer atmen auf. In Peking merkt man sich diesen Satz.',
                  'The buyers are relieved. In Beijing people remember that sentence.',
                ),
              ),
            ],
            changes: [
              { party: 'W', name: 'Washington', emblem: 'washington', trend: 'up' as const },
              { party: 'B', name: say('Peking', 'Beijing'), emblem: 'beijing', trend: 'down' as const },
            ],
            events: [{ name: 'Oracle', state: say('sitzt am Tisch', 'is at the table') }],
            table: {
              signed: false,
              partner: 'Oracle',
              draft: say('Ausgewogen', 'Balanced'),
              votes: [
                {
                  party: 'F',
                  name: 'ByteDance',
                  emblem: 'bytedance',
                  verdict: 'yes' as const,
                  reasons: [],
                  redLines: [],
                },
                {
                  party: 'I',
                  name: say('US-Investoren', 'US investors'),
                  emblem: 'investors',
                  verdict: 'close' as const,
                  reasons: [say('Preis', 'Price')],
                  redLines: [],
                },
                {
                  party: 'O',
                  name: 'Oracle',
                  emblem: 'oracle',
                  verdict: 'no' as const,
                  reasons: [say('Datenhaltung', 'Data storage'), say('Preis', 'Price')],
                  redLines: [say('Quellcode-Prüfung', 'Source code review')],
                },
                {
                  party: 'W',
                  name: 'Washington',
                  emblem: 'washington',
                  verdict: 'unknown' as const,
                  reasons: [],
                  redLines: [],
                },
                {
                  party: 'B',
                  name: say('Peking', 'Beijing'),
                  emblem: 'beijing',
                  verdict: 'no-say' as const,
                  reasons: [],
                  redLines: [],
                },
              ],
            },
          },
        }
      : {}),
    ...(isQuiz ? { quiz: quizOf(say, name === 'quiz') } : {}),
    contract: contractOf(say),
    ...(name === 'ending' ? { ending: endingOf(say) } : {}),
    notebook: {
      terms: termsOf(say),
      facts,
      log: [
        {
          date: '2020-08-06',
          kind: 'news',
          text: say('Washington unterschreibt das Verbot.', 'Washington signs the ban.'),
        },
        {
          date: '2020-08-06',
          kind: 'choice',
          text: say('Mehr Offenheit anbieten', 'Offer more openness'),
          detail: say('Washington steigt', 'Washington rises'),
        },
        {
          date: '2020-08-10',
          kind: 'quiz',
          text: say('45 Tage', '45 days'),
          detail: say('richtig', 'correct'),
        },
      ],
    },
    footnotes: [facts[1], facts[0], facts[2]].filter((fact) => fact !== undefined),
    stamps: [],
    cues: [],
    announcement: [{ key: 'feedback.title' }],
    canUndo: true,
    pressure: 2,
  };
}
