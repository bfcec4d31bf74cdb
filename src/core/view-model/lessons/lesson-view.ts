import type { Language } from '../../domain/index.ts';
import type { LessonPlan, Lessons, Scenario } from '../../scenario/index.ts';
import { createFootnotes, parseProse, plainText } from '../prose.ts';
import { textsOf } from '../run-history.ts';
import { lessonPromptsFor } from './lesson-prompts.ts';
import type { LessonPhaseView, LessonPlanView, LessonsView, ScenePromptsView } from './lesson-types.ts';

/** All plans in a language; the clock is added by whoever holds it. */
export function presentLessons(
  scenario: Scenario,
  lessons: Lessons,
  language: Language,
): Omit<LessonsView, 'clock'> {
  const words = lessons.texts[language] ?? Object.values(lessons.texts)[0];
  if (!words) return { plans: [], prompts: [] };
  const texts = textsOf(scenario, language);
  const asked: readonly ScenePromptsView[] = scenario.scenes.flatMap(({ id, date }) => {
    const prompts = lessonPromptsFor(texts, words, id);
    return prompts.length === 0
      ? []
      : [{ scene: id, date, title: plainText(texts.scenes[id]?.title ?? id), prompts }];
  });
  return {
    plans: lessons.plans.flatMap((plan) => presentPlan(plan, { words, asked, facts: texts.facts })),
    prompts: asked,
  };
}

function presentPlan(
  plan: LessonPlan,
  {
    words,
    asked,
    facts,
  }: {
    readonly words: Lessons['texts'][string];
    readonly asked: readonly ScenePromptsView[];
    readonly facts: Readonly<Record<string, string>>;
  },
): readonly LessonPlanView[] {
  const own = words.plans[plan.id];
  if (!own) return [];
  const footnotes = createFootnotes();
  const prose = (text = '') => parseProse(text, footnotes);
  const goal = prose(own.goal);
  let start = 0;
  const phases: LessonPhaseView[] = [];
  for (const { id, kind, minutes, scenes } of plan.phases) {
    const phase = own.phases[id];
    phases.push({
      id,
      kind,
      start,
      minutes,
      title: plainText(phase?.title ?? id),
      teacher: prose(phase?.teacher),
      pupils: prose(phase?.pupils),
      short: prose(phase?.short),
      prompts: asked.filter(({ scene }) => scenes.includes(scene)),
    });
    start += minutes;
  }
  return [
    {
      id: plan.id,
      mode: plan.mode,
      minutes: plan.minutes,
      title: plainText(own.title),
      goal,
      objectives: plan.objectives.map((id) => ({ id, text: plainText(words.objectives[id] ?? id) })),
      materials: plan.materials.map((id) => plainText(words.materials[id] ?? id)),
      phases,
      cited: footnotes
        .cited()
        .map((fact, index) => ({ number: index + 1, fact, text: plainText(facts[fact] ?? fact) })),
    },
  ];
}
