import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { RoomCode, shortAddress } from '../desk/join-card.tsx';
import { RoomTimer } from '../desk/room-timer.tsx';
import { PauseButton } from '../desk/room-tools.tsx';
import type { HeldRoom } from '../desk/use-room.ts';

/** Around the wall of a room: how to come in late, what was laid before everyone, and what the teacher holds. */
export function HostFrame({
  held: { room },
  children,
}: {
  readonly held: HeldRoom;
  readonly children: ComponentChildren;
}) {
  const { view, send } = useDom();
  const t = useWords();
  const isDesk = view.screen === 'class-host';
  if (room.connection === 'closed') return <Closed reason={room.reason ?? ''} />;
  return (
    <>
      {room.connection !== 'online' && (
        <p class="host-line" role="alert" data-connection={room.connection}>
          {t('live.desk.connection', { state: room.connection })}
        </p>
      )}
      {!isDesk && room.cards.length > 0 && !room.isPaused && (
        <section class="wall-cards" aria-label={t('live.desk.cards.out')}>
          {room.cards.map(({ id, text }) => (
            <p key={id} class="wall-cards__card">
              {text}
            </p>
          ))}
        </section>
      )}
      {children}
      {!isDesk && (
        <section class="class-bar" aria-label={t('live.projector.bar')}>
          <p class="late-code">
            <span>{shortAddress(room.address)}</span>
            <RoomCode code={room.code} />
          </p>
          <PauseButton isPaused={room.isPaused} />
          <RoomTimer timer={room.timer} />
          <Button
            action="live-desk"
            kind="quiet"
            icon="list"
            onPress={() => send({ type: 'live.show', page: 'desk' })}
          >
            {t('live.projector.desk')}
          </Button>
        </section>
      )}
    </>
  );
}

/** The room is over for this device. */
function Closed({ reason }: { readonly reason: string }) {
  const { send } = useDom();
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <main id="main" class="wall" tabIndex={-1} data-closed={reason}>
      <h1 class="wall__title" tabIndex={-1} data-heading ref={heading}>
        {t('live.desk.closed', { reason })}
      </h1>
      <p class="wall__lead" role="status">
        {t('live.desk.closed.about', { reason })}
      </p>
      <div class="ways">
        <Button action="live-leave" kind="primary" onPress={() => send({ type: 'live.leave' })}>
          {t('live.desk.closed.back')}
        </Button>
      </div>
    </main>
  );
}
