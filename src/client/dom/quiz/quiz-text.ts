import type { Prose, QuizItemView, QuizTaskView } from '../../../core/view-model/index.ts';

export type TaskOf<K extends QuizTaskView['kind']> = Extract<QuizTaskView, { readonly kind: K }>;

/** The words of an answer without marks: those would be controls within a control. The explanation has them. */
export function plainWords(prose: Prose): string {
  return prose.map((segment) => (segment.kind === 'fact' ? '' : segment.text)).join('');
}

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Part of such an answer may be right. */
const WITH_PARTS: ReadonlySet<QuizTaskView['kind']> = new Set(['marks', 'order', 'match']);
const VERDICT_ICONS = { skipped: 'skip-forward', right: 'check-circle', wrong: 'x-circle' } as const;

/** What came of a question: as a class, as a sign, and as the words name it. */
export function verdictOf(quiz: QuizItemView) {
  const verdict = quiz.state === 'skipped' ? 'skipped' : quiz.isCorrect ? 'right' : 'wrong';
  const words = verdict === 'wrong' && WITH_PARTS.has(quiz.task.kind) ? 'partly' : verdict;
  return { verdict, icon: VERDICT_ICONS[verdict], words } as const;
}
