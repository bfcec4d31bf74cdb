import type { PathStepView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

/** Every decision of the run beside what was really done, each with a way back to it. */
export function PathTable({ path }: { readonly path: readonly PathStepView[] }) {
  const { view, send } = useDom();
  const t = useWords();
  if (path.length === 0) return null;
  return (
    <section class="path" aria-labelledby="path-title">
      <h2 id="path-title">{t('path.title')}</h2>
      <table class="path__table">
        <caption class="path__about">{t('path.about')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('path.when')}</th>
            <th scope="col">{t('path.yours')}</th>
            <th scope="col">{t('path.history')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('path.rewind')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {path.map((step) => (
            <tr key={step.decision} data-step={step.scene} data-history={step.isHistory}>
              <th scope="row" class="path__when">
                <time dateTime={step.date}>{dateWords(view.language, step.date, 'short')}</time>
                <span class="path__scene">{step.title}</span>
              </th>
              <td class="path__choice">
                <span class="path__label">{t('path.yours')}</span>
                {step.choice}
              </td>
              <td class="path__reality">
                <span class="path__label">{t('path.history')}</span>
                {step.isHistory ? (
                  <span class="path__same">
                    <Icon name="equals" /> {t('path.same')}
                  </span>
                ) : (
                  (step.reality ?? <span class="path__unknown">{t('path.unknown')}</span>)
                )}
              </td>
              <td class="path__way">
                <Button
                  action="rewind"
                  kind="bar"
                  icon="clock-counter-clockwise"
                  label={t('path.rewindTo', { title: step.title })}
                  onPress={() => send({ type: 'run.rewind', decision: step.decision })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
