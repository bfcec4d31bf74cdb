import type { ChoiceView, NewsView, PerspectiveView, SceneView } from '../../../core/view-model/index.ts';
import { Emblem, Figure, Icon } from '../parts/art.tsx';
import { ContinueButton } from '../parts/continue-button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { PlainProse, ProseText } from '../parts/prose.tsx';
import { OverlapPicture, OverlapTeaser } from './overlap-picture.tsx';
import { TrendMark } from './party-strip.tsx';

/** What is the case, and who says what about it. */
export function SceneStory({ scene }: { readonly scene: SceneView }) {
  return (
    <div class="scene__top" data-color={scene.speaker?.color}>
      <h1 class="scene__title" tabIndex={-1} data-heading>
        {scene.title}
      </h1>
      <p class="scene__body">
        <ProseText prose={scene.body} />
      </p>
      <SpeakerFigure speaker={scene.speaker} />
      {scene.speech && (
        <figure class="speech">
          {scene.speaker && (
            <figcaption class="speech__who">
              <b>{scene.speaker.name}</b> <span>{scene.speaker.role}</span>
            </figcaption>
          )}
          <blockquote class="speech__text">
            <p>
              <ProseText prose={scene.speech} />
            </p>
          </blockquote>
        </figure>
      )}
    </div>
  );
}

/** One scene: what is the case, who speaks, what is asked, what can be done. */
export function Scene({ scene }: { readonly scene: SceneView }) {
  const { view } = useDom();
  const t = useWords();
  return (
    <>
      <SceneStory scene={scene} />
      {view.overlap && <OverlapTeaser overlap={view.overlap} />}
      {scene.choices.length > 0 ? (
        <section class="choices" aria-labelledby="choices-title">
          <h2 id="choices-title" class="choices__question">
            {scene.question ?? t('choice.question')}
          </h2>
          <ol class="choices__list" data-count={scene.choices.length}>
            {scene.choices.map((choice, index) => (
              <li key={choice.id}>
                <Choice scene={scene.id} choice={choice} number={index + 1} />
              </li>
            ))}
          </ol>
        </section>
      ) : (
        <div class="ways">
          <ContinueButton scene={scene.id} />
        </div>
      )}
      {view.overlap && <OverlapPicture overlap={view.overlap} />}
    </>
  );
}

function Choice({
  scene,
  choice,
  number,
}: {
  readonly scene: string;
  readonly choice: ChoiceView;
  readonly number: number;
}) {
  const { send } = useDom();
  const t = useWords();
  return (
    <button
      type="button"
      class="choice"
      data-choice={choice.id}
      onClick={() => send({ type: 'choice.take', scene, choice: choice.id })}
    >
      <span class="choice__key" aria-hidden="true">
        {number}
      </span>
      <span class="choice__text">
        <PlainProse prose={choice.label} />
      </span>
      {choice.draft && (
        <span class="choice__draft">
          <Icon name="file-text" />
          <span>
            <b>{t('choice.draft', { name: choice.draft.name })}</b> {choice.draft.about}
          </span>
        </span>
      )}
      {choice.hints.length > 0 && (
        <span class="choice__hints">
          <span class="visually-hidden">{t('choice.hints')}</span>
          {choice.hints.map((hint) => (
            <span key={hint.party} class="hint" data-party={hint.party}>
              <Emblem name={hint.emblem} />
              <span class="visually-hidden">{hint.name}</span>
              <TrendMark trend={hint.trend} />
            </span>
          ))}
        </span>
      )}
    </button>
  );
}

/** Who speaks, cut out beside the text. The words beside it carry the name. */
export function SpeakerFigure({ speaker }: { readonly speaker: SceneView['speaker'] }) {
  if (!speaker) return null;
  return (
    <div class="speaker" aria-hidden="true">
      <Figure name={speaker.figure} mood={speaker.mood} />
    </div>
  );
}

/** What fell since the last scene, as clippings of a newspaper. */
export function News({ news }: { readonly news: readonly NewsView[] }) {
  const { view } = useDom();
  const t = useWords();
  if (news.length === 0) return null;
  return (
    <section class="news" aria-labelledby="news-title" data-new="first">
      <h2 id="news-title" class="news__title">
        <Icon name="newspaper" />
        {t('news.title')}
      </h2>
      {news.map((item) => (
        <article key={item.id} class="clipping" data-news={item.id}>
          <p class="clipping__date">
            <time dateTime={item.date}>{dateWords(view.language, item.date, 'long')}</time>
          </p>
          <h3 class="clipping__headline">{item.headline}</h3>
          <p class="clipping__text">
            <ProseText prose={item.news} />
          </p>
        </article>
      ))}
    </section>
  );
}

/** How others see what is disputed. */
export function Perspectives({ perspectives }: { readonly perspectives: readonly PerspectiveView[] }) {
  const t = useWords();
  if (perspectives.length === 0) return null;
  return (
    <section class="views" aria-labelledby="views-title">
      <h2 id="views-title" class="views__title">
        {t('views.title')}
      </h2>
      <ul class="views__list">
        {perspectives.map((perspective) => (
          <li key={perspective.id} class="views__entry">
            <h3 class="views__who">{perspective.who}</h3>
            <p>
              <ProseText prose={perspective.view} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Terms this scene is about, for those who want them: the text itself may not name each. */
export function KeyTerms({ ids }: { readonly ids: readonly string[] }) {
  const { view, open } = useDom();
  const t = useWords();
  const terms = ids.flatMap((id) => view.library.terms.find((term) => term.id === id) ?? []);
  if (terms.length === 0) return null;
  return (
    <p class="key-terms">
      <span class="key-terms__label">{t('term.here')}</span>
      {terms.map((term) => (
        <button
          key={term.id}
          type="button"
          class="term term--chip"
          data-action="term"
          data-term={term.id}
          aria-haspopup="dialog"
          onClick={() => open({ kind: 'term', term })}
        >
          {term.term}
        </button>
      ))}
    </p>
  );
}
