import { Figure } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { JumpLink } from '../parts/jump-link.tsx';
import { ModelButton } from '../parts/model-card.tsx';
import { SettingsButton } from '../parts/page-frame.tsx';
import { Cases } from './cases.tsx';
import { ImportButton, SavedRuns } from './saved-runs.tsx';

export function TitleScreen() {
  const { view, send } = useDom();
  const { cover } = view;
  const t = useWords();
  const open = (screen: 'setup' | 'sources' | 'about' | 'class-host') => () =>
    send({ type: 'screen.open', screen });
  const newest = view.savedRuns
    .filter((run) => !run.problem && !run.scenario && run.ending === undefined)
    .reduce<(typeof view.savedRuns)[number] | undefined>(
      (best, run) => (best && best.savedAt >= run.savedAt ? best : run),
      undefined,
    );
  return (
    <div class="title">
      <header class="ears">
        <p class="ears__left">{t('title.ear.left')}</p>
        <p class="ears__middle">{cover?.place}</p>
        <div class="ears__right">
          <div class="languages" role="group" aria-label={t('settings.language')}>
            {view.languages.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                class="language"
                lang={id}
                data-action="language"
                data-language={id}
                aria-pressed={view.language === id}
                onClick={() => send({ type: 'language.set', language: id })}
              >
                {name}
              </button>
            ))}
          </div>
          <SettingsButton />
        </div>
      </header>
      <main id="main" class="title__main" tabIndex={-1}>
        <div class="title__poster">
          <div class="title__map" aria-hidden="true" />
          <div class="title__words">
            <h1 class="title__name" tabIndex={-1} data-heading>
              {view.scenarioTitle}
            </h1>
            {cover && (
              <p class="title__lead">
                {cover.lead} <mark class="mark">{cover.key}</mark>
              </p>
            )}
            <div class="title__ways" hidden={!view.isPlayable}>
              {newest && (
                <Button
                  action="continue"
                  kind="primary"
                  icon="play"
                  onPress={() => send({ type: 'run.open', id: newest.id })}
                >
                  {t('title.continue')}
                  <span class="button__note">
                    {dateWords(newest.language, newest.date, 'long')} · {newest.sceneTitle}
                  </span>
                </Button>
              )}
              <Button
                action="start"
                kind={newest ? 'plain' : 'primary'}
                {...(newest ? {} : { icon: 'play' })}
                onPress={open('setup')}
              >
                {t('title.start')}
              </Button>
              <Button action="practice" icon="scales" onPress={() => send({ type: 'practice.start' })}>
                {t('title.practice')}
              </Button>
              {view.quizOffer && (
                <Button action="quiz" icon="seal-question" onPress={() => send({ type: 'round.open' })}>
                  {t('title.quiz')}
                  {view.quizOffer.dueCount > 0 && (
                    <span class="button__note">
                      {t('title.quiz.due', { count: view.quizOffer.dueCount })}
                    </span>
                  )}
                </Button>
              )}
              <Button action="class" icon="users-three" onPress={open('class-host')}>
                {t('title.class')}
              </Button>
              <ImportButton />
            </div>
            {view.scenarios.length > 0 && (
              <p class="title__cases">
                <JumpLink to="cases" class="text-link">
                  {t('cases.jump')}
                </JumpLink>
              </p>
            )}
          </div>
          <div class="title__cast" aria-hidden="true">
            <div class="title__sun" />
            {cover?.cast.map(({ figure, mood }, index) => (
              <div key={figure} class="title__figure" style={{ order: placeOf(index, cover.cast.length) }}>
                <Figure name={figure} mood={mood} />
              </div>
            ))}
          </div>
        </div>
        {view.isPlayable && <SavedRuns />}
        <Cases />
      </main>
      <footer class="title__foot" hidden={!view.isPlayable}>
        <p>{cover?.length}</p>
        <p class="title__foot-middle">{t('title.foot.fiction')}</p>
        <nav class="title__foot-ways" aria-label={t('nav.more')}>
          <Button action="sources" kind="quiet" onPress={open('sources')}>
            {t('nav.sources')}
          </Button>
          <ModelButton kind="quiet" />
          <Button action="about" kind="quiet" onPress={open('about')}>
            {t('nav.aboutLong')}
          </Button>
        </nav>
      </footer>
    </div>
  );
}

/** Left and right in turn, so that who comes last stands in the middle, in front of the others. */
function placeOf(index: number, count: number): number {
  return index % 2 === 0 ? index / 2 : count - (index - 1) / 2;
}
