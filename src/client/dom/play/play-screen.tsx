import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { PlayView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { ContractSheet } from './contract-sheet.tsx';
import { Feedback } from './feedback.tsx';
import { Footnotes } from './footnotes.tsx';
import { PartyStrip } from './party-strip.tsx';
import { RunHead } from './run-head.tsx';
import { KeyTerms, News, Perspectives, Scene, SceneStory, SpeakerFigure } from './scene.tsx';
import { StageHost } from './stage-host.tsx';

export function PlayScreen({ play }: { readonly play: PlayView }) {
  const { view, send } = useDom();
  const t = useWords();
  const [tab, setTab] = useState<'scene' | 'contract'>('scene');
  const { scene, feedback } = play;
  /** The scene itself is on the page, not yet what followed from the decision. */
  const isOpen = scene !== undefined && play.state !== 'feedback';
  const step = `${scene?.id} ${play.state}`;
  // On a phone the contract lies over the scene: what is new must never wait behind it.
  useLayoutEffect(() => setTab('scene'), [step]);
  useNumberKeys();
  return (
    <div class="play" data-tab={tab} data-state={play.state}>
      <RunHead masthead={play.masthead} />
      <div class="play__stage">
        <StageHost />
        <PartyStrip parties={play.parties} />
      </div>
      <main id="main" class="play__main" tabIndex={-1} data-new="then" aria-busy={view.isBusy}>
        {scene && (
          <article
            key={scene.id}
            class={`scene scene--${scene.kind}`}
            data-scene={scene.id}
            data-kind={scene.kind}
            data-has-speaker={scene.speaker !== undefined}
          >
            <div class="scene__words">
              {play.state === 'feedback' && feedback ? (
                <>
                  {feedback.isFirstSight ? (
                    <SceneStory scene={scene} />
                  ) : (
                    <SpeakerFigure speaker={scene.speaker} />
                  )}
                  <Feedback feedback={feedback} scene={scene.id} />
                </>
              ) : (
                <Scene scene={scene} />
              )}
              <div class="scene__more">
                {isOpen && <KeyTerms ids={scene.terms} />}
                <UndoButton />
              </div>
            </div>
          </article>
        )}
      </main>
      <div class="play__side">
        {isOpen && <News news={scene.news} />}
        {isOpen && <Perspectives perspectives={scene.perspectives} />}
        <aside class="play__contract" aria-label={t('contract.eyebrow')}>
          <ContractSheet contract={play.contract} />
        </aside>
      </div>
      <div class="play__notes">
        <Footnotes facts={play.footnotes} />
      </div>
      <nav class="tabs" aria-label={t('nav.tabs')}>
        <Tab name="scene" icon="chats" isOn={tab === 'scene'} onPress={() => setTab('scene')}>
          {t('nav.scene')}
        </Tab>
        <Tab name="contract" icon="file-text" isOn={tab === 'contract'} onPress={() => setTab('contract')}>
          {t('nav.contract', { count: play.contract.agreedCount, all: play.contract.lines.length })}
        </Tab>
        <Tab
          name="notebook"
          icon="notebook"
          onPress={() => send({ type: 'screen.open', screen: 'notebook' })}
        >
          {t('nav.notebook')}
        </Tab>
        <SettingsTab />
      </nav>
    </div>
  );
}

/** A digit goes to the answer of that number. It never takes it: that would be too easily done by mistake. */
function useNumberKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
      if (event.target instanceof HTMLInputElement || document.querySelector('dialog[open]')) return;
      document
        .querySelectorAll<HTMLElement>('[data-choice]')
        .item(Number(event.key) - 1)
        ?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

interface TabProps {
  readonly name: string;
  readonly icon: string;
  readonly isOn?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

function Tab({ name, icon, isOn, onPress, children }: TabProps) {
  return (
    <button type="button" class="tab" data-action={`tab-${name}`} aria-pressed={isOn} onClick={onPress}>
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  );
}

function SettingsTab() {
  const { open } = useDom();
  const t = useWords();
  return (
    <Tab name="settings" icon="list" onPress={() => open({ kind: 'settings' })}>
      {t('nav.menu')}
    </Tab>
  );
}
