import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

/** The scenarios of the game; nothing at all while there is only one. */
export function Cases() {
  const { view, send } = useDom();
  const t = useWords();
  if (view.scenarios.length === 0) return null;
  return (
    <section id="cases" class="cases" tabIndex={-1} aria-labelledby="cases-title">
      <h2 id="cases-title" class="runs__title">
        {t('cases.title')}
      </h2>
      <ul class="cases__list">
        {view.scenarios.map(({ id, title, lead, place, isOpen }) => (
          <li key={id} class="case" data-case={id} aria-current={isOpen ? 'true' : undefined}>
            <h3 class="case__title">{title}</h3>
            <p class="case__place">{place}</p>
            <p class="case__lead">{lead}</p>
            {isOpen ? (
              <p class="case__here">
                <Icon name="check" /> {t('cases.here')}
              </p>
            ) : (
              <Button
                action="open-case"
                iconAfter="arrow-right"
                label={t('cases.openNamed', { title })}
                onPress={() => send({ type: 'scenario.open', id })}
              >
                {t('cases.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
