import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

interface RewindButtonProps {
  /** Index among the decisions of the run. */
  readonly decision: number;
  /** Of its scene. */
  readonly title: string;
}

/** Goes back to a decision, to try another way from there. */
export function RewindButton({ decision, title }: RewindButtonProps) {
  const { send } = useDom();
  const t = useWords();
  return (
    <Button
      action="rewind"
      icon="clock-counter-clockwise"
      onPress={() => send({ type: 'run.rewind', decision })}
    >
      {t('debrief.turning.again', { title })}
    </Button>
  );
}
