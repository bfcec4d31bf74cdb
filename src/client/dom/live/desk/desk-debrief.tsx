import { useState } from 'preact/hooks';
import { LateClassDebrief } from '../../class-debrief/late-class-debrief.tsx';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { useCommand } from './use-room.ts';

/** At the teacher's desk: what the class has done so far, at any moment of the lesson, and the files of it. */
export function DeskDebrief({ isOpen }: { readonly isOpen: boolean }) {
  const t = useWords();
  const { view } = useDom();
  const command = useCommand();
  const [isAsked, setAsked] = useState(false);
  const isShown = isOpen || isAsked;
  const ask = () => {
    setAsked(true);
    command({ type: 'summary.show' });
  };
  return (
    <section class="desk__debrief" aria-labelledby="desk-debrief">
      <h2 id="desk-debrief">{t('live.desk.debrief')}</h2>
      <p>{t('live.desk.debrief.any')}</p>
      <Button action="summary-show" icon="trend-up" onPress={ask}>
        {t('live.desk.debrief.show', { isShown: isShown ? 'yes' : 'no' })}
      </Button>
      {isShown && <LateClassDebrief debrief={view.live?.debrief} take="live.take" />}
    </section>
  );
}
