import type { MastheadView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { SettingsButton } from '../parts/page-frame.tsx';
import { Masthead } from './masthead.tsx';

/** The head of every page of a run: where the story stands, and the tools. */
export function RunHead({ masthead }: { readonly masthead: MastheadView }) {
  const { view, send } = useDom();
  const t = useWords();
  const { sound, music } = view.settings;
  const isOn = sound || music;
  return (
    <header class="masthead">
      <Masthead masthead={masthead} />
      <nav class="masthead__tools" aria-label={t('nav.tools')}>
        <Button
          action="notebook"
          kind="bar"
          icon="notebook"
          label={t('nav.notebook')}
          onPress={() => send({ type: 'screen.open', screen: 'notebook' })}
        />
        <Button
          action="sound"
          kind="bar"
          icon={isOn ? 'speaker-high' : 'speaker-slash'}
          label={t('nav.sound')}
          isPressed={isOn}
          onPress={() => send({ type: 'settings.set', settings: { sound: !isOn, music: !isOn } })}
        />
        <SettingsButton />
      </nav>
    </header>
  );
}
