import { useWords } from './env.ts';
import { SourceButton } from './source-button.tsx';

/** What a sentence outside the prose rests on: a small button for each fact, behind the words. */
export function FactButtons({ facts }: { readonly facts: readonly string[] }) {
  const t = useWords();
  return facts.map((id) => (
    <SourceButton key={id} id={id}>
      {t('fact.title')}
      <span class="visually-hidden">{t('notebook.openSource', { id })}</span>
    </SourceButton>
  ));
}
