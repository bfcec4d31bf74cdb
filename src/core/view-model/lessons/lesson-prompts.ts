import type { Lessons, ScenarioTexts } from '../../scenario/index.ts';
import { plainText } from '../prose.ts';

/** Open questions for a class about a scene, in a language: those of the scene itself first, then those of the lessons. */
export function lessonPromptsFor(
  { scenes }: Pick<ScenarioTexts, 'scenes'>,
  lessons: Lessons['texts'][string] | undefined,
  scene: string,
): readonly string[] {
  const own = scenes[scene]?.teacher;
  return [...(own === undefined ? [] : [own]), ...(lessons?.prompts[scene] ?? [])].map(plainText);
}
