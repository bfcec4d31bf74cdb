import type { Problem } from '../core/domain/index.ts';
import type { Lessons, LessonTexts, Scenario } from '../core/scenario/index.ts';
import { block, type TextBlock } from './text-blocks.ts';
import { blockProblems, differences } from './text-check.ts';

/** The words of lesson plans: missing and superfluous ones, marks, lengths, and the same in every language. */
export function lessonTextProblems(scenario: Scenario, { plans, texts }: Lessons): readonly Problem[] {
  const languages = Object.entries(texts);
  const blocks = new Map(languages.map(([language, words]) => [language, lessonBlocks(words, language)]));
  return [
    ...languages.flatMap(([language, words]) => idProblems(scenario, { plans, words, language })),
    ...promptProblems(scenario, texts),
    ...blockProblems(scenario, blocks),
  ];
}

function lessonBlocks({ plans, objectives, materials, prompts }: LessonTexts, language: string): TextBlock[] {
  const file = `lessons.${language}.yaml`;
  return [
    ...Object.entries(plans).flatMap(([id, { title, goal, phases }]) => [
      block('headline', file, `plans.${id}.title`, title, []),
      block('lesson', file, `plans.${id}.goal`, goal),
      ...Object.entries(phases).flatMap(([phase, words]) => {
        const path = `plans.${id}.phases.${phase}`;
        return [
          block('headline', file, `${path}.title`, words.title, []),
          block('lesson', file, `${path}.teacher`, words.teacher),
          block('lesson', file, `${path}.pupils`, words.pupils),
          block('lesson', file, `${path}.short`, words.short),
        ];
      }),
    ]),
    ...Object.entries(objectives).map(([id, text]) => block('prompt', file, `objectives.${id}`, text, [])),
    ...Object.entries(materials).map(([id, text]) => block('prompt', file, `materials.${id}`, text, [])),
    ...Object.entries(prompts).flatMap(([scene, list]) =>
      list.map((text, index) => block('prompt', file, `prompts.${scene}[${index}]`, text, [])),
    ),
  ];
}

function idProblems(
  { scenes }: Scenario,
  {
    plans,
    words,
    language,
  }: { readonly plans: Lessons['plans']; readonly words: LessonTexts; readonly language: string },
): readonly Problem[] {
  const file = `lessons.${language}.yaml`;
  const keys = (value: object) => Object.keys(value);
  const each = (of: (plan: Lessons['plans'][number]) => readonly string[]) => [...new Set(plans.flatMap(of))];
  const talkedOf = each(({ phases }) => phases.flatMap((phase) => phase.scenes));
  const known = scenes.map(({ id }) => id);
  return [
    ...differences(
      file,
      'plans',
      each(({ id }) => [id]),
      keys(words.plans),
    ),
    ...plans.flatMap(({ id, phases }) => {
      const own = words.plans[id];
      const wanted = phases.map((phase) => phase.id);
      return own ? differences(file, `plans.${id}.phases`, wanted, keys(own.phases)) : [];
    }),
    ...differences(
      file,
      'objectives',
      each(({ objectives }) => objectives),
      keys(words.objectives),
    ),
    ...differences(
      file,
      'materials',
      each(({ materials }) => materials),
      keys(words.materials),
    ),
    ...talkedOf
      .filter((scene) => known.includes(scene) && words.prompts[scene] === undefined)
      .map((scene) => ({
        code: 'missing-prompts',
        file,
        path: 'prompts',
        message: `A phase talks of scene "${scene}", but there are no prompts for it. Add one to three questions.`,
      })),
    ...keys(words.prompts)
      .filter((scene) => !known.includes(scene))
      .map((scene) => ({
        code: 'unknown-scene',
        file,
        path: `prompts.${scene}`,
        message: `There is no scene "${scene}". Remove its prompts or fix the id.`,
      })),
  ];
}

/** Every language asks the same number of questions about the same scenes. */
function promptProblems({ manifest }: Scenario, texts: Lessons['texts']): readonly Problem[] {
  const [first = '', ...others] = manifest.languages;
  const countsOf = (language: string) => {
    const prompts = Object.entries(texts[language]?.prompts ?? {});
    return new Map(prompts.map(([scene, list]) => [scene, list.length]));
  };
  const original = countsOf(first);
  return others.flatMap((language) => {
    if (!texts[language] || !texts[first]) return [];
    const own = countsOf(language);
    return [...new Set([...original.keys(), ...own.keys()])]
      .filter((scene) => own.get(scene) !== original.get(scene))
      .map((scene) => ({
        code: 'prompts-differ',
        file: `lessons.${language}.yaml`,
        path: own.has(scene) ? `prompts.${scene}` : 'prompts',
        message: `Scene "${scene}" has ${own.get(scene) ?? 0} prompts here and ${original.get(scene) ?? 0} in lessons.${first}.yaml. Give both the same.`,
      }));
  });
}
