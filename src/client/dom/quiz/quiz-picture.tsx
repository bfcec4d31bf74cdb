import type { QuizPictureView } from '../../../core/view-model/index.ts';
import { Emblem } from '../parts/art.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

type PictureOf<K extends QuizPictureView['kind']> = Extract<QuizPictureView, { readonly kind: K }>;

/** What a question is about, drawn. All of it is text: nothing here has to be seen to be known. */
export function QuizPicture({ picture }: { readonly picture: QuizPictureView }) {
  switch (picture.kind) {
    case 'timeline':
      return <Timeline picture={picture} />;
    case 'contract':
      return <Contract picture={picture} />;
    case 'map':
      return <Places picture={picture} />;
  }
}

function Timeline({ picture }: { readonly picture: PictureOf<'timeline'> }) {
  const t = useWords();
  const { view } = useDom();
  return (
    <figure class="quiz-picture quiz-picture--timeline" data-picture="timeline">
      <figcaption class="quiz-picture__title">{t('quiz.picture.timeline')}</figcaption>
      <ol class="timeline">
        {picture.events.map(({ id, date, headline }) => (
          <li key={id} class="timeline__event">
            <time class="timeline__date" dateTime={date}>
              {dateWords(view.language, date, 'long')}
            </time>
            <span>{headline}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Contract({ picture }: { readonly picture: PictureOf<'contract'> }) {
  const t = useWords();
  const { partner, phase, hasOwnSuit, lines } = picture;
  return (
    <figure class="quiz-picture quiz-picture--contract" data-picture="contract">
      <figcaption class="quiz-picture__title">{t('quiz.picture.contract', { partner })}</figcaption>
      <dl class="quiz-contract">
        {lines.map(({ issue, name, value }) => (
          <div key={issue} class="quiz-contract__line" data-issue={issue}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {phase !== undefined && (
        <p class="quiz-picture__note">{t('quiz.picture.when', { phase, suit: hasOwnSuit ? 'yes' : 'no' })}</p>
      )}
    </figure>
  );
}

function Places({ picture }: { readonly picture: PictureOf<'map'> }) {
  const t = useWords();
  return (
    <figure class="quiz-picture quiz-picture--map" data-picture="map">
      <figcaption class="quiz-picture__title">{t('quiz.picture.map')}</figcaption>
      <ul class="quiz-places">
        {picture.parties.map(({ id, name, role, emblem, color }) => (
          <li key={id} class="quiz-places__party" data-color={color}>
            <Emblem name={emblem} />
            <span>
              <b>{name}</b>
              <span class="quiz-places__role">{role}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
