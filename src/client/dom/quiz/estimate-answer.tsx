import { useState } from 'preact/hooks';
import { useWords } from '../parts/env.ts';
import type { TaskOf } from './quiz-text.ts';

interface EstimateAnswerProps {
  readonly task: TaskOf<'estimate'>;
  readonly onChange: (response: number | undefined) => void;
}

/** A number, by slider or by typing it. Nothing is chosen until the player touches one of them. */
export function EstimateAnswer({ task, onChange }: EstimateAnswerProps) {
  const t = useWords();
  const { min, max, step, unit } = task;
  const [text, setText] = useState('');
  const value = Number(text);
  const isInRange = text.trim() !== '' && value >= min && value <= max;
  const set = (words: string) => {
    setText(words);
    const number = Number(words);
    onChange(words.trim() !== '' && number >= min && number <= max ? number : undefined);
  };
  return (
    <div class="estimate" data-touched={isInRange}>
      <div class="estimate__row">
        <span class="estimate__end">{t('quiz.estimate.value', { value: min, unit })}</span>
        <input
          type="range"
          class="estimate__slider"
          aria-label={t('quiz.estimate.slider')}
          aria-valuetext={isInRange ? t('quiz.estimate.value', { value, unit }) : t('quiz.estimate.none')}
          min={min}
          max={max}
          step={step}
          value={isInRange ? value : (min + max) / 2}
          onInput={(event) => set(event.currentTarget.value)}
        />
        <span class="estimate__end">{t('quiz.estimate.value', { value: max, unit })}</span>
      </div>
      <label class="estimate__number">
        <span>{t('quiz.estimate.number')}</span>
        <input
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          value={text}
          aria-invalid={text.trim() !== '' && !isInRange ? 'true' : undefined}
          aria-describedby="estimate-range"
          onInput={(event) => set(event.currentTarget.value)}
        />
        <span>{unit}</span>
      </label>
      <p id="estimate-range" class="estimate__range">
        {t('quiz.estimate.range', { min, max, unit })}
      </p>
    </div>
  );
}
