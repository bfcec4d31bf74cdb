import type { Prose, QuizTaskView } from '../../../core/view-model/index.ts';

export type TaskOf<K extends QuizTaskView['kind']> = Extract<QuizTaskView, { readonly kind: K }>;

/** The words of an answer without marks: those would be controls within a control. The explanation has them. */
export function plainWords(prose: Prose): string {
  return prose.map((segment) => (segment.kind === 'fact' ? '' : segment.text)).join('');
}

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
