import type { FactId, IsoDate } from '../../domain/index.ts';
import type { Prose } from '../view-model.ts';
import type { ClockMove, LessonClock } from './lesson-clock.ts';

/** Plans for a lesson, for the teacher. */
export interface LessonsView {
  readonly plans: readonly LessonPlanView[];
  /** Scenes of the game with questions to talk about, in order of date. */
  readonly prompts: readonly ScenePromptsView[];
  /** The lesson that is being held. Its plan is one of the plans. */
  readonly clock?: LessonClock;
}

export interface LessonPlanView {
  readonly id: string;
  readonly mode: string;
  readonly minutes: number;
  readonly title: string;
  readonly goal: Prose;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  readonly materials: readonly string[];
  readonly phases: readonly LessonPhaseView[];
  /** Facts cited in the plan, by the number at the sentence. */
  readonly cited: readonly { readonly number: number; readonly fact: FactId; readonly text: string }[];
}

export interface LessonPhaseView {
  readonly id: string;
  readonly kind: string;
  /** Minute of the lesson in which it begins, from 0. */
  readonly start: number;
  readonly minutes: number;
  readonly title: string;
  readonly teacher: Prose;
  readonly pupils: Prose;
  /** What to do instead when time runs short. */
  readonly short: Prose;
  readonly prompts: readonly ScenePromptsView[];
}

export interface ScenePromptsView {
  readonly scene: string;
  readonly title: string;
  readonly date: IsoDate;
  readonly prompts: readonly string[];
}

export type LessonIntent =
  /** Starts the clock of a plan. */
  | { readonly type: 'lesson.start'; readonly plan: string }
  | { readonly type: 'lesson.move'; readonly move: ClockMove }
  | { readonly type: 'lesson.end' };
