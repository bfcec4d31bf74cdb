import type { ComponentChildren } from 'preact';
import type { LiveView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

/** Around each page of a live room: its code, how this device stands to it, the way out. */
export function LiveFrame({
  live: { room },
  children,
}: {
  readonly live: LiveView;
  readonly children: ComponentChildren;
}) {
  const { send } = useDom();
  const t = useWords();
  return (
    <>
      <section class="live-bar" aria-label={t('live.frame')} data-room={room.code}>
        <p class="live-bar__code">
          {t('live.code')} <b>{room.code}</b>
        </p>
        <p class="live-bar__connection" role="status" data-connection={room.connection}>
          {t('live.connection', { state: room.connection })}
        </p>
        <Button action="live-leave" kind="quiet" icon="x" onPress={() => send({ type: 'live.leave' })}>
          {t('live.leave')}
        </Button>
      </section>
      {children}
    </>
  );
}
