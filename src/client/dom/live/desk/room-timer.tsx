import { useEffect, useState } from 'preact/hooks';
import type { LiveRoomView } from '../../../../core/view-model/index.ts';
import { timeMark } from '../../classroom/use-timer.ts';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../parts/env.ts';
import { useCommand } from './use-room.ts';

const MINUTES = [1, 2, 3, 5, 10];
const MINUTE_SECONDS = 60;
const SECOND_MS = 1000;
const TICK_MS = 250;

/** The teacher starts it, every device shows it, and nothing ends by itself. */
export function RoomTimer({ timer }: { readonly timer: LiveRoomView['timer'] }) {
  const t = useWords();
  const command = useCommand();
  const [minutes, setMinutes] = useState(2);
  return (
    <fieldset class="room-timer" aria-label={t('live.desk.timer')}>
      {timer ? (
        <TimeLeft timer={timer} />
      ) : (
        <select
          class="class-timer__length"
          aria-label={t('live.desk.timer.length')}
          value={minutes}
          onChange={(event) => setMinutes(Number(event.currentTarget.value))}
        >
          {MINUTES.map((count) => (
            <option key={count} value={count}>
              {t('live.desk.timer.minutes', { minutes: count })}
            </option>
          ))}
        </select>
      )}
      {/* One button that changes its act: the focus stays. */}
      <Button
        action="room-timer"
        icon={timer ? 'x' : 'hourglass-medium'}
        onPress={() =>
          command(timer ? { type: 'timer.stop' } : { type: 'timer.start', seconds: minutes * MINUTE_SECONDS })
        }
      >
        {t(timer ? 'live.desk.timer.stop' : 'live.desk.timer.start')}
      </Button>
    </fieldset>
  );
}

/** What is left on the clock, for the eye; for the ear only the marks. */
export function TimeLeft({ timer }: { readonly timer: NonNullable<LiveRoomView['timer']> }) {
  const t = useWords();
  const { endsAt, seconds } = timer;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const tick = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(tick);
  }, [endsAt]);
  const leftMs = Math.max(0, endsAt - now);
  const left = Math.ceil(leftMs / SECOND_MS);
  const clock = `${Math.floor(left / MINUTE_SECONDS)}:${String(left % MINUTE_SECONDS).padStart(2, '0')}`;
  return (
    <span class="room-timer__clock" data-over={leftMs === 0}>
      <span class="class-timer__left" role="timer" data-over={leftMs === 0}>
        {clock}
      </span>
      <span class="visually-hidden" role="status">
        {t('live.desk.timer.said', { mark: timeMark(seconds * SECOND_MS, leftMs) })}
      </span>
    </span>
  );
}
