import {
  type ClockMove,
  type LessonClock,
  type LessonPlanView,
  readClock,
} from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { ScenePrompts } from './scene-prompts.tsx';
import { useNow } from './use-now.ts';

const SECOND_MS = 1000;
const MINUTE_SECONDS = 60;

/** The lesson that is being held: the phase, what is left of it and of the lesson, and what comes next. */
export function LessonClockPanel({
  plan,
  clock,
}: {
  readonly plan: LessonPlanView;
  readonly clock: LessonClock;
}) {
  const { send } = useDom();
  const t = useWords();
  const isRunning = clock.since !== undefined;
  const now = useNow(isRunning);
  // A click comes between two ticks: the clock is never read before it was set.
  const reading = readClock(clock, plan, Math.max(now, clock.since ?? 0));
  const phase = plan.phases[clock.phase];
  const next = plan.phases[clock.phase + 1];
  const isOver = reading.phaseLeftMs <= 0;
  const short = Math.ceil(-reading.spareMs / SECOND_MS / MINUTE_SECONDS);
  if (!phase) return null;
  const move = (way: ClockMove) => () => send({ type: 'lesson.move', move: way });
  return (
    <section
      class="lesson-clock"
      data-clock={isRunning ? 'running' : 'paused'}
      aria-labelledby="lesson-clock"
    >
      <p class="eyebrow">
        {t('lessons.clock.where', { number: clock.phase + 1, count: plan.phases.length, plan: plan.title })}
      </p>
      <h2 id="lesson-clock" class="lesson-clock__phase" tabIndex={-1}>
        {phase.title}
      </h2>
      <div class="lesson-clock__times">
        <TimeLeft of="phase" leftMs={reading.phaseLeftMs} isRunning={isRunning} />
        <TimeLeft of="lesson" leftMs={reading.lessonLeftMs} isRunning={isRunning} />
      </div>
      {clock.phase === 0 && (
        <p id="lesson-first" class="visually-hidden">
          {t('lessons.clock.first')}
        </p>
      )}
      <p id="lesson-next" class="lesson-clock__next">
        {next
          ? t('lessons.clock.next', { title: next.title, minutes: next.minutes })
          : t('lessons.clock.last')}
      </p>
      {/* The paragraph is new with each phase, so that equal words are heard again. */}
      <div role="status" aria-live="polite">
        <p key={`${clock.phase} ${isOver}`} class={isOver ? 'lesson-clock__over' : 'visually-hidden'}>
          {isOver
            ? t('lessons.clock.over', { title: phase.title })
            : t('lessons.clock.announce', { title: phase.title, minutes: phase.minutes })}
        </p>
      </div>
      <div class="lesson-clock__buttons">
        <Button
          action="previous-phase"
          icon="arrow-left"
          {...(clock.phase === 0 ? { blockedBy: 'lesson-first' } : {})}
          onPress={move('previous')}
        >
          {t('lessons.clock.previous')}
        </Button>
        <Button action="pause-lesson" onPress={move(isRunning ? 'pause' : 'resume')}>
          {t('lessons.clock.pause', { isRunning: isRunning ? 'yes' : 'no' })}
        </Button>
        <Button action="add-minute" icon="plus-circle" onPress={move('add-minute')}>
          {t('lessons.clock.add')}
        </Button>
        <Button
          action="next-phase"
          kind="primary"
          iconAfter="arrow-right"
          {...(next ? {} : { blockedBy: 'lesson-next' })}
          onPress={move('next')}
        >
          {t('lessons.clock.forward')}
        </Button>
        <Button action="end-lesson" kind="quiet" onPress={() => send({ type: 'lesson.end' })}>
          {t('lessons.clock.end')}
        </Button>
      </div>
      <div class="lesson-clock__words">
        <div>
          <h3 class="small-heading">{t('lessons.column.teacher')}</h3>
          <p>
            <ProseText prose={phase.teacher} />
          </p>
        </div>
        <div>
          <h3 class="small-heading">{t('lessons.column.pupils')}</h3>
          <p>
            <ProseText prose={phase.pupils} />
          </p>
        </div>
        <div data-short={reading.spareMs < 0 ? 'needed' : 'possible'}>
          <h3 class="small-heading">
            {reading.spareMs < 0 ? t('lessons.clock.short', { minutes: short }) : t('lessons.column.short')}
          </h3>
          <p>
            <ProseText prose={phase.short} />
          </p>
        </div>
      </div>
      {phase.prompts.length > 0 && (
        <details key={phase.id} class="lesson-clock__prompts">
          <summary>{t('lessons.talk')}</summary>
          <ScenePrompts scenes={phase.prompts} heading="h3" />
        </details>
      )}
    </section>
  );
}

/** Minutes and seconds for the eye; for the ear whole minutes, so that the words do not change each second. */
function TimeLeft({
  of,
  leftMs,
  isRunning,
}: {
  readonly of: 'phase' | 'lesson';
  readonly leftMs: number;
  readonly isRunning: boolean;
}) {
  const t = useWords();
  const isOver = leftMs < 0;
  const seconds = isOver ? Math.floor(-leftMs / SECOND_MS) : Math.ceil(leftMs / SECOND_MS);
  const minutes = Math.floor(seconds / MINUTE_SECONDS);
  const rest = String(seconds % MINUTE_SECONDS).padStart(2, '0');
  const state = isOver ? 'over' : 'left';
  return (
    <p class={`lesson-clock__time lesson-clock__time--${of}`} role="timer" data-timer={of} data-time={state}>
      <span class="lesson-clock__label">{t('lessons.clock.label', { of, state })}</span>{' '}
      <span class="lesson-clock__digits" aria-hidden="true">
        {isOver ? '+' : ''}
        {minutes}:{rest}
      </span>
      <span class="visually-hidden">{t('lessons.minutes', { minutes })}</span>
      {!isRunning && of === 'phase' && <span class="tag">{t('lessons.clock.paused')}</span>}
    </p>
  );
}
