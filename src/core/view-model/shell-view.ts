import type { IsoDate, IssueId, Language, Message, OptionId, PartyId } from '../domain/index.ts';
import type { Confidence, QuizResponse, RoundChoice, RoundMove } from '../quiz/index.ts';
import type { PracticeOptions } from '../session/index.ts';
import type { ClassDebriefView } from './class-debrief/class-debrief-types.ts';
import type { ClassIntent, ClassView } from './classroom/class-types.ts';
import type { DebriefIntent, DebriefView } from './debrief/debrief-types.ts';
import type { LessonIntent, LessonsView } from './lessons/lesson-types.ts';
import type { LiveIntent, LiveJoinView, LiveView } from './live/live-types.ts';
import type { ModelCardView } from './model-card-types.ts';
import type { OverlapView } from './overlap-types.ts';
import type { QuizOfferView, RoundView } from './round-types.ts';
import type { ReadingLevel } from './run-history.ts';
import type { PracticeSetupView, TableView } from './table-types.ts';
import type { FactView, Mood, PlayView, SourceView, TermView } from './view-model.ts';

// What the frame around a run may know: screens, saved runs, settings, notices.

export type Screen =
  | 'title'
  | 'setup'
  | 'play'
  | 'table'
  | 'quiz'
  | 'ending'
  | 'debrief'
  | 'notebook'
  | 'sources'
  | 'class-host'
  | 'class-debrief'
  | 'projector'
  | 'class-plan'
  | 'class-join'
  | 'class-play'
  | 'about';

export interface SavedRunView {
  readonly id: string;
  /** When it was last saved, as ISO date-time. */
  readonly savedAt: string;
  readonly language: Language;
  readonly tier: string;
  /** Date in the story and the title of the scene. */
  readonly date: IsoDate;
  readonly sceneTitle: string;
  readonly decisions: number;
  /** Title of the ending, when the run is over. */
  readonly ending?: string;
  /** Set when the run belongs to another scenario of the game: it opens there. */
  readonly scenario?: { readonly id: string; readonly title: string };
  /** Set when the save cannot be opened: the reason. The file itself is kept untouched. */
  readonly problem?: Message;
}

/** A message about something that went wrong or changed, with ways out. Never closes by itself. */
export interface NoticeView {
  readonly id: string;
  readonly tone: 'info' | 'warning' | 'error';
  readonly message: Message;
  /** Long technical detail for a bug report, behind a "details" element. */
  readonly detail?: string;
  readonly actions: readonly { readonly intent: ShellIntent; readonly label: Message }[];
}

export interface SettingsView {
  readonly music: boolean;
  readonly sound: boolean;
  /** Whether the music may tick. */
  readonly ticking: boolean;
  readonly captions: boolean;
  readonly motion: 'system' | 'reduced';
  readonly stage: 'on' | 'off';
  /** How hard the words of the story are. */
  readonly reading: ReadingLevel;
}

/** What the pages around a run say and show of the scenario. */
export interface CoverView {
  readonly lead: string;
  /** The phrase of the lead that is marked. */
  readonly key: string;
  readonly place: string;
  readonly length: string;
  readonly role: string;
  readonly about: string;
  readonly disclaimer: string;
  /** From the outside to the middle. Figures are keys of `assets/art/figures.json`. */
  readonly cast: readonly { readonly figure: string; readonly mood: Mood }[];
  readonly player?: string;
  readonly reporter?: string;
}

/** A scenario of the game on the title page. */
export interface ScenarioCardView {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly place: string;
  /** The one that the page is about. */
  readonly isOpen: boolean;
}

export interface GoalOptionView {
  readonly id: string;
  readonly label: string;
}

export interface ShellView {
  readonly screen: Screen;
  /** False when there is no scenario: nothing can be started, only tried again. */
  readonly isPlayable: boolean;
  readonly language: Language;
  /** Every language of the game with its own name. */
  readonly languages: readonly { readonly id: Language; readonly name: string }[];
  readonly scenarioTitle: string;
  /** All scenarios of the game; empty when there is no other to choose. */
  readonly scenarios: readonly ScenarioCardView[];
  /** Whether the language has words of the reading level "easy". */
  readonly hasEasyTexts: boolean;
  /** Missing while there is no scenario. */
  readonly cover?: CoverView;
  readonly tiers: readonly { readonly id: string; readonly name: string; readonly about: string }[];
  /** What the setup page shows as chosen: by the player, else what the address asked for. */
  readonly preset: { readonly tier: string; readonly goal?: string; readonly seed?: number };
  readonly goalQuestion: string;
  readonly goals: readonly GoalOptionView[];
  readonly savedRuns: readonly SavedRunView[];
  readonly settings: SettingsView;
  readonly notices: readonly NoticeView[];
  /** Text of the last sound, while captions are on. */
  readonly caption?: Message;
  /** True while the scenario or a run is being loaded. */
  readonly isBusy: boolean;
  /** False while a run is open that would not outlive it if the page were loaded again. */
  readonly isReloadSafe: boolean;
  readonly play?: PlayView;
  /** While the open run is played by a class at the projector, on its pages. */
  readonly classroom?: ClassView;
  /** Of a class at the projector, on its page; missing until it is loaded. */
  readonly classDebrief?: ClassDebriefView;
  /** While this device is in a live room; the run on its pages is that of the room. */
  readonly live?: LiveView;
  /** On the page on which the code of a room is entered; missing until it is loaded. */
  readonly joining?: LiveJoinView;
  /** On the debrief screen; missing until it is loaded. */
  readonly debrief?: DebriefView;
  /** Of the debrief, as the player or the history of the browser named it; the first one when missing. */
  readonly chapter?: string;
  /** The picture of the scene on screen, if it has one. */
  readonly overlap?: OverlapView;
  /** The table that is open on the table screen: of the run, or for practice. */
  readonly table?: TableView;
  /** What the practice table offers; on the table screen outside a run. */
  readonly practice?: PracticeSetupView;
  /** What the quiz offers outside a run; missing where there are no questions. */
  readonly quizOffer?: QuizOfferView;
  /** The round of questions on screen, or the page on which one is chosen; on the quiz screen outside a run. */
  readonly round?: RoundView;
  /** Whether the scenario has plans for lessons. */
  readonly hasLessons: boolean;
  /** On the page of the plans. */
  readonly lessons?: LessonsView;
  /** Of the negotiation model; missing while there is no scenario. */
  readonly modelCard?: ModelCardView;
  /** The whole library: for the sources and notebook screens. */
  readonly library: {
    readonly sources: readonly SourceView[];
    readonly facts: readonly FactView[];
    readonly terms: readonly TermView[];
  };
}

/** What is chosen on the setup page before a run starts. */
export interface SetupChoice {
  readonly tier?: string;
  readonly goal?: string;
}

/** All a player can do. `app` turns these into session intents, screens and storage. */
export type ShellIntent =
  | DebriefIntent
  | ClassIntent
  | LessonIntent
  | LiveIntent
  | { readonly type: 'screen.open'; readonly screen: Screen }
  | { readonly type: 'screen.back' }
  /** Opens a chapter of the debrief. */
  | { readonly type: 'debrief.open'; readonly chapter: string }
  /** Opens the title page of another scenario, or a saved run in it. */
  | { readonly type: 'scenario.open'; readonly id: string; readonly run?: string }
  | { readonly type: 'language.set'; readonly language: Language }
  | { readonly type: 'settings.set'; readonly settings: Partial<SettingsView> }
  /** Chooses on the setup page; other pages may be opened from there and left again. */
  | { readonly type: 'setup.set'; readonly setup: SetupChoice }
  | { readonly type: 'run.start'; readonly tier: string; readonly goal: string; readonly seed?: number }
  | { readonly type: 'run.open'; readonly id: string }
  | { readonly type: 'run.delete'; readonly id: string }
  | { readonly type: 'run.export'; readonly id?: string }
  /** Text of a save file the player picked. */
  | { readonly type: 'run.import'; readonly text: string }
  | { readonly type: 'run.undo' }
  | { readonly type: 'run.rewind'; readonly decision: number }
  | { readonly type: 'choice.take'; readonly scene: string; readonly choice: string }
  | { readonly type: 'scene.continue'; readonly scene: string }
  | {
      readonly type: 'quiz.answer';
      readonly item: string;
      readonly response: QuizResponse;
      readonly confidence: Confidence;
    }
  | { readonly type: 'quiz.skip'; readonly item: string }
  /** Opens the page of the fact quiz. */
  | { readonly type: 'round.open' }
  | ({ readonly type: 'round.start' } & RoundChoice)
  /** A code of an earlier final test, as it was typed in outside a debrief. */
  | { readonly type: 'round.retest'; readonly code: string }
  | { readonly type: 'round.move'; readonly move: RoundMove }
  /** Chooses an option on a line of the open table; other lines follow where a rule demands it. */
  | { readonly type: 'table.set'; readonly issue: IssueId; readonly option: OptionId }
  /** Takes back the change of one line. */
  | { readonly type: 'table.undo'; readonly issue: IssueId }
  /** Lays a whole contract on the table: a counter-offer, a suggestion. Nothing is proposed yet. */
  | { readonly type: 'table.lay'; readonly offer: Readonly<Record<IssueId, OptionId>> }
  | { readonly type: 'table.propose'; readonly turn: number }
  /** Take it or leave it: a no ends the table. */
  | { readonly type: 'table.final'; readonly turn: number }
  /** Accepts the counter-offer. */
  | { readonly type: 'table.accept'; readonly turn: number }
  | { readonly type: 'table.ask'; readonly turn: number; readonly party: PartyId }
  | { readonly type: 'table.leave'; readonly turn: number }
  /** Looks for the nearest contract that all would accept. */
  | { readonly type: 'table.search' }
  /** Opens the practice table, or begins anew there with other settings. */
  | {
      readonly type: 'practice.start';
      readonly options?: Partial<PracticeOptions>;
      /** A contract to lay on the table. */
      readonly offer?: Readonly<Record<IssueId, OptionId>>;
    }
  | { readonly type: 'notice.close'; readonly id: string }
  | { readonly type: 'page.reload' };
