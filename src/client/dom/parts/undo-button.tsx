import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';

/** Takes back the last decision; not there while there is none, nor for a pupil in a live room. */
export function UndoButton() {
  const { view, send } = useDom();
  const t = useWords();
  if (!view.play?.canUndo || view.live?.seat) return null;
  return (
    <Button action="undo" kind="quiet" icon="arrow-u-up-left" onPress={() => send({ type: 'run.undo' })}>
      {t('play.undo')}
    </Button>
  );
}
