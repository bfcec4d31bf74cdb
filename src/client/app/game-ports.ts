import type { Language } from '../../core/domain/index.ts';
import type { RunStore } from '../storage/index.ts';
import type { LateArea } from './languages.ts';
import type { LiveWorld } from './live/live-world.ts';
import type { PageHistory } from './page-history.ts';
import type { WorkDesk } from './work/work-desk.ts';

/** The world around the game: everything that is not the same twice. */
export interface GamePorts {
  readonly store: RunStore;
  readonly history: PageHistory;
  readonly now: () => Date;
  readonly randomSeed: () => number;
  readonly newId: () => string;
  /** Hands over a file: JSON, unless `type` names another media type. */
  readonly download: (fileName: string, content: string | Uint8Array<ArrayBuffer>, type?: string) => void;
  /** Rejects where the page may not write to the clipboard. */
  readonly copyText: (text: string) => Promise<void>;
  /** Where the game is open. */
  readonly address: () => string;
  readonly reload: () => void;
  /**
   * Leaves for another scenario of the game: its title page, a run that is kept, a save to be opened there, or a
   * live room by its code.
   * Rejects when the save cannot go along; then the page stays.
   */
  readonly leaveFor: (
    scenario: string,
    what: { readonly run?: string; readonly save?: unknown; readonly room?: string },
  ) => Promise<void>;
  /** Loads the words of a language, and resolves to what puts them to use; rejects when they cannot be had. */
  readonly loadLanguage: (language: Language) => Promise<() => void>;
  /** Brings words that do not come with the first page, in its language; rejects when they cannot be had. */
  readonly loadLateWords: (area: LateArea) => Promise<void>;
  /** Brings the server of live rooms; rejects when its code cannot be had. */
  readonly loadLiveWorld: () => Promise<LiveWorld>;
  /** What this tab keeps until it is closed, a reload included; where nothing can be kept, nothing is. */
  readonly tab: {
    readonly read: (key: string) => string | undefined;
    readonly write: (key: string, text: string | undefined) => void;
  };
  /** Judges whole tables and plays runs again, beside the page. */
  readonly work: WorkDesk;
}
