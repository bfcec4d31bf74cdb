import type { Problem } from '../domain/index.ts';
import type { LessonPlan } from './lesson-schema.ts';
import { createLookup } from './lookup.ts';
import type { Scenario } from './scenario.ts';

/** What is wrong with the structure of lesson plans: ids, scenes, and minutes that do not add up. */
export function lessonLinkProblems(scenario: Scenario, plans: readonly LessonPlan[]): readonly Problem[] {
  const lookup = createLookup(scenario);
  const at = lookup.in('lessons.yaml');
  const scenes = scenario.scenes.map(({ id }) => id);
  at.unique('plans', plans);
  plans.forEach(({ id, minutes, phases }, plan) => {
    const path = `plans[${plan}].phases`;
    at.unique(path, phases);
    const sum = phases.reduce((total, phase) => total + phase.minutes, 0);
    if (sum !== minutes)
      at.add(
        'lesson-minutes',
        path,
        `The phases of "${id}" last ${sum} minutes together, the lesson ${minutes}. Make them add up.`,
      );
    phases.forEach((phase, index) =>
      phase.scenes.forEach((scene, place) => {
        if (!scenes.includes(scene)) at.unknown('scene', scene, scenes, `${path}[${index}].scenes[${place}]`);
      }),
    );
  });
  return lookup.problems();
}
