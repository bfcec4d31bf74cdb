import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/author/index.ts';
import { lessonPromptsFor, presentLessons, textsOf } from '../../../src/core/view-model/index.ts';
import { TIKTOK_FOLDER } from '../../support/tiktok.ts';

const read = readScenario(TIKTOK_FOLDER);
const scenario = read.scenario!;
const lessons = read.lessons!;

describe.each(['de', 'en'])('the lesson plans in %s', (language) => {
  const { plans, prompts } = presentLessons(scenario, lessons, language);

  test('have phases that fill their minutes one after the other', () => {
    expect(plans.map(({ mode, minutes }) => [mode, minutes])).toEqual([
      ['solo', 45],
      ['solo', 90],
      ['projector', 45],
      ['projector', 90],
    ]);
    for (const { minutes, phases } of plans) {
      let at = 0;
      for (const phase of phases) {
        expect(phase.start).toBe(at);
        at += phase.minutes;
      }
      expect(at).toBe(minutes);
    }
  });

  test('list the facts that they cite, by the number at the sentence', () => {
    for (const { phases, cited } of plans) {
      const marks = phases.flatMap(({ teacher, pupils, short }) =>
        [...teacher, ...pupils, ...short].flatMap((part) => (part.kind === 'fact' ? [part] : [])),
      );
      expect(marks.length).toBeGreaterThan(0);
      for (const { fact, number } of marks)
        expect(cited).toContainEqual({ fact, number, text: expect.stringMatching(/\w{3}/) });
    }
  });

  test('have questions for every scene of which a phase talks, and for every other one', () => {
    expect(prompts.map(({ scene }) => scene)).toEqual(scenario.scenes.map(({ id }) => id));
    for (const [index, { phases }] of plans.entries())
      for (const [at, phase] of phases.entries())
        expect(phase.prompts.map(({ scene }) => scene).sort()).toEqual(
          [...(lessons.plans[index]?.phases[at]?.scenes ?? [])].sort(),
        );
  });
});

describe('the questions about a scene', () => {
  const texts = textsOf(scenario, 'en');
  const ask = (scene: string) => lessonPromptsFor(texts, lessons.texts.en, scene);

  test('are that of the scene and those of the lessons, as plain questions', () => {
    expect(ask('s12-catalogue')).toEqual([
      texts.scenes['s12-catalogue']?.teacher,
      ...lessons.texts.en!.prompts['s12-catalogue']!,
    ]);
    for (const { id } of scenario.scenes) for (const prompt of ask(id)) expect(prompt).not.toMatch(/[[\]=]/);
  });

  test('are those of the scene where there are no lessons, and none where there is no scene', () => {
    expect(lessonPromptsFor(texts, undefined, 's12-catalogue')).toHaveLength(1);
    expect(ask('nowhere')).toEqual([]);
  });
});
