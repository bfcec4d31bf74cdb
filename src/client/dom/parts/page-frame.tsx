import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';

interface PageFrameProps {
  readonly name: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
}

/** The frame of every page that is read rather than played: double rule, title, a way back. */
export function PageFrame({ name, title, lead, children, footer }: PageFrameProps) {
  return (
    <div class={`page page--${name}`}>
      <PageBar />
      <main id="main" class="page__main" tabIndex={-1}>
        <h1 class="page__title" tabIndex={-1} data-heading>
          {title}
        </h1>
        {lead && <p class="page__lead">{lead}</p>}
        {children}
      </main>
      {footer}
    </div>
  );
}

/** Above every page outside a run: the name of the game, a way back, the settings. */
export function PageBar() {
  const { view, send } = useDom();
  const t = useWords();
  return (
    <header class="bar">
      <p class="bar__name">{view.scenarioTitle}</p>
      <div class="bar__tools">
        <Button action="back" kind="quiet" icon="arrow-left" onPress={() => send({ type: 'screen.back' })}>
          {t('nav.back')}
        </Button>
        <SettingsButton />
      </div>
    </header>
  );
}

export function SettingsButton() {
  const { open } = useDom();
  const t = useWords();
  return (
    <Button
      action="settings"
      kind="bar"
      icon="list"
      label={t('nav.settings')}
      opensDialog
      onPress={() => open({ kind: 'settings' })}
    />
  );
}
