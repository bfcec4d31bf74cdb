import type { Scenario } from '../../core/scenario/index.ts';
import type { GameState } from './game-state.ts';
import { type Page, type PageHistory, placeOf } from './page-history.ts';
import { openPractice } from './practice-desk.ts';
import type { Ticket, Tickets } from './tickets.ts';

export interface PageDeskOptions {
  readonly scenario: Scenario;
  readonly history: PageHistory;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  readonly places: Tickets;
  /** What brings the code that a page is still without. */
  readonly missingFor: (page: Page) => ((ticket: Ticket) => Promise<unknown>) | undefined;
  readonly refreshRuns: () => Promise<void>;
  /** The page of the live room whose run is open. */
  readonly roomPage: () => Page | undefined;
}

/** Goes from page to page. A run of a live room is shown on the page of the room. */
export interface PageDesk {
  /** Draws a page that the history stands at already. */
  enter(page: Page, change?: Partial<GameState>): Promise<void>;
  /** Goes to a page: the back button leads here again. */
  show(page: Page, change?: Partial<GameState>): void;
}

/** Where one is when a page cannot be had. */
const INSTEAD: Partial<Record<Page, Page>> = {
  debrief: 'run',
  'class-debrief': 'run',
  'class-plan': 'about',
};

export function createPageDesk(options: PageDeskOptions): PageDesk {
  const { scenario, history, state, update, places } = options;
  const pageFor = (page: Page, { run }: Partial<GameState>): Page =>
    page === 'run' && (run ?? state().run)?.isOfRoom ? (options.roomPage() ?? page) : page;
  const enter: PageDesk['enter'] = async (asked, change = {}) => {
    const page = pageFor(asked, change);
    // After a reload the practice table stands as at first: nothing of it is kept.
    const practice = page === 'practice' && !state().practice ? openPractice(scenario) : undefined;
    const bring = options.missingFor(page);
    if (bring) {
      const ticket = places.draw();
      const isThere = (await bring(ticket)) !== undefined;
      // Who has gone elsewhere meanwhile stays there.
      if (!ticket.isWanted()) return;
      const instead = INSTEAD[page] ?? 'title';
      if (!isThere) {
        history.replace(placeOf(instead, { ...state(), ...change }));
        return enter(instead, change);
      }
    }
    update({ ...(practice?.ok ? { practice: practice.value } : {}), ...change, page });
    // Other tabs save too.
    if (page === 'title') await options.refreshRuns();
  };
  return {
    enter,
    show: (asked, change = {}) => {
      const page = pageFor(asked, change);
      places.draw();
      // Who opens the debrief anew begins with its first chapter.
      const arriving = { chapter: undefined, ...change };
      history.push(placeOf(page, { ...state(), ...arriving }));
      void enter(page, arriving);
    },
  };
}
