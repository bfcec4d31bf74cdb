import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';
import { ProseText } from './prose.tsx';

/** What the model is, what it leaves out and how far to trust it. Headings begin at the given level. */
export function ModelCard({ level }: { readonly level: 2 | 3 }) {
  const words = useDom().view.modelCard?.words;
  if (!words) return null;
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <div class="card">
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
    <Button action="model" kind={kind} icon="scales" opensDialog onPress={() => open({ kind: 'model' })}>
      {t('card.open')}
    </Button>
  );
}
