import { useState } from 'preact/hooks';
import { MAX_SEED } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { TierCards } from '../parts/tier-cards.tsx';

/** Why no room was opened, where there is something to do about it. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'server-missing': 'missing',
  'too-many-attempts': 'many',
  draining: 'draining',
};

/** How a class can play, and the start at the projector. */
export function ClassHostScreen() {
  const { view, send } = useDom();
  const t = useWords();
  const { play, preset } = view;
  const [tier, setTier] = useState(preset.tier);
  const [seed, setSeed] = useState(preset.seed === undefined ? '' : String(preset.seed));
  const setting = { tier, ...(seed === '' ? {} : { seed: Number.parseInt(seed, 10) }) };
  const start = () => send({ type: 'class.start', ...setting });
  return (
    <PageFrame name="class-host" title={t('class.title')} lead={t('class.lead')}>
      <div class="class-host">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            start();
          }}
        >
          <fieldset class="setup__group">
            <legend>{t('setup.length')}</legend>
            <TierCards tier={tier} onChoose={setTier} />
          </fieldset>
          <label class="class-host__seed">
            <span>{t('class.seed')}</span>
            <input
              type="number"
              name="seed"
              inputMode="numeric"
              min="0"
              max={MAX_SEED}
              step="1"
              value={seed}
              aria-describedby="seed-about"
              onInput={(event) => setSeed(event.currentTarget.value)}
            />
          </label>
          <p id="seed-about" class="class-host__note">
            {t('class.seed.about')}
          </p>
          <div class="class-host__ways">
            <section class="class-way" aria-labelledby="class-live">
              <h2 id="class-live">{t('class.live')}</h2>
              <p class="class-host__about">{t('class.live.about')}</p>
              <Button
                action="live-open"
                kind="primary"
                icon="users-three"
                takesOneClick
                onPress={() => send({ type: 'live.open', ...setting })}
              >
                {t('class.live.open')}
              </Button>
              <Button
                action="live-door"
                kind="quiet"
                onPress={() => send({ type: 'screen.open', screen: 'class-join' })}
              >
                {t('class.live.join')}
              </Button>
              <p class="class-way__problem" role="alert">
                {view.joining?.isOpening &&
                  view.joining.problem !== undefined &&
                  t('class.live.problem', { code: PROBLEMS[view.joining.problem] ?? 'other' })}
              </p>
            </section>
            <section class="class-way" aria-labelledby="class-projector">
              <h2 id="class-projector">{t('class.projector')}</h2>
              <p class="class-host__about">{t('class.projector.about')}</p>
              <div class="ways">
                <button type="submit" class="button button--primary" data-action="class-start">
                  <Icon name="play" />
                  <span class="button__text">{t('class.start')}</span>
                </button>
                {play && play.state !== 'ended' && (
                  <Button action="class-open" onPress={() => send({ type: 'class.open' })}>
                    {t('class.open')}
                  </Button>
                )}
              </div>
            </section>
          </div>
        </form>
        <section aria-labelledby="class-devices">
          <h2 id="class-devices">{t('class.devices')}</h2>
          <p class="class-host__about">{t('class.devices.about')}</p>
        </section>
        {view.hasLessons && (
          <section aria-labelledby="class-lessons">
            <h2 id="class-lessons">{t('about.lessons')}</h2>
            <p class="class-host__about">{t('class.lessons.about')}</p>
            <Button
              action="lesson-plans"
              icon="file-text"
              onPress={() => send({ type: 'screen.open', screen: 'class-plan' })}
            >
              {t('class.lessons')}
            </Button>
          </section>
        )}
      </div>
    </PageFrame>
  );
}
