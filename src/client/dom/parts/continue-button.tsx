import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';

/** Goes on from what the scene has shown. */
export function ContinueButton({ scene }: { readonly scene: string }) {
  const { send } = useDom();
  const t = useWords();
  return (
    <Button
      action="continue"
      kind="primary"
      iconAfter="arrow-right"
      onPress={() => send({ type: 'scene.continue', scene })}
    >
      {t('play.continue')}
    </Button>
  );
}
