import { useState } from 'preact/hooks';
import { useWords } from '../parts/env.ts';
import { plainWords, type TaskOf } from './quiz-text.ts';

interface MarksAnswerProps {
  readonly task: TaskOf<'marks'>;
  readonly onChange: (response: readonly string[] | undefined) => void;
}

/** Any number of options, as checkboxes; at least one is an answer. */
export function MarksAnswer({ task, onChange }: MarksAnswerProps) {
  const t = useWords();
  const [marked, setMarked] = useState<readonly string[]>([]);
  const toggle = (id: string) => {
    const next = task.options
      .map((option) => option.id)
      .filter((other) => (other === id) !== marked.includes(other));
    setMarked(next);
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset class="marks">
      <legend class="visually-hidden">{t('quiz.options')}</legend>
      {task.options.map(({ id, text }) => (
        <label key={id} class="mark-card" data-option={id}>
          <input type="checkbox" checked={marked.includes(id)} onChange={() => toggle(id)} />
          <span class="mark-card__text">{plainWords(text)}</span>
        </label>
      ))}
    </fieldset>
  );
}
