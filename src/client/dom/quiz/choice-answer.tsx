import type { QuizResponse } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';
import { LETTERS, plainWords, type TaskOf } from './quiz-text.ts';

interface ChoiceAnswerProps {
  readonly task: TaskOf<'choice'>;
  readonly response: QuizResponse | undefined;
  readonly onChange: (response: string) => void;
}

/** One of several options, as buttons. */
export function ChoiceAnswer({ task, response, onChange }: ChoiceAnswerProps) {
  const t = useWords();
  return (
    <ol class="options" aria-label={t('quiz.options')}>
      {task.options.map(({ id, text }, index) => (
        <li key={id}>
          <button
            type="button"
            class="option"
            data-option={id}
            aria-pressed={response === id}
            onClick={() => onChange(id)}
          >
            <span class="option__key" aria-hidden="true">
              {LETTERS[index]}
            </span>
            <span class="option__text">{plainWords(text)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
