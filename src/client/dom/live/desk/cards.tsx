import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { type HeldRoom, useCommand } from './use-room.ts';

/** As the room takes it. */
const MAX_CARD = 280;

/** News and questions that the teacher lays before everyone. */
export function Cards({ held: { room, host } }: { readonly held: HeldRoom }) {
  const { view } = useDom();
  const t = useWords();
  const command = useCommand();
  const [text, setText] = useState('');
  const { lessons } = view;
  const plan = lessons?.plans.find(({ id }) => id === lessons.clock?.plan);
  const ofPhase = plan?.phases[lessons?.clock?.phase ?? 0]?.prompts.flatMap(({ prompts }) => prompts) ?? [];
  const prompts = [...new Set([...host.prompts, ...ofPhase])];
  const push = (words: string) => command({ type: 'card.push', text: words });
  return (
    <section class="cards" aria-labelledby="desk-cards">
      <h2 id="desk-cards">{t('live.desk.cards')}</h2>
      {room.cards.length > 0 && (
        <ul class="cards__out" aria-label={t('live.desk.cards.out')}>
          {room.cards.map((card) => (
            <li key={card.id} class="cards__card">
              <p>{card.text}</p>
              <Button
                action="card-withdraw"
                kind="bar"
                icon="x"
                label={t('live.desk.cards.withdraw', { text: card.text })}
                onPress={() => command({ type: 'card.withdraw', card: card.id })}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        class="cards__new"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          push(text.trim());
          setText('');
        }}
      >
        <label>
          <span>{t('live.desk.cards.text')}</span>
          <textarea
            name="card"
            rows={2}
            maxLength={MAX_CARD}
            value={text}
            aria-describedby="card-left"
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <p id="card-left" class="fine-print">
          {t('live.desk.cards.left', { count: MAX_CARD - text.length })}
        </p>
        <button type="submit" class="button" data-action="card-push">
          <span class="button__text">{t('live.desk.cards.push')}</span>
        </button>
      </form>
      {prompts.length > 0 && (
        <details class="cards__prompts">
          <summary>{t('live.desk.cards.prompts', { count: prompts.length })}</summary>
          <ul>
            {prompts.map((prompt) => (
              <li key={prompt}>
                <button
                  type="button"
                  class="cards__prompt"
                  data-action="prompt-push"
                  onClick={() => push(prompt.slice(0, MAX_CARD))}
                >
                  {prompt}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
