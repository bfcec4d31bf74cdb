// Loaded ahead, so that no test waits for what the game fetches on the way.
import '../../../src/client/app/classroom/class-work.ts';
import '../../../src/client/app/lessons/lesson-desk.ts';
import '../../../src/client/app/live/live-desk.ts';
import '../../../src/client/app/quiz-memory.ts';
import '../../../src/core/quiz/retest-code.ts';
import '../../../src/core/quiz/spacing.ts';
import '../../../src/core/view-model/debrief/debrief-view.ts';
import '../../../src/core/view-model/round-view.ts';
import { createGame, type Game, type GameOptions, type GamePorts } from '../../../src/client/app/index.ts';
import type { AskedRoom } from '../../../src/client/app/live/live-link.ts';
import type { LiveWorld } from '../../../src/client/app/live/live-world.ts';
import type { PageHistory, Place } from '../../../src/client/app/page-history.ts';
import { DEFAULT_SETTINGS } from '../../../src/client/app/settings.ts';
import { createWork } from '../../../src/client/app/work/work.ts';
import { createWorkDesk, type WorkDesk } from '../../../src/client/app/work/work-desk.ts';
import { createMemoryStore, type RunStore } from '../../../src/client/storage/index.ts';
import type { Result } from '../../../src/core/domain/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';

/** A browser history in a list, with the back button. */
export function createHistory(
  places: Place[] = [],
): PageHistory & { pressBack(): void; readonly dropped: string[] } {
  let move: (place: Place | undefined) => void = () => {};
  const history = {
    dropped: [] as string[],
    dropParameter: (name: string) => void history.dropped.push(name),
    setParameter: () => {},
    current: () => places.at(-1),
    push: (place: Place) => void places.push(place),
    replace: (place: Place) => void places.splice(-1, 1, place),
    back: () => {
      if (places.length < 2) return false;
      history.pressBack();
      return true;
    },
    onMove: (listener: typeof move) => {
      move = listener;
    },
    pressBack: () => {
      places.pop();
      move(places.at(-1));
    },
  };
  return history;
}

export interface World {
  readonly store: RunStore;
  readonly history: ReturnType<typeof createHistory>;
  readonly downloads: string[];
  /** The same and other files, with what they are called. */
  readonly files: {
    readonly name: string;
    readonly content: string | Uint8Array<ArrayBuffer>;
    readonly type: string;
  }[];
  readonly copied: string[];
  readonly isClipboardBlocked?: boolean;
  /** Where the game is open. */
  readonly address?: string;
  /** Other scenarios for which the player left. */
  readonly left: { readonly scenario: string; readonly run?: string; readonly save?: unknown }[];
  /** What the tab keeps. */
  readonly tab: Map<string, string>;
  readonly isOffline?: boolean;
  /** Settings and wishes from outside. */
  readonly options?: Partial<GameOptions>;
  readonly loadLanguage?: GamePorts['loadLanguage'];
  readonly work?: WorkDesk;
  /** A server of live rooms. */
  readonly live?: LiveWorld;
}

/** A desk that can do only what is given here. */
export function createDeskWith(given: Partial<WorkDesk>): WorkDesk {
  const notAsked = () => Promise.reject(new Error('not asked'));
  return {
    overlap: notAsked,
    nearest: notAsked,
    debrief: notAsked,
    classDeals: notAsked,
    warmUp: () => {},
    dispose: () => {},
    ...given,
  };
}

/** Works in the page, as where there are no workers. */
function createTestWork(scenario: Scenario): WorkDesk {
  return createWorkDesk({
    scenario,
    startWorker: () => {
      throw new Error('there are no workers here');
    },
    loadWork: () => Promise.resolve(createWork),
    pause: () => Promise.resolve(),
  });
}

export function createWorld(change: Partial<World> = {}): World {
  return {
    store: { ...createMemoryStore(), isPersistent: true },
    history: createHistory(),
    downloads: [],
    files: [],
    copied: [],
    left: [],
    tab: new Map(),
    ...change,
  };
}

let ids = 0;
let seconds = 0;
export async function open(world: World, shared?: Result<string>, room?: AskedRoom): Promise<Game> {
  const ports: GamePorts = {
    store: world.store,
    history: world.history,
    now: () => new Date(Date.UTC(2026, 10, 24) + ++seconds * 1000),
    randomSeed: () => 7,
    newId: () => `run-${++ids}`,
    download: (name, content, type = 'application/json') => {
      world.files.push({ name, content, type });
      if (typeof content === 'string') world.downloads.push(content);
    },
    copyText: async (text) => {
      if (world.isClipboardBlocked) throw new Error('not allowed');
      world.copied.push(text);
    },
    address: () => world.address ?? 'https://game.example/?lang=de&stage=off&seed=3#main',
    reload: () => {},
    leaveFor: async (scenario, what) => {
      if (world.isOffline) throw new Error('cannot be packed');
      world.left.push({ scenario, ...what });
    },
    work: world.work ?? createTestWork(world.options?.scenario ?? miniWithTexts),
    loadLiveWorld: async () => {
      if (!world.live) throw new Error('no rooms in this test');
      return world.live;
    },
    loadLateWords: () => (world.isOffline ? Promise.reject(new Error('offline')) : Promise.resolve()),
    tab: {
      read: (key) => world.tab.get(key),
      write: (key, text) => void (text === undefined ? world.tab.delete(key) : world.tab.set(key, text)),
    },
    loadLanguage:
      world.loadLanguage ??
      (() => (world.isOffline ? Promise.reject(new Error('offline')) : Promise.resolve(() => {}))),
  };
  const languages = [
    { id: 'en', name: 'English' },
    { id: 'de', name: 'Deutsch' },
  ];
  const game = createGame(
    {
      scenario: miniWithTexts,
      scenarios: [],
      language: 'en',
      languages,
      settings: DEFAULT_SETTINGS,
      ...world.options,
    },
    ports,
  );
  await game.restore(shared, room);
  return game;
}

/** Lets saving and loading come to an end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export async function started(world: World): Promise<Game> {
  const game = await open(world);
  game.send({ type: 'screen.open', screen: 'setup' });
  game.send({ type: 'run.start', tier: 'starter', goal: 'talk' });
  await settled();
  return game;
}

/** A run that is over, on its ending page: always the first way, and no question answered. */
export async function playedOut(world: World): Promise<Game> {
  return playOn(await started(world));
}

/** Takes the first way to the end. */
export async function playOn(game: Game): Promise<Game> {
  for (let steps = 0; game.view().screen !== 'ending' && steps < 100; steps += 1) {
    const { play, table } = game.view();
    const [scene, quiz] = [play?.scene, play?.quiz];
    const choice = scene?.choices[0];
    if (table) game.send({ type: 'table.final', turn: table.turn });
    else if (quiz?.state === 'question') game.send({ type: 'quiz.skip', item: quiz.item });
    else if (play?.state === 'decide' && choice)
      game.send({ type: 'choice.take', scene: scene?.id ?? '', choice: choice.id });
    else game.send({ type: 'scene.continue', scene: scene?.id ?? '' });
  }
  await settled();
  return game;
}

export const noticeIds = (game: Game): readonly string[] => game.view().notices.map(({ id }) => id);
