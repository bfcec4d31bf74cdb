import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LessonPlanView, LessonsView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useWords } from '../parts/env.ts';
import { focusHeading } from '../parts/focus-heading.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { LessonClockPanel } from './lesson-clock-panel.tsx';
import { LessonPlan } from './lesson-plan.tsx';
import { ScenePrompts } from './scene-prompts.tsx';

/** The teacher's plans: choose one, read or print it, hold the lesson by its clock. */
export function LessonsScreen({ lessons }: { readonly lessons: LessonsView }) {
  const t = useWords();
  const { plans, prompts, clock } = lessons;
  const [chosen, setChosen] = useState(clock?.plan ?? plans[0]?.id);
  const plan = plans.find(({ id }) => id === chosen) ?? plans[0];
  const held = plans.find(({ id }) => id === clock?.plan);
  useClockFocus(held?.id);
  return (
    <PageFrame name="lessons" title={t('lessons.title')} lead={t('lessons.lead')}>
      {clock && held && <LessonClockPanel key={held.id} plan={held} clock={clock} />}
      <PlanChoice plans={plans} chosen={plan?.id} onChoose={setChosen} />
      {plan && (
        <LessonPlan
          plan={plan}
          phase={clock?.plan === plan.id ? clock.phase : undefined}
          isLessonOn={held !== undefined}
        />
      )}
      <section class="lessons__prompts" aria-labelledby="lessons-prompts">
        <h2 id="lessons-prompts">{t('lessons.prompts')}</h2>
        <p>{t('lessons.prompts.lead')}</p>
        <ScenePrompts scenes={prompts} heading="h3" />
      </section>
    </PageFrame>
  );
}

/** The button that starts the clock, and the one that ends it, go with the press: the focus stays on the page. */
function useClockFocus(held: string | undefined): void {
  const last = useRef(held);
  useLayoutEffect(() => {
    if (last.current === held) return;
    last.current = held;
    if (held === undefined) focusHeading();
    else document.getElementById('lesson-clock')?.focus();
  }, [held]);
}

function PlanChoice({
  plans,
  chosen,
  onChoose,
}: {
  readonly plans: readonly LessonPlanView[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const t = useWords();
  return (
    <section class="lessons__choice" aria-labelledby="lessons-choice">
      <h2 id="lessons-choice">{t('lessons.choice')}</h2>
      {[...new Set(plans.map(({ mode }) => mode))].map((mode) => (
        <div key={mode} class="lessons__mode">
          <h3 class="small-heading">{t('lessons.mode', { mode })}</h3>
          <ul>
            {plans
              .filter((plan) => plan.mode === mode)
              .map(({ id, title, minutes }) => (
                <li key={id} data-plan={id}>
                  <Button action="choose-plan" isPressed={id === chosen} onPress={() => onChoose(id)}>
                    {t('lessons.plan', { title, minutes })}
                  </Button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
