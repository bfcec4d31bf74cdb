import { useState } from 'preact/hooks';
import { useWords } from '../parts/env.ts';
import { plainWords, type TaskOf } from './quiz-text.ts';

interface MatchAnswerProps {
  readonly item: string;
  readonly task: TaskOf<'match'>;
  readonly onChange: (response: Readonly<Record<string, string>> | undefined) => void;
}

/** Each option with a list of what may belong to it. */
export function MatchAnswer({ item, task, onChange }: MatchAnswerProps) {
  const t = useWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const choose = (option: string, target: string) => {
    const next = { ...chosen, [option]: target };
    setChosen(next);
    const isComplete = task.options.every(({ id }) => (next[id] ?? '') !== '');
    onChange(isComplete ? next : undefined);
  };
  return (
    <ul class="match" aria-label={t('quiz.options')}>
      {task.options.map(({ id, text }) => (
        <li key={id} class="match__pair" data-option={id}>
          <label class="match__option" for={`match-${item}-${id}`}>
            {plainWords(text)}
          </label>
          <select
            id={`match-${item}-${id}`}
            class="match__target"
            value={chosen[id] ?? ''}
            onChange={(event) => choose(id, event.currentTarget.value)}
          >
            <option value="">{t('quiz.match.choose')}</option>
            {task.targets.map((target) => (
              <option key={target.id} value={target.id}>
                {target.text}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
