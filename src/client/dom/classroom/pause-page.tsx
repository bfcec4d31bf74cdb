import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClassView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { focusHeading } from '../parts/focus-heading.ts';
import { PlainProse } from '../parts/prose.tsx';

/** What there is to ask about each kind of page: so many questions. */
const PROMPT_COUNT = 3;
type Prompts = 'choice' | 'goal' | 'table' | 'quiz' | 'ending' | 'story';
const PROMPTS: Readonly<Record<ClassView['topic'], Prompts>> = {
  decision: 'choice',
  goal: 'goal',
  table: 'table',
  quiz: 'quiz',
  ending: 'ending',
  info: 'story',
  knowledge: 'story',
  story: 'story',
};

/** In place of the choices while the class talks: one question, those on this scene first, and others to choose. */
export function PausePage({ classroom }: { readonly classroom: ClassView }) {
  const { view, send } = useDom();
  const t = useWords();
  const [number, setNumber] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
    return () => void focusHeading();
  }, []);
  const scene = classroom.topic === 'quiz' ? undefined : view.play?.scene;
  return (
    <main id="pause" class="pause" tabIndex={-1} data-pause>
      <h1 class="eyebrow" tabIndex={-1} ref={heading}>
        {t('class.pause.title')}
      </h1>
      <p class="pause__prompt" role="status">
        {classroom.questions[number] ??
          t(`class.prompt.${PROMPTS[classroom.topic]}`, { number: number - classroom.questions.length + 1 })}
      </p>
      <div class="ways">
        <Button
          action="class-resume"
          kind="primary"
          icon="play"
          onPress={() => send({ type: 'class.resume' })}
        >
          {t('class.resume')}
        </Button>
        <Button
          action="class-prompt"
          icon="chats"
          onPress={() => setNumber((before) => (before + 1) % (classroom.questions.length + PROMPT_COUNT))}
        >
          {t('class.prompt')}
        </Button>
      </div>
      {scene && (
        <div class="pause__scene">
          <h2>{scene.title}</h2>
          <p>
            <PlainProse prose={scene.body} />
          </p>
        </div>
      )}
    </main>
  );
}
