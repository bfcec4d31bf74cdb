import { type EnteredCode, type TestResult, tallyOf } from '../quiz/index.ts';
import type { QuizItem, Scenario } from '../scenario/index.ts';
import type { RetestView, TestView } from './debrief/learning-types.ts';

/** Items of a test, in the order in which they are asked. */
export function formItems({ quiz, manifest }: Scenario, form: 'pre' | 'post'): readonly QuizItem[] {
  return manifest.tests[form].flatMap((id) => quiz.find((item) => item.id === id) ?? []);
}

export function presentTest(
  scenario: Scenario,
  form: 'pre' | 'post',
  { right, count, day, answers }: TestResult,
): TestView {
  return {
    right,
    count,
    ...(day === undefined ? {} : { day }),
    ...(answers ? { tally: tallyOf(formItems(scenario, form), answers) } : {}),
  };
}

/** A code that was typed in, beside the final test of this device where that is newer. */
export function presentRetest(
  scenario: Scenario,
  entered: EnteredCode,
  latest: TestResult | undefined,
): RetestView {
  if ('problem' in entered)
    return { state: 'problem', ...entered, problem: entered.problem.replace('retest-', '') };
  const { day, pre, post } = entered.result;
  const isNewer = latest?.day !== undefined && latest.day > day;
  return {
    state: 'known',
    text: entered.text,
    day,
    ...(pre ? { pre } : {}),
    ...(post ? { post } : {}),
    ...(isNewer ? { now: presentTest(scenario, 'post', latest) } : {}),
  };
}
