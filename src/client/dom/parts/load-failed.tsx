import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';
import { focusHeading } from './focus-heading.ts';

/** In place of what could not be loaded: what happened, another try, and ways out. */
export function LoadFailed({
  onRetry,
  wayOut,
}: {
  readonly onRetry: () => void;
  /** Where the page before is no way out. */
  readonly wayOut?: ComponentChildren;
}) {
  const { view, send } = useDom();
  const t = useWords();
  const retry = () => {
    // The button goes with the words: the focus stays on the page.
    focusHeading();
    onRetry();
  };
  return (
    <>
      <p role="status">{t('problem.offline-chunk')}</p>
      <div class="ways">
        <Button action="retry" kind="primary" onPress={retry}>
          {t('notice.retry')}
        </Button>
        {wayOut ?? (
          <Button action="leave" onPress={() => send({ type: 'screen.back' })}>
            {t('nav.back')}
          </Button>
        )}
        {/* Some browsers keep a failed piece until the page is loaded again. */}
        {view.isReloadSafe && (
          <Button action="reload" kind="quiet" onPress={() => send({ type: 'page.reload' })}>
            {t('notice.reload')}
          </Button>
        )}
      </div>
    </>
  );
}
