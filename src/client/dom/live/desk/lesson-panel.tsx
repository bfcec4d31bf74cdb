import { LessonClockPanel } from '../../lessons/lesson-clock-panel.tsx';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';

/** The plan of the lesson: its running phase, or the plans to choose from. */
export function LessonPanel() {
  const { view, send } = useDom();
  const t = useWords();
  if (!view.hasLessons) return null;
  const { lessons } = view;
  const clock = lessons?.clock;
  const plan = lessons?.plans.find(({ id }) => id === clock?.plan);
  return (
    <div class="desk__lesson">
      {clock && plan ? (
        <LessonClockPanel key={plan.id} plan={plan} clock={clock} />
      ) : (
        <section class="desk__plans" aria-labelledby="desk-plans">
          <h2 id="desk-plans">{t('live.desk.lesson')}</h2>
          <p>{t('live.desk.lesson.about')}</p>
          <div class="ways">
            {lessons?.plans.map(({ id, title, minutes }) => (
              <Button
                key={id}
                action="start-lesson"
                icon="play"
                onPress={() => send({ type: 'lesson.start', plan: id })}
              >
                {t('lessons.plan', { title, minutes })}
              </Button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
