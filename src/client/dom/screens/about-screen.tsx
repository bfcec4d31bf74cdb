import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { JumpLink } from '../parts/jump-link.tsx';
import { ModelCard } from '../parts/model-card.tsx';
import { PageFrame } from '../parts/page-frame.tsx';

// Paragraphs by section: keys `about.<section>` (heading) and `about.<section>.<n>`.
const SECTIONS = [
  { id: 'case', paragraphs: 1 },
  { id: 'model', paragraphs: 4 },
  { id: 'chance', paragraphs: 1 },
  { id: 'views', paragraphs: 2 },
  { id: 'privacy', paragraphs: 3 },
  { id: 'access', paragraphs: 3 },
] as const;

const KEYS = ['tab', 'enter', 'space', 'arrows', 'escape', 'numbers'] as const;
const CREDITS = ['figures', 'fonts', 'icons', 'map', 'sound', 'code'] as const;

/** The model card: what the game claims, what it only assumes, what it does with data. */
export function AboutScreen() {
  const t = useWords();
  const { view, send } = useDom();
  const { cover } = view;
  return (
    <PageFrame name="about" title={t('about.title')} lead={t('about.lead')}>
      <nav class="about__ways" aria-label={t('about.contents')}>
        <ul>
          {[...SECTIONS.map(({ id }) => id), 'keys', 'credits'].map((id) => (
            <li key={id}>
              <JumpLink to={`about-${id}`}>{t(`about.${id}`)}</JumpLink>
            </li>
          ))}
        </ul>
      </nav>
      {view.hasLessons && (
        <div class="ways">
          <Button
            action="lesson-plans"
            icon="users-three"
            onPress={() => send({ type: 'screen.open', screen: 'class-plan' })}
          >
            {t('about.lessons')}
          </Button>
        </div>
      )}
      <div class="about__sections">
        {SECTIONS.map(({ id, paragraphs }) => (
          <section key={id} class="about__section" aria-labelledby={`about-${id}`}>
            <h2 id={`about-${id}`} tabIndex={-1}>
              {t(`about.${id}`)}
            </h2>
            {id === 'case' && cover && <p>{cover.about}</p>}
            {Array.from({ length: paragraphs }, (_, index) => (
              <p key={index}>{t(`about.${id}.${index + 1}`)}</p>
            ))}
            {id === 'model' && <ModelCard place="page" />}
          </section>
        ))}
        <section class="about__section" aria-labelledby="about-keys">
          <h2 id="about-keys" tabIndex={-1}>
            {t('about.keys')}
          </h2>
          <dl class="keys">
            {KEYS.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{t(`about.keys.${key}`)}</kbd>
                </dt>
                <dd>{t(`about.keys.${key}.does`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section class="about__section" aria-labelledby="about-credits">
          <h2 id="about-credits" tabIndex={-1}>
            {t('about.credits')}
          </h2>
          <ul class="credits">
            {CREDITS.map((id) => (
              <li key={id}>{t(`about.credits.${id}`)}</li>
            ))}
          </ul>
          {cover && <p class="fine-print">{cover.disclaimer}</p>}
        </section>
      </div>
    </PageFrame>
  );
}
