import { LateClassDebrief } from '../class-debrief/late-class-debrief.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PageFrame } from '../parts/page-frame.tsx';

/** What a class at the projector has done so far, at any moment of the lesson, and the files of it. */
export function ClassDebriefScreen() {
  const { view } = useDom();
  const t = useWords();
  return (
    <PageFrame name="class-debrief" title={t('page.class-debrief')}>
      <LateClassDebrief debrief={view.classDebrief} take="class.take" />
    </PageFrame>
  );
}
