import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';
import { ProseText } from './prose.tsx';

/** What the model is, what it leaves out and how far to trust it. In a dialog the title stands above it. */
export function ModelCard({ place }: { readonly place: 'page' | 'dialog' }) {
  const words = useDom().view.modelCard?.words;
  if (!words) return null;
  const Heading = place === 'dialog' ? 'h3' : 'h4';
  return (
    <div class="card">
      {place === 'page' && <h3 class="card__title">{words.title}</h3>}
      <p class="card__lead">
        <ProseText prose={words.lead} />
      </p>
      {words.sections.map(({ id, title, paragraphs }) => (
        <section key={id} class="card__section" data-card={id}>
          <Heading class="card__heading">{title}</Heading>
          {paragraphs.map((paragraph, index) => (
            <p key={index}>
              <ProseText prose={paragraph} />
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Opens the card above the page, wherever one is. Not there for a scenario without one. */
export function ModelButton({ kind = 'plain' }: { readonly kind?: 'plain' | 'quiet' }) {
  const { view, open } = useDom();
  const t = useWords();
  if (!view.modelCard?.words) return null;
  return (
    <Button
      action="model"
      kind={kind}
      {...(kind === 'plain' ? { icon: 'scales' } : {})}
      opensDialog
      onPress={() => open({ kind: 'model' })}
    >
      {t('card.open')}
    </Button>
  );
}
