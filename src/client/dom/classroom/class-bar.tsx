import { useEffect } from 'preact/hooks';
import type { ClassView } from '../../../core/view-model/index.ts';
import { fetchClassDebrief } from '../class-debrief/late-class-debrief.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { focusHeading } from '../parts/focus-heading.ts';
import { timeMark, useTimer } from './use-timer.ts';

/** What the teacher holds at any time: a pause to talk, a timer, the way out. */
export function ClassBar({ classroom }: { readonly classroom: ClassView }) {
  const { view, send } = useDom();
  const t = useWords();
  const { isPaused } = classroom;
  // Once it is open, a class needs no network.
  useEffect(() => {
    fetchClassDebrief().catch(() => {});
  }, []);
  const close = () => {
    send({ type: 'class.close' });
    // The bar goes with its buttons: the focus stays on the page.
    requestAnimationFrame(() => void focusHeading());
  };
  return (
    <section class="class-bar" aria-label={t('class.bar')}>
      <Button
        action="class-pause"
        icon={isPaused ? 'play' : 'chats'}
        onPress={() => send({ type: isPaused ? 'class.resume' : 'class.pause' })}
      >
        {t(isPaused ? 'class.resume' : 'class.pause')}
      </Button>
      <ClassTimer />
      {view.screen !== 'class-debrief' && (
        <Button
          action="class-debrief"
          icon="trend-up"
          onPress={() => send({ type: 'screen.open', screen: 'class-debrief' })}
        >
          {t('class.debrief')}
        </Button>
      )}
      <Button action="class-close" kind="quiet" icon="x" onPress={close}>
        {t('class.close')}
      </Button>
    </section>
  );
}

const MINUTES = [1, 2, 3, 5];
const MINUTE_MS = 60_000;

function ClassTimer() {
  const t = useWords();
  const timer = useTimer(2 * MINUTE_MS);
  const { lengthMs, leftMs, isRunning } = timer;
  const seconds = Math.ceil(leftMs / 1000);
  const isFresh = leftMs === lengthMs && !isRunning;
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <fieldset class="class-timer" aria-label={t('class.timer')}>
      <select
        class="class-timer__length"
        aria-label={t('class.timer.length')}
        value={lengthMs / MINUTE_MS}
        onChange={(event) => timer.reset(Number(event.currentTarget.value) * MINUTE_MS)}
      >
        {MINUTES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('class.timer.minutes', { minutes })}
          </option>
        ))}
      </select>
      <span class="class-timer__left" role="timer" data-over={leftMs === 0}>
        {clock}
      </span>
      {leftMs > 0 && (
        <Button action="timer-start" onPress={isRunning ? timer.pause : timer.start}>
          {t(isRunning ? 'class.timer.pause' : 'class.timer.start')}
        </Button>
      )}
      {!isFresh && (
        <Button action="timer-reset" kind="quiet" onPress={() => timer.reset()}>
          {t('class.timer.reset')}
        </Button>
      )}
      {/* The mark changes four times: only then there is something to hear. */}
      <span class={leftMs === 0 ? 'class-timer__over' : 'visually-hidden'} role="status" data-timer-said>
        {isFresh ? '' : t('class.timer.said', { mark: timeMark(lengthMs, leftMs) })}
      </span>
    </fieldset>
  );
}
