import '../../../src/client/dom/styles/fonts.css';
import '../../../src/client/dom/styles/tokens.css';
import './page.css';
import { mountStage, type Stage, type StageOptions } from '../../../src/client/stage/index.ts';
import type { PlayView } from '../../../src/core/view-model/index.ts';
import { fixtureView } from '../views.ts';

// The stage without the game: for tests and benchmarks that need to see its frames and choose its renderer.

export type ViewName = 'before' | 'after';

export interface StagePage {
  mount(options?: StageOptions): Promise<void>;
  stage(): Stage;
  show(name: ViewName): void;
  /**
   * Waits until `frames` frames of the page in a row have drawn nothing; resolves to all it has drawn so
   * far. Rejects when the stage never rests.
   */
  asleep(frames: number): Promise<number>;
  /** Lets the page go on for some frames; resolves to the milliseconds between them. */
  watch(frames: number): Promise<readonly number[]>;
  /** The same, while the stage moves all the time. */
  move(frames: number): Promise<readonly number[]>;
}

declare global {
  interface Window {
    stagePage: StagePage;
  }
}

/** Time between two views: shorter than the longest movement, so that the stage never rests. */
const VIEW_MS = 250;
/** No movement takes as long. */
const MAX_FRAMES = 600;

const views = viewsOf(fixtureView('play', 'en').play);
let mounted: Stage | undefined;

const stage = (): Stage => {
  if (!mounted) throw new Error('mount the stage first');
  return mounted;
};

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

async function intervals(frames: number, onFrame: (now: number) => void): Promise<readonly number[]> {
  const times: number[] = [];
  for (let last = await nextFrame(); times.length < frames; ) {
    onFrame(last);
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
}

window.stagePage = {
  mount: async (options) => {
    const host = document.getElementById('host');
    if (!host) throw new Error('the page has no host');
    mounted = await mountStage(host, options);
    mounted.show(views.before);
  },
  stage,
  show: (name) => stage().show(views[name]),
  asleep: async (frames) => {
    for (let quiet = 0, all = 0, drawn = stage().framesDrawn; quiet < frames; all += 1) {
      if (all > MAX_FRAMES) throw new Error(`the stage still draws after ${MAX_FRAMES} frames of the page`);
      await nextFrame();
      quiet = stage().framesDrawn === drawn ? quiet + 1 : 0;
      drawn = stage().framesDrawn;
    }
    return stage().framesDrawn;
  },
  watch: (frames) => intervals(frames, () => {}),
  move: (frames) => {
    let shownAt = Number.NEGATIVE_INFINITY;
    let next: ViewName = 'after';
    return intervals(frames, (now) => {
      if (now - shownAt < VIEW_MS) return;
      shownAt = now;
      stage().show(views[next]);
      next = next === 'after' ? 'before' : 'after';
    });
  },
};

/** Two views between which everything moves that can: faces, the speaker, lines, stamps, the calendar. */
function viewsOf(play: PlayView | undefined): Readonly<Record<ViewName, PlayView>> {
  if (!play) throw new Error('the fixture has no play');
  const { masthead, parties, relations, stamps } = play;
  const tomorrow = '2020-09-15';
  return {
    before: play,
    after: {
      ...play,
      masthead: {
        ...masthead,
        date: tomorrow,
        days: masthead.days.map((day) => ({
          ...day,
          isPast: day.date < tomorrow,
          isToday: day.date === tomorrow,
        })),
      },
      parties: parties.map((party) => ({
        ...party,
        mood: party.mood === 'pleased' ? 'worried' : 'pleased',
        approval: 5 - party.approval,
        isSpeaking: party.id === 'W',
      })),
      relations: relations.map((relation) => ({
        ...relation,
        style: relation.style === 'open' ? 'tense' : 'open',
      })),
      stamps: [...stamps, { id: 'page-stamp', party: 'O', text: 'SIGNED', tone: 'good' }],
    },
  };
}
