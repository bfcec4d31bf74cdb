import type { Screen } from '../../core/view-model/index.ts';

/**
 * Pages of the game. `run` shows play, table, quiz or ending, as the run stands; `debrief` the same while the run is
 * not over. `class-play` is a pupil's device in a live room, whatever the room does; `class-projector` its projector.
 * `class-debrief` is of a class at the projector: rooms have theirs on the pages of the room.
 */
export const PAGES = [
  'title',
  'setup',
  'run',
  'debrief',
  'practice',
  'round',
  'notebook',
  'sources',
  'class-plan',
  'about',
  'class-host',
  'class-join',
  'class-play',
  'class-projector',
  'class-debrief',
] as const;
export type Page = (typeof PAGES)[number];

/** Whether there is nothing on the page without a run. */
export function isRunPage(page: Page): page is 'run' | 'debrief' | 'class-debrief' {
  return page === 'run' || page === 'debrief' || page === 'class-debrief';
}

/** Where the player is, as kept in the history of the browser: survives a reload. */
export interface Place {
  readonly page: Page;
  readonly run?: string;
  /** Of the debrief; the first one when missing. */
  readonly chapter?: string;
}

/** The browser's history: every page is an entry, so the back button goes one page back. */
export interface PageHistory {
  current(): Place | undefined;
  /** With an address: that of another scenario, which only a reload opens. */
  push(place: Place, address?: string): void;
  replace(place: Place): void;
  /** Goes back if there is an entry of this game; says whether it did. `onMove` follows. */
  back(): boolean;
  onMove(listener: (place: Place | undefined) => void): void;
  /** Takes a parameter out of the address; the place stays. */
  dropParameter(name: string): void;
  setParameter(name: string, value: string): void;
}

interface Entry extends Place {
  readonly depth: number;
}

/** `isHere`: whether the address is still one of this page, and not of another scenario. */
export function createPageHistory(window: Window, isHere: () => boolean = () => true): PageHistory {
  const read = (): Entry | undefined => parseEntry(window.history.state);
  const depth = () => read()?.depth ?? 0;
  const change = (edit: (parameters: URLSearchParams) => void) => {
    const address = new URL(window.location.href);
    edit(address.searchParams);
    window.history.replaceState(window.history.state, '', address);
  };
  return {
    current: read,
    push: (place, address) =>
      window.history.pushState({ ...place, depth: depth() + 1 } satisfies Entry, '', address),
    replace: (place) => window.history.replaceState({ ...place, depth: depth() } satisfies Entry, ''),
    back: () => {
      if (depth() === 0) return false;
      window.history.back();
      return true;
    },
    onMove: (listener) =>
      window.addEventListener('popstate', () => (isHere() ? listener(read()) : window.location.reload())),
    dropParameter: (name) => change((parameters) => parameters.delete(name)),
    setParameter: (name, value) => change((parameters) => parameters.set(name, value)),
  };
}

/** The state of an entry may come from anything that ran under this address. */
function parseEntry(state: unknown): Entry | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { page, run, chapter, depth }: Readonly<Record<string, unknown>> = { ...state };
  const known = PAGES.find((candidate) => candidate === page);
  if (known === undefined || typeof depth !== 'number') return undefined;
  return {
    page: known,
    depth,
    ...(typeof run === 'string' ? { run } : {}),
    ...(typeof chapter === 'string' ? { chapter } : {}),
  };
}

/** A page of what is open. */
export function placeOf(
  page: Page,
  {
    run,
    chapter,
  }: {
    readonly run?: { readonly id: string; readonly isOfRoom?: true } | undefined;
    readonly chapter?: string | undefined;
  },
): Place {
  return {
    page,
    // The run of a room is kept there.
    ...(run && !run.isOfRoom ? { run: run.id } : {}),
    ...(page === 'debrief' && chapter !== undefined ? { chapter } : {}),
  };
}

/** The page on which a screen is shown. */
export function pageOf(screen: Screen): Page {
  switch (screen) {
    case 'play':
    case 'quiz':
    case 'ending':
    case 'projector':
      return 'run';
    case 'table':
      return 'practice';
    default:
      return screen;
  }
}
