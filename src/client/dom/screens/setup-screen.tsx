import { useRef, useState } from 'preact/hooks';
import { Figure, Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { LanguageChoice, ReadingSwitch } from '../parts/settings-form.tsx';
import { TierCards } from '../parts/tier-cards.tsx';

/** Language, length and the player's own goal; then the run starts. */
export function SetupScreen() {
  const { view, send } = useDom();
  const t = useWords();
  const { tier, goal, seed } = view.preset;
  const [isGoalMissing, setGoalMissing] = useState(false);
  const goals = useRef<HTMLFieldSetElement>(null);
  const start = () => {
    if (goal === undefined && view.goals.length > 0) {
      setGoalMissing(true);
      goals.current?.querySelector('input')?.focus();
      return;
    }
    send({ type: 'run.start', tier, goal: goal ?? '', ...(seed === undefined ? {} : { seed }) });
  };
  return (
    <PageFrame name="setup" title={t('setup.title')} lead={t('setup.lead')}>
      <form
        class="setup"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <div class="setup__fields">
          <fieldset ref={goals} class="setup__group" aria-describedby="goal-about">
            <legend>
              <span class="step">1</span> {view.goalQuestion}
            </legend>
            <p id="goal-about" class={isGoalMissing ? 'setup__missing' : 'setup__about'}>
              {isGoalMissing && <Icon name="warning" />}
              {isGoalMissing ? t('setup.goalMissing') : t('setup.goalAbout')}
            </p>
            {view.goals.map((option) => (
              <label key={option.id} class="radio-card">
                <input
                  type="radio"
                  name="goal"
                  value={option.id}
                  checked={goal === option.id}
                  onChange={() => {
                    send({ type: 'setup.set', setup: { goal: option.id } });
                    setGoalMissing(false);
                  }}
                />
                <span class="radio-card__text">{option.label}</span>
              </label>
            ))}
          </fieldset>
          <fieldset class="setup__group">
            <legend>
              <span class="step">2</span> {t('setup.length')}
            </legend>
            <TierCards tier={tier} onChoose={(id) => send({ type: 'setup.set', setup: { tier: id } })} />
          </fieldset>
        </div>
        <aside class="setup__side" aria-label={t('setup.side')}>
          <LanguageChoice />
          <ReadingSwitch />
          <div class="setup__role">
            {view.cover?.player && <Figure name={view.cover.player} mood="neutral" />}
            <p>{view.cover?.role}</p>
          </div>
          <button type="submit" class="button button--primary" data-action="start">
            <Icon name="play" />
            <span class="button__text">{t('setup.start')}</span>
          </button>
          {view.quizOffer !== undefined && view.quizOffer.testCount > 0 && (
            <section class="setup__test" aria-labelledby="setup-test">
              <h2 id="setup-test">{t('setup.test')}</h2>
              <p>{t('setup.test.about', { count: view.quizOffer.testCount })}</p>
              <Button
                action="pre-test"
                icon="seal-question"
                onPress={() => send({ type: 'round.start', kind: 'pre' })}
              >
                {t('setup.test.start', { isDone: view.quizOffer.tests.pre ? 'yes' : 'no' })}
              </Button>
            </section>
          )}
          {seed !== undefined && <p class="fine-print">{t('setup.seed', { seed })}</p>}
          <Button action="back" kind="quiet" onPress={() => send({ type: 'screen.back' })}>
            {t('nav.back')}
          </Button>
        </aside>
      </form>
    </PageFrame>
  );
}
