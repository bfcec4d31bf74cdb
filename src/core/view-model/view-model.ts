import type {
  FactId,
  IsoDate,
  IssueId,
  Language,
  Message,
  OptionId,
  PartyId,
  TermId,
} from '../domain/index.ts';

import type { QuizView } from './quiz-types.ts';
import type { LightView, TableView } from './table-types.ts';

// What a view may know. Data only: interface text as Message keys, story text as Prose in the
// language of the run. Every view (text, stage, sound) draws from this and from nothing else.

/** A sentence with its marks. `number` counts footnotes within the screen, from 1. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'highlight'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly term: TermId }
  | { readonly kind: 'fact'; readonly fact: FactId; readonly number: number };
export type Prose = readonly Segment[];

export type Mood =
  | 'neutral'
  | 'pleased'
  | 'worried'
  | 'angry'
  | 'speaking'
  | 'suspicious'
  | 'tired'
  | 'laughing';
export type Trend = 'up' | 'down' | 'flat';

export interface SpeakerView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Key of `assets/art/figures.json`. */
  readonly figure: string;
  readonly mood: Mood;
  readonly party?: PartyId;
  readonly color?: string;
}

export interface DeadlineView {
  readonly id: string;
  readonly label: string;
  readonly date: IsoDate;
  /** Negative when passed. */
  readonly daysLeft: number;
}

export interface CalendarDayView {
  readonly date: IsoDate;
  readonly isPast: boolean;
  readonly isToday: boolean;
  readonly deadline?: string;
}

export interface MastheadView {
  readonly date: IsoDate;
  readonly act: { readonly number: number; readonly name: string };
  /** The nearest open deadline, if any is set. */
  readonly next?: DeadlineView;
  /** The open deadlines after the nearest one, in order. */
  readonly later: readonly DeadlineView[];
  /** Ten days around today. */
  readonly days: readonly CalendarDayView[];
  /** First and last day of the whole run. */
  readonly season: { readonly start: IsoDate; readonly end: IsoDate };
  /** 0..1, share of the agenda that lies behind. */
  readonly progress: number;
}

export interface PartyView {
  readonly id: PartyId;
  readonly name: string;
  readonly role: string;
  readonly figure?: string;
  readonly emblem: string;
  readonly color: string;
  readonly city?: string;
  readonly mood: Mood;
  /** One or two words: "drängt". */
  readonly status: string;
  /** Approval 0..5, from trust; shown as pips with text. */
  readonly approval: number;
  readonly trend: Trend;
  readonly isSpeaking: boolean;
  readonly isPlayer: boolean;
  /** What the player knows: how many questions this party has answered. */
  readonly info: number;
}

/** The line on the map from the player to a party. */
export interface RelationView {
  readonly party: PartyId;
  readonly city: string;
  readonly style: 'none' | 'open' | 'tense' | 'broken' | 'signed';
  /** 0..5, drawn as ticks across the line. */
  readonly tension: number;
  readonly label: string;
}

/** Direction in which a choice is expected to move a party; only for parties the player has asked. */
export interface HintView {
  readonly party: PartyId;
  readonly emblem: string;
  readonly name: string;
  readonly trend: Trend;
}

export interface ChoiceView {
  readonly id: string;
  readonly label: Prose;
  readonly hints: readonly HintView[];
  /** The draft that this choice lays on the table. */
  readonly draft?: { readonly name: string; readonly about: string };
}

export interface PerspectiveView {
  readonly id: string;
  readonly who: string;
  readonly view: Prose;
}

/** A dated piece of news that fell since the last screen. */
export interface NewsView {
  readonly id: string;
  readonly date: IsoDate;
  readonly headline: string;
  readonly news: Prose;
  readonly cue?: Cue;
}

export interface SceneView {
  readonly id: string;
  readonly kind: 'decision' | 'info' | 'goal' | 'table' | 'knowledge' | 'story';
  readonly title: string;
  readonly body: Prose;
  readonly speech?: Prose;
  readonly question?: string;
  readonly speaker?: SpeakerView;
  readonly choices: readonly ChoiceView[];
  readonly news: readonly NewsView[];
  readonly perspectives: readonly PerspectiveView[];
  readonly terms: readonly TermId[];
}

export interface FeedbackView {
  /** The decision was made before its scene was on screen, so that its story is told together with what followed. */
  readonly isFirstSight: boolean;
  readonly choice: Prose;
  readonly text: Prose;
  readonly changes: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly emblem: string;
    readonly trend: Trend;
  }[];
  /** States that regions entered, in words: a buyer, in talks. */
  readonly events: readonly { readonly name: string; readonly state: string }[];
  /** Present when a table has just ended. */
  readonly table?: {
    readonly signed: boolean;
    /** The player left before an answer. */
    readonly left: boolean;
    readonly partner: string;
    readonly rounds: number;
    readonly lights: readonly LightView[];
  };
}

/** One line of the contract sheet. */
export interface ContractLineView {
  readonly issue: IssueId;
  readonly name: string;
  readonly option?: OptionId;
  /** Words of the option, or undefined while the line is open. */
  readonly value?: string;
  readonly isAtStake: boolean;
  readonly status: 'agreed' | 'open' | 'red-line';
  /** 0 = the player's own wish, 1 = farthest from it. */
  readonly position?: number;
  /** Wishes of the parties as far as the player knows them. */
  readonly wishes: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly color: string;
    /** Words of the option that the party wants most. */
    readonly value: string;
    readonly position: number;
  }[];
}

export interface ContractView {
  readonly state: 'none' | 'draft' | 'signed';
  readonly partner?: string;
  readonly lines: readonly ContractLineView[];
  readonly agreedCount: number;
}

export interface GaugeView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly icon: string;
  /** 0..100 */
  readonly value: number;
}

/** A picture put together from the art, with its words. Names are keys of the art. */
export interface EndingPictureView {
  readonly ground: string;
  readonly figures: readonly { readonly figure: string; readonly mood: Mood }[];
  readonly props: readonly string[];
  readonly stamp?: string;
  readonly words: string;
}

/** What really happened after the story. */
export interface AftermathView {
  readonly id: string;
  /** As of a fact: a year, a month, a day, or a span of two. */
  readonly date: string;
  readonly headline: string;
  readonly text: Prose;
}

export interface EndingView {
  readonly id: string;
  readonly title: string;
  readonly tone: 'good' | 'mixed' | 'bad';
  readonly story: Prose;
  readonly why: Prose;
  readonly reality: Prose;
  readonly isHistory: boolean;
  readonly speaker?: SpeakerView;
  readonly picture?: EndingPictureView;
  readonly gauges: readonly GaugeView[];
  readonly goal?: string;
  /** Questions that this ending asks. */
  readonly prompts: readonly string[];
  /** Questions after every ending. */
  readonly reflection: readonly string[];
  readonly quiz: { readonly correct: number; readonly answered: number };
  /** Decisions of the run beside what was really done. */
  readonly path: readonly PathStepView[];
}

export interface PathStepView {
  /** Index of the decision, for rewind. */
  readonly decision: number;
  readonly date: IsoDate;
  readonly act: number;
  readonly scene: string;
  readonly title: string;
  readonly choice: string;
  readonly isHistory: boolean;
  /** What was really done, where the run left history. */
  readonly reality?: string;
}

export interface LogEntryView {
  readonly date: IsoDate;
  readonly kind: 'news' | 'choice' | 'quiz' | 'table';
  readonly text: string;
  readonly detail?: string;
}

/** A report of the newspaper strip. */
export interface NewsReportView {
  readonly id: string;
  readonly date: IsoDate;
  readonly headline: string;
  readonly text: Prose;
}

export interface NotebookView {
  /** Terms and facts met so far, newest last. */
  readonly terms: readonly TermView[];
  readonly facts: readonly FactView[];
  /** Facts that were not met. Empty until the run is over: they would tell what is to come. */
  readonly unmet: readonly FactView[];
  /** All news so far, in order of date. Notes are numbered through all of them. */
  readonly news: readonly NewsReportView[];
  /** What happened next. Empty until the run is over. */
  readonly aftermath: readonly AftermathView[];
  readonly log: readonly LogEntryView[];
}

export interface TermView {
  readonly id: TermId;
  readonly term: string;
  readonly short: string;
  /** May tell of the story: for terms that were met. */
  readonly example?: string;
  /** What the example rests on. */
  readonly facts: readonly FactId[];
}

export interface FactView {
  readonly id: FactId;
  /** Name of the facts it belongs to, when the scenario names them. */
  readonly group?: string;
  readonly text: string;
  readonly date: string;
  readonly mark: 'A' | 'B' | 'C';
  readonly kinds: readonly ('DOC' | 'RUL' | 'STM' | 'REP' | 'NUM' | 'ANA')[];
  readonly sources: readonly SourceView[];
}

export interface SourceView {
  readonly id: string;
  readonly type: 'P' | 'N' | 'R';
  readonly publisher: string;
  readonly title: string;
  readonly access: 'open' | 'registration' | 'paywall' | 'archive';
  /** Absent where the source bears no date. */
  readonly date?: string;
  readonly url: string;
  readonly hasError: boolean;
}

/** Sound and stage cues. Each has a visible counterpart. */
export type Cue = 'card' | 'stamp' | 'buzz' | 'gavel' | 'telex' | 'page' | 'success' | 'failure';

/** A stamp that lands on the map: the visible counterpart of `stamp`, `gavel` and `buzz`. */
export interface StampView {
  readonly id: string;
  readonly party: PartyId;
  readonly text: string;
  readonly tone: 'good' | 'mixed' | 'bad';
}

/** One frame of a run, complete: a view that sees only this can draw everything. */
export interface PlayView {
  readonly language: Language;
  readonly state: 'present' | 'decide' | 'table' | 'feedback' | 'quiz' | 'ended';
  readonly masthead: MastheadView;
  readonly parties: readonly PartyView[];
  readonly relations: readonly RelationView[];
  readonly scene?: SceneView;
  readonly feedback?: FeedbackView;
  /** The table that is open. */
  readonly table?: TableView;
  readonly quiz?: QuizView;
  readonly contract: ContractView;
  readonly ending?: EndingView;
  readonly notebook: NotebookView;
  /** Facts cited on this screen, in order of their footnote number. */
  readonly footnotes: readonly FactView[];
  readonly stamps: readonly StampView[];
  /** Cues of the step that led here, in order. */
  readonly cues: readonly Cue[];
  /** What a screen reader should hear after this step. */
  readonly announcement: readonly Message[];
  readonly canUndo: boolean;
  /** 0 calm, 1 tense, 2 deadline: which music stems play. */
  readonly pressure: 0 | 1 | 2;
}
