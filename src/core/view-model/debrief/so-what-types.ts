import type { FactView, Prose } from '../view-model.ts';

// What the chapter of own thoughts may know.

/** Own words on prompts, by id of the prompt. */
export type Notes = Readonly<Record<string, string>>;

/** What this device has of the own words on a run. */
export interface KnownNotes {
  /** Id under which the run is kept. */
  readonly run: string;
  readonly notes: Notes;
  /**
   * `reading` until it is known what was written before, `ready` until something is written now, then `kept`; `lost`
   * where the device keeps nothing beyond this visit.
   */
  readonly state: 'reading' | 'ready' | 'kept' | 'lost';
}

/** A question with the player's own words on it. */
export interface PromptView {
  /** Stable: `ending.<n>` and `always.<n>` from 1, `role.<id>`. */
  readonly id: string;
  readonly text: string;
  /** Empty where nothing is written. */
  readonly note: string;
}

/** A side for which the player may argue. */
export interface RoleView extends PromptView {
  readonly name: string;
  /** The strongest honest case of the side. */
  readonly case: Prose;
}

export interface SoWhatView {
  readonly run: string;
  readonly state: KnownNotes['state'];
  /** Most letters of a note, as a text field counts them. */
  readonly maxLength: number;
  /** Those of the ending; where it has none of its own, the ones after every ending. */
  readonly prompts: readonly PromptView[];
  /** Those after every ending, where the ending has its own too. */
  readonly more: readonly PromptView[];
  readonly roles: readonly RoleView[];
  /** Items of a round about what a source is worth. */
  readonly sourceCount: number;
  /** Facts that the roles cite, in the order of their numbers. */
  readonly footnotes: readonly FactView[];
}
