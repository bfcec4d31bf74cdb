import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';
import { plainWords, type TaskOf } from './quiz-text.ts';

interface OrderAnswerProps {
  readonly task: TaskOf<'order'>;
  readonly onChange: (response: readonly string[]) => void;
}

interface Move {
  readonly id: string;
  readonly by: -1 | 1;
}

/** A list whose entries are moved up and down, one place at a time. The focus goes along with the entry. */
export function OrderAnswer({ task, onChange }: OrderAnswerProps) {
  const t = useWords();
  const [order, setOrder] = useState<readonly string[]>(() => task.options.map(({ id }) => id));
  const [moved, setMoved] = useState<Move>();
  const list = useRef<HTMLOListElement>(null);
  const wordsOf = (id: string) => plainWords(task.options.find((option) => option.id === id)?.text ?? []);
  const count = order.length;
  const move = (id: string, by: Move['by']) => {
    const from = order.indexOf(id);
    const other = order[from + by];
    if (other === undefined) return;
    const next = order.with(from, other).with(from + by, id);
    setOrder(next);
    setMoved({ id, by });
    onChange(next);
  };
  // An entry that is taken out and put in elsewhere loses the focus.
  useLayoutEffect(() => {
    if (!moved) return;
    const entry = list.current?.querySelector(`[data-option="${CSS.escape(moved.id)}"]`);
    entry?.querySelector<HTMLElement>(moved.by < 0 ? '[data-move="up"]' : '[data-move="down"]')?.focus();
  }, [order]);
  return (
    <>
      <ol ref={list} class="order" aria-label={t('quiz.order.list')}>
        {order.map((id, index) => (
          <li key={id} class="order__entry" data-option={id}>
            <span class="option__key" aria-hidden="true">
              {index + 1}
            </span>
            <span class="order__text">{wordsOf(id)}</span>
            <span class="order__moves">
              {([-1, 1] as const).map((by) => {
                const isEdge = order[index + by] === undefined;
                return (
                  <button
                    key={by}
                    type="button"
                    class="order__move"
                    data-move={by < 0 ? 'up' : 'down'}
                    aria-label={t('quiz.order.move', {
                      direction: by < 0 ? 'up' : 'down',
                      text: wordsOf(id),
                    })}
                    aria-disabled={isEdge ? 'true' : undefined}
                    onClick={() => move(id, by)}
                  >
                    <Icon name={by < 0 ? 'arrow-up' : 'arrow-down'} />
                  </button>
                );
              })}
            </span>
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {moved
          ? t('quiz.order.moved', { text: wordsOf(moved.id), place: order.indexOf(moved.id) + 1, count })
          : ''}
      </p>
    </>
  );
}
