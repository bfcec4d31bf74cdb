import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';

/** Goes on from what the scene has shown; not there for those in a team who do not speak for it. */
export function ContinueButton({ scene }: { readonly scene: string }) {
  const { view, send } = useDom();
  const t = useWords();
  if (view.live?.seat && !view.live.seat.team?.isSpeaker) return null;
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
