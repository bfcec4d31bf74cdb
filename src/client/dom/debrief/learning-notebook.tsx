import type { LearningView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';

/** What the run has shown of the case, and what is worth looking up. */
export function LearningNotebook({ learning }: { readonly learning: LearningView }) {
  const { send } = useDom();
  const t = useWords();
  const { facts, terms, ask } = learning;
  return (
    <section aria-labelledby="learn-notebook">
      <h3 id="learn-notebook">{t('debrief.learning.notebook')}</h3>
      <p data-met={facts.met}>{t('debrief.learning.facts', { met: facts.met, all: facts.all })}</p>
      {terms.length > 0 && (
        <>
          <p>{t('debrief.learning.terms')}</p>
          <ul class="learn__terms">
            {terms.map(({ id, term }) => (
              <li key={id}>
                <ProseText prose={[{ kind: 'term', text: term, term: id }]} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="ways">
        {ask.length > 0 && (
          <Button
            action="learn-ask"
            icon="play"
            onPress={() => send({ type: 'round.start', kind: 'again', items: ask })}
          >
            {t('debrief.learning.ask', { count: ask.length })}
          </Button>
        )}
        <Button
          action="notebook"
          kind="quiet"
          icon="notebook"
          onPress={() => send({ type: 'screen.open', screen: 'notebook' })}
        >
          {t('debrief.learning.openNotebook')}
        </Button>
      </div>
    </section>
  );
}
