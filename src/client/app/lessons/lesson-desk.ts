import { failure, type Language, type Result, success } from '../../../core/domain/index.ts';
import { type Lessons, parseLessons, type Scenario } from '../../../core/scenario/index.ts';
import {
  type LessonClock,
  type LessonIntent,
  type LessonsView,
  moveClock,
  parseClock,
  presentLessons,
  startClock,
} from '../../../core/view-model/index.ts';
import type { LessonLinkOptions } from './lesson-link.ts';

// Loaded when the plans are opened.

/** Holds the plans and the clock of the lesson. The clock outlives a reload, and ends with the tab. */
export interface LessonDesk {
  /** The same object as long as nothing has changed. */
  viewOf(language: Language): LessonsView;
  send(intent: LessonIntent): void;
}

/** Where the clock is kept. */
const KEY = 'letztes-gebot/lesson';

/** Problems: `lessons-missing` when the plans cannot be fetched, and those of `parseLessons`. Never rejects. */
export async function openLessonDesk(options: LessonLinkOptions): Promise<Result<LessonDesk>> {
  const { scenario, ports, update } = options;
  const loaded = await loadLessons(scenario);
  if (!loaded.ok) return loaded;
  const lessons = loaded.value;
  const key = `${KEY}/${scenario.manifest.id}`;
  let clock = keptClock(ports.tab.read(key), lessons);
  let last:
    | { readonly language: Language; readonly clock: typeof clock; readonly view: LessonsView }
    | undefined;

  const set = (next: LessonClock | undefined): void => {
    clock = next;
    ports.tab.write(key, next && JSON.stringify(next));
    update({});
  };
  return success({
    viewOf: (language) => {
      if (last?.language === language && last.clock === clock) return last.view;
      const view = { ...presentLessons(scenario, lessons, language), ...(clock ? { clock } : {}) };
      last = { language, clock, view };
      return view;
    },
    send: (intent) => {
      const now = ports.now().getTime();
      if (intent.type === 'lesson.end') return set(undefined);
      if (intent.type === 'lesson.move') return clock && set(moveClock(clock, intent.move, now));
      const plan = lessons.plans.find(({ id }) => id === intent.plan);
      if (plan) set(startClock(plan, now));
    },
  });
}

function keptClock(text: string | undefined, { plans }: Lessons): LessonClock | undefined {
  try {
    return text === undefined ? undefined : parseClock(JSON.parse(text), plans);
  } catch {
    return undefined;
  }
}

async function loadLessons({ manifest }: Scenario): Promise<Result<Lessons>> {
  let value: unknown;
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}scenarios/${manifest.id}.lessons.json`);
    if (!response.ok) return missing(`${response.status} ${response.statusText}`);
    value = await response.json();
  } catch (error) {
    return missing(String(error));
  }
  const lessons = parseLessons(value);
  if (!lessons.ok) return lessons;
  return lessons.value.scenario === manifest.id ? lessons : missing(lessons.value.scenario);
}

function missing(message: string): Result<never> {
  return failure({ code: 'lessons-missing', path: '', message });
}
