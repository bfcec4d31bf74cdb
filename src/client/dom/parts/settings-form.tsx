import type { SettingsView } from '../../../core/view-model/index.ts';
import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';

type SwitchName = 'music' | 'ticking' | 'sound' | 'captions';
const SWITCHES: readonly SwitchName[] = ['music', 'ticking', 'sound', 'captions'];

export function SettingsForm({ onLeave }: { readonly onLeave: () => void }) {
  const { view, send } = useDom();
  const t = useWords();
  const { settings } = view;
  const set = (change: Partial<SettingsView>) => send({ type: 'settings.set', settings: change });
  const goTo = (screen: 'title' | 'sources' | 'about' | 'notebook') => () => {
    onLeave();
    send({ type: 'screen.open', screen });
  };
  const isInRun = view.screen !== 'title' && view.play !== undefined;
  return (
    <div class="settings">
      <fieldset class="settings__group">
        <legend>{t('settings.hearing')}</legend>
        {SWITCHES.map((name) => (
          <label key={name} class="switch">
            <input
              type="checkbox"
              name={`setting-${name}`}
              checked={settings[name]}
              onChange={(event) => set({ [name]: event.currentTarget.checked })}
            />
            <span class="switch__text">
              <b>{t(`settings.${name}`)}</b>
              <span>{t(`settings.${name}.about`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="settings__group">
        <legend>{t('settings.seeing')}</legend>
        <label class="switch">
          <input
            type="checkbox"
            name="setting-stage"
            checked={settings.stage === 'on'}
            onChange={(event) => set({ stage: event.currentTarget.checked ? 'on' : 'off' })}
          />
          <span class="switch__text">
            <b>{t('settings.stage')}</b>
            <span>{t('settings.stage.about')}</span>
          </span>
        </label>
        <label class="switch">
          <input
            type="checkbox"
            name="setting-motion"
            checked={settings.motion === 'reduced'}
            onChange={(event) => set({ motion: event.currentTarget.checked ? 'reduced' : 'system' })}
          />
          <span class="switch__text">
            <b>{t('settings.motion')}</b>
            <span>{t('settings.motion.about')}</span>
          </span>
        </label>
        <ReadingSwitch />
      </fieldset>
      <LanguageChoice />
      {isInRun && (
        <div class="settings__ways">
          <Button action="notebook" icon="notebook" onPress={goTo('notebook')}>
            {t('nav.notebook')}
          </Button>
          <Button action="sources" icon="books" onPress={goTo('sources')}>
            {t('nav.sources')}
          </Button>
          <Button action="about" icon="info" onPress={goTo('about')}>
            {t('nav.about')}
          </Button>
          <Button action="save-file" icon="download-simple" onPress={() => send({ type: 'run.export' })}>
            {t('run.export')}
          </Button>
          <Button action="title" icon="house" onPress={goTo('title')}>
            {t('nav.title')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The reading level of the story: a switch takes effect at once, in the middle of a scene too. */
export function ReadingSwitch() {
  const { view, send } = useDom();
  const t = useWords();
  if (!view.hasEasyTexts) return null;
  return (
    <label class="switch">
      <input
        type="checkbox"
        name="setting-reading"
        checked={view.settings.reading === 'easy'}
        onChange={(event) =>
          send({
            type: 'settings.set',
            settings: { reading: event.currentTarget.checked ? 'easy' : 'standard' },
          })
        }
      />
      <span class="switch__text">
        <b>{t('settings.reading')}</b>
        <span>{t('settings.reading.about')}</span>
      </span>
    </label>
  );
}

/** Languages as radio buttons: one is always on, and a switch takes effect at once. */
export function LanguageChoice() {
  const { view, send } = useDom();
  const t = useWords();
  return (
    <fieldset class="settings__group settings__languages">
      <legend>{t('settings.language')}</legend>
      <div class="pill-row">
        {view.languages.map(({ id, name }) => (
          <label key={id} class="pill" lang={id}>
            <input
              type="radio"
              name="language"
              value={id}
              checked={view.language === id}
              onChange={() => send({ type: 'language.set', language: id })}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
