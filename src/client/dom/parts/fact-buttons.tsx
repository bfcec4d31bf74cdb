import { useDom, useWords } from './env.ts';
import { useFact } from './lookup.ts';

/** What a sentence outside the prose rests on: a small button for each fact, behind the words. */
export function FactButtons({ facts }: { readonly facts: readonly string[] }) {
  return facts.map((id) => <FactButton key={id} id={id} />);
}

function FactButton({ id }: { readonly id: string }) {
  const { open } = useDom();
  const t = useWords();
  const fact = useFact(id);
  if (!fact) return null;
  return (
    <button
      type="button"
      class="footnote"
      data-action="source"
      data-fact={id}
      aria-haspopup="dialog"
      onClick={() => open({ kind: 'fact', fact })}
    >
      {t('fact.title')}
      <span class="visually-hidden">{t('notebook.openSource', { id })}</span>
    </button>
  );
}
