import { Dialog } from './dialog.tsx';
import type { Overlay } from './env.ts';
import { useDom, useWords } from './env.ts';
import { FactButtons } from './fact-buttons.tsx';
import { FactDetails } from './fact-details.tsx';
import { ModelCard } from './model-card.tsx';
import { SettingsForm } from './settings-form.tsx';

/** The one thing that lies above the page: a source, a term or the settings. */
export function OverlayDialog({
  overlay,
  onClose,
}: {
  readonly overlay: Overlay;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { view } = useDom();
  switch (overlay.kind) {
    case 'fact': {
      const { number, fact } = overlay;
      const title = number === undefined ? t('fact.title') : t('fact.titleNumber', { number });
      return (
        <Dialog name="fact" title={title} eyebrow={t('fact.eyebrow')} onClose={onClose}>
          <FactDetails fact={fact} />
        </Dialog>
      );
    }
    case 'term': {
      // The same term in the language of the page, should the player switch while it is open.
      const term = view.library.terms.find((it) => it.id === overlay.term.id) ?? overlay.term;
      return (
        <Dialog name="term" title={term.term} eyebrow={t('term.eyebrow')} onClose={onClose}>
          <p class="term-short">{term.short}</p>
          {term.example && (
            <>
              <h3 class="small-heading">{t('term.example')}</h3>
              <p class="term-example">
                {term.example}
                <FactButtons facts={term.facts} />
              </p>
            </>
          )}
        </Dialog>
      );
    }
    case 'model':
      return (
        <Dialog
          name="model"
          title={view.modelCard?.words?.title ?? t('card.open')}
          eyebrow={t('card.eyebrow')}
          onClose={onClose}
        >
          <ModelCard place="dialog" />
        </Dialog>
      );
    case 'settings':
      return (
        <Dialog name="settings" title={t('settings.title')} onClose={onClose}>
          <SettingsForm onLeave={onClose} />
        </Dialog>
      );
  }
}
