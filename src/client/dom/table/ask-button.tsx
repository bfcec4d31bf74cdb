import { useId } from 'preact/hooks';
import type { QuestionView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

interface AskButtonProps {
  readonly question: QuestionView;
  readonly turn: number;
}

/** Asks a party what matters to it; says what the answer costs. */
export function AskButton({ question, turn }: AskButtonProps) {
  const { send } = useDom();
  const t = useWords();
  const id = useId();
  const { party, name, cost, isPossible, known, all } = question;
  return (
    <>
      <Button
        action="ask"
        kind="act"
        icon="chats"
        party={party}
        takesOneClick
        {...(isPossible ? {} : { blockedBy: id })}
        onPress={() => send({ type: 'table.ask', turn, party })}
      >
        {t('table.ask')}
        <span class="visually-hidden">{t('table.ask.whom', { party: name, cost })}</span>
        <span class="button__note" aria-hidden="true">
          {t('table.known.short', { known, all })}
        </span>
        <span class="visually-hidden">{t('table.known', { known, all })}</span>
      </Button>
      {!isPossible && (
        <span id={id} class="visually-hidden">
          {t('table.ask.blocked', { why: known >= all ? 'known' : 'rounds' })}
        </span>
      )}
    </>
  );
}
