import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LiveRoomView, LiveView } from '../../../core/view-model/index.ts';
import { timeMark } from '../classroom/use-timer.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { SettingsButton } from '../parts/page-frame.tsx';
import { wordOf } from './code-words.ts';
import { LiveCards } from './live-cards.tsx';
import { TeamBar } from './team-bar.tsx';

/** Around each page of a live room: its code, how this device stands to it, what the teacher says to all. */
export function LiveFrame({
  live,
  children,
}: {
  readonly live: LiveView;
  readonly children: ComponentChildren;
}) {
  const { room, seat } = live;
  return (
    <>
      <LiveBar room={room} />
      {seat && seat.stage !== 'closed' && <LiveCards cards={room.cards} />}
      {seat?.team && ['run', 'table', 'team-quiz'].includes(seat.stage) && <TeamBar team={seat.team} />}
      {children}
    </>
  );
}

function LiveBar({ room }: { readonly room: LiveRoomView }) {
  const { send } = useDom();
  const t = useWords();
  const { connection, refused, waiting } = room;
  return (
    <section class="live-bar" aria-label={t('live.frame')} data-room={room.code}>
      <p class="live-bar__who">
        <span class="live-bar__code">{t('live.bar.code', { code: room.code })}</span>
        {room.name !== undefined && room.name !== '' && (
          <b class="live-bar__name" data-name>
            {room.name}
          </b>
        )}
      </p>
      <div class="live-bar__said" role="status" data-connection={connection}>
        <p>
          <Icon name={connection === 'online' ? 'check-circle' : 'warning'} />{' '}
          {t('live.connection', { state: connection, waiting, isHost: room.role })}
        </p>
        {refused !== undefined && (
          <p class="live-bar__refused" data-refused={refused}>
            {t('live.refused', { code: wordOf(refused) })}
          </p>
        )}
      </div>
      {room.timer && <TimeLeft key={room.timer.endsAt} {...room.timer} />}
      <div class="live-bar__tools">
        <Button
          action="live-leave"
          kind="bar"
          icon="x"
          label={t('live.leave')}
          onPress={() => send({ type: 'live.leave' })}
        />
        <SettingsButton />
      </div>
    </section>
  );
}

const TICK_MS = 250;

/** Time that the teacher has started. It ends nothing by itself. */
function TimeLeft({ endsAt, seconds }: NonNullable<LiveRoomView['timer']>) {
  const t = useWords();
  const [left, setLeft] = useState(() => endsAt - Date.now());
  useEffect(() => {
    const tick = setInterval(() => setLeft(endsAt - Date.now()), TICK_MS);
    return () => clearInterval(tick);
  }, [endsAt]);
  const whole = Math.max(0, Math.ceil(left / 1000));
  const mark = timeMark(seconds * 1000, left);
  return (
    <p class="live-time" data-over={left <= 0}>
      <span role="timer" aria-label={t('live.time')}>
        {Math.floor(whole / 60)}:{String(whole % 60).padStart(2, '0')}
      </span>
      {/* Changes four times: only then there is something to hear. */}
      <span class={left <= 0 ? 'live-time__over' : 'visually-hidden'} role="status">
        {t('live.time.said', { mark })}
      </span>
    </p>
  );
}
