import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import {
  KNOWLEDGE_LEVELS,
  type PracticeOptions,
  type PracticeSetupView,
} from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { withCounterpart, withTrack } from './practice-options.ts';

interface PracticeSetupProps {
  readonly setup: PracticeSetupView;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Who sits opposite, when, and how much is known. Nothing happens before the button is pressed. */
export function PracticeSetup({ setup, isOpen, onToggle }: PracticeSetupProps) {
  const { view, send } = useDom();
  const t = useWords();
  const [options, setOptions] = useState<PracticeOptions>(setup.chosen);
  const change = (more: Partial<PracticeOptions>) => setOptions({ ...options, ...more });
  const counterparts = setup.counterparts[options.track] ?? [];
  return (
    <details class="fold practice" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary id="practice-setup">{t('practice.setup')}</summary>
      <form
        class="practice__form"
        onSubmit={(event) => {
          event.preventDefault();
          // The panel closes over its button: the focus waits at its head, or goes on to the new table.
          document.getElementById('practice-setup')?.focus();
          onToggle(false);
          send({ type: 'practice.start', options });
        }}
      >
        <p class="practice__lead">{t('practice.lead')}</p>
        <Choice
          name="track"
          label={t('practice.track')}
          value={options.track}
          onChange={(track) => setOptions(withTrack(options, track, setup))}
        >
          {setup.tracks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice
          name="counterpart"
          label={t('practice.counterpart')}
          value={options.counterpart ?? ''}
          onChange={(counterpart) => setOptions(withCounterpart(options, counterpart))}
        >
          {counterparts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{t('practice.nobody')}</option>
        </Choice>
        <Choice
          name="phase"
          label={t('practice.phase')}
          value={options.phase}
          onChange={(phase) => change({ phase })}
        >
          {setup.phases.map(({ id, name, date }) => (
            <option key={id} value={id}>
              {t('practice.phaseOption', { date: dateWords(view.language, date, 'long'), name })}
            </option>
          ))}
        </Choice>
        <Choice
          name="tier"
          label={t('practice.tier')}
          value={options.tier}
          onChange={(tier) => change({ tier })}
        >
          {view.tiers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <fieldset class="practice__knowledge">
          <legend>{t('practice.knowledge')}</legend>
          <div class="pill-row">
            {KNOWLEDGE_LEVELS.map((knowledge) => (
              <label key={knowledge} class="pill">
                <input
                  type="radio"
                  name="knowledge"
                  value={knowledge}
                  checked={options.knowledge === knowledge}
                  onChange={() => change({ knowledge })}
                />
                <span>{t('practice.knowledgeLevel', { level: knowledge })}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <label class="switch practice__suit">
          <input
            type="checkbox"
            name="own-suit"
            checked={options.hasOwnSuit}
            onChange={(event) => change({ hasOwnSuit: event.currentTarget.checked })}
          />
          <span class="switch__text">
            {t('practice.suit')} <span>{t('practice.suit.about')}</span>
          </span>
        </label>
        <button type="submit" class="button button--primary" data-action="practice-start">
          <Icon name="play" />
          <span class="button__text">{t('practice.start')}</span>
        </button>
      </form>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

function Choice({ name, label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div class="practice__choice">
      <label for={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
