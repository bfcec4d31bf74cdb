import type { ClassRun } from '../../core/classroom/index.ts';
import type { Language, Message } from '../../core/domain/index.ts';
import type { EnteredCode, QuizDiary, Round } from '../../core/quiz/index.ts';
import type { Scenario } from '../../core/scenario/index.ts';
import type { Practice, Session } from '../../core/session/index.ts';
import type { NoticeView, SettingsView, SetupChoice, ShellView } from '../../core/view-model/index.ts';
import type { StoredValue } from '../storage/index.ts';
import type { Page } from './page-history.ts';
import type { RoundWork } from './round-work.ts';
import type { TableNotes } from './table-desk.ts';

/** A scenario of the game as the build lists it; its rules and scenes are not loaded. */
export interface ListedScenario {
  readonly id: string;
  /** Words of the title page, by language; the first is what other languages fall back to. */
  readonly covers: Readonly<Record<Language, ScenarioCover>>;
  /** Opens by its address only: the title page names it while it is open, and never else. */
  readonly isHidden?: true;
  /** There are plans for lessons with it. */
  readonly hasLessons?: true;
}

export interface ScenarioCover {
  readonly title: string;
  readonly lead: string;
  readonly place: string;
}

/** What is fixed for the whole visit. */
export interface GameOptions {
  readonly scenario: Scenario;
  /** All there are, in the order of the title page, with the open one. */
  readonly scenarios: readonly ListedScenario[];
  readonly language: Language;
  readonly languages: ShellView['languages'];
  readonly settings: SettingsView;
  /** Settings that hold for this visit only, until the player sets them: they are never saved. */
  readonly visitSettings?: Partial<SettingsView>;
  readonly tier?: string;
  readonly seed?: number;
}

/** A run that is open: the session and the name under which it is saved. */
export interface OpenRun {
  readonly id: string;
  readonly session: Session;
  readonly tier: string;
  /** The class that plays it together, or did. */
  readonly classroom?: ClassRun;
  /** It is played and kept in a live room: here it is only shown. */
  readonly isOfRoom?: true;
}

export interface GameState {
  readonly page: Page;
  /** Of the debrief; the first one when missing. */
  readonly chapter?: string | undefined;
  readonly language: Language;
  /** As they are saved. */
  readonly settings: SettingsView;
  readonly visitSettings: Partial<SettingsView>;
  readonly notices: readonly NoticeView[];
  readonly caption?: Message;
  /** Runs and languages that are being loaded. */
  readonly loading: number;
  readonly run?: OpenRun | undefined;
  readonly practice?: Practice;
  readonly tableNotes?: TableNotes;
  /** A code of an earlier final test that was typed in. */
  readonly entered?: EnteredCode;
  /** The round of questions that is open. */
  readonly round?: Round | undefined;
  /** What makes rounds go, once it is loaded. */
  readonly roundWork?: RoundWork;
  /** What this device remembers of the quiz; missing until it is read. */
  readonly diary?: QuizDiary;
  /** Day on which the diary was last asked, as ISO date. */
  readonly today?: string;
  /** What is chosen on the setup page, until a run starts. */
  readonly setup: SetupChoice;
  /** The newest first. */
  readonly stored: readonly StoredValue[];
  /** The store has failed: what is played from now on may be kept nowhere. */
  readonly isStoreLost: boolean;
}
