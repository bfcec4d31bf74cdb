import type { LessonPhaseView, LessonPlanView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { SourceButton } from '../parts/source-button.tsx';
import { ScenePrompts } from './scene-prompts.tsx';

/** One plan as a timetable, for the screen and for paper. */
export function LessonPlan({
  plan,
  phase,
  isLessonOn,
}: {
  readonly plan: LessonPlanView;
  /** Index of the phase in which the lesson is; missing while it is not being held. */
  readonly phase: number | undefined;
  /** A lesson is being held, by this plan or another: it ends before the next one begins. */
  readonly isLessonOn: boolean;
}) {
  const { send } = useDom();
  const t = useWords();
  const { id, title, minutes, goal, objectives, materials, phases } = plan;
  // A scene may come in more than one phase.
  const talked = [
    ...new Map(phases.flatMap(({ prompts }) => prompts.map((one) => [one.scene, one]))).values(),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return (
    <article class="lesson-plan" data-lesson={id} aria-labelledby="lesson-plan">
      <h2 id="lesson-plan">{t('lessons.plan', { title, minutes })}</h2>
      <p class="lesson-plan__goal">
        <ProseText prose={goal} />
      </p>
      <div class="ways">
        {!isLessonOn && (
          <Button
            action="start-lesson"
            kind="primary"
            icon="play"
            onPress={() => send({ type: 'lesson.start', plan: id })}
          >
            {t('lessons.start')}
          </Button>
        )}
        <Button action="print" icon="printer" onPress={() => globalThis.print()}>
          {t('lessons.print')}
        </Button>
      </div>
      <div class="lesson-plan__needs">
        <section aria-labelledby="lesson-objectives">
          <h3 id="lesson-objectives">{t('lessons.objectives')}</h3>
          <ul>
            {objectives.map((objective) => (
              <li key={objective.id}>
                {objective.text} <span class="fine-print">({objective.id})</span>
              </li>
            ))}
          </ul>
        </section>
        {materials.length > 0 && (
          <section aria-labelledby="lesson-materials">
            <h3 id="lesson-materials">{t('lessons.materials')}</h3>
            <ul>
              {materials.map((material) => (
                <li key={material}>{material}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <Timetable phases={phases} phase={phase} />
      {talked.length > 0 && (
        <section class="lesson-plan__talk" aria-labelledby="lesson-talk">
          <h3 id="lesson-talk">{t('lessons.talk')}</h3>
          <ScenePrompts scenes={talked} heading="h4" />
        </section>
      )}
      {plan.cited.length > 0 && (
        <section class="lesson-plan__cited" aria-labelledby="lesson-cited">
          <h3 id="lesson-cited">{t('lessons.cited')}</h3>
          <ol>
            {plan.cited.map(({ number, fact, text }) => (
              <li key={fact} value={number}>
                {text} <SourceButton id={fact}>{fact}</SourceButton>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

function Timetable({
  phases,
  phase,
}: {
  readonly phases: readonly LessonPhaseView[];
  readonly phase: number | undefined;
}) {
  const t = useWords();
  return (
    <table class="timetable">
      <caption class="small-heading">{t('lessons.timetable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('lessons.column.time')}</th>
          <th scope="col">{t('lessons.column.phase')}</th>
          <th scope="col">{t('lessons.column.teacher')}</th>
          <th scope="col">{t('lessons.column.pupils')}</th>
          <th scope="col">{t('lessons.column.short')}</th>
        </tr>
      </thead>
      <tbody>
        {phases.map(({ id, kind, start, minutes, title, teacher, pupils, short }, index) => (
          <tr key={id} data-phase={id} aria-current={index === phase ? 'step' : undefined}>
            <td class="timetable__time" data-label={t('lessons.column.time')}>
              <span>{t('lessons.span', { from: start, to: start + minutes })}</span>{' '}
              <strong>{t('lessons.minutes', { minutes })}</strong>
            </td>
            <th scope="row">
              {title}
              <span class="timetable__kind">{t('lessons.kind', { kind })}</span>
              {index === phase && <strong class="timetable__now">{t('lessons.now')}</strong>}
            </th>
            <td data-label={t('lessons.column.teacher')}>
              <ProseText prose={teacher} />
            </td>
            <td data-label={t('lessons.column.pupils')}>
              <ProseText prose={pupils} />
            </td>
            <td data-label={t('lessons.column.short')}>
              <ProseText prose={short} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
