import { useState } from 'preact/hooks';
import type { LiveRoomView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';

/** What the teacher has sent to all. A card that has been read is put away, and can be read again. */
export function LiveCards({ cards }: { readonly cards: LiveRoomView['cards'] }) {
  const t = useWords();
  const [read, setRead] = useState<readonly string[]>([]);
  const fresh = cards.filter(({ id }) => !read.includes(id));
  const old = cards.filter(({ id }) => read.includes(id));
  return (
    <>
      {/* There from the start: what comes into it later is read out. */}
      <div class="live-cards" role="status" aria-label={t('live.cards')}>
        {fresh.map(({ id, text }) => (
          <div key={id} class="live-card" data-card={id}>
            <p class="live-card__who">
              <Icon name="newspaper" /> {t('live.card.from')}
            </p>
            <p class="live-card__text">{text}</p>
            <button
              type="button"
              class="button button--plain"
              data-action="card-read"
              onClick={() => setRead([...read, id])}
            >
              <span class="button__text">{t('live.card.read')}</span>
            </button>
          </div>
        ))}
      </div>
      {old.length > 0 && (
        <details class="live-cards__old">
          <summary>{t('live.cards.old', { count: old.length })}</summary>
          <ul>
            {old.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
