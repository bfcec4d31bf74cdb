import { useState } from 'preact/hooks';
import type { LiveView, LiveVoteView, PlayView, Prose } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PlainProse, ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { News, Perspectives, SceneStory } from '../play/scene.tsx';

interface LiveStoryProps {
  readonly play: PlayView;
  readonly vote: LiveVoteView | undefined;
  readonly live: LiveView;
}

/** A scene of the common run on a pupil's device: the words of the story, and the own vote. */
export function LiveStory({ play, vote, live }: LiveStoryProps) {
  const t = useWords();
  const { scene, feedback, state } = play;
  if (!scene) return null;
  return (
    <main id="main" class="live-page" tabIndex={-1} data-stage="story" data-state={state}>
      <article
        class={`scene scene--${scene.kind}`}
        data-scene={scene.id}
        data-kind={scene.kind}
        data-has-speaker={state !== 'feedback' && scene.speaker !== undefined}
      >
        {state === 'feedback' && feedback ? (
          <>
            <p class="feedback__choice">
              <span class="eyebrow">{t('live.decided')}</span>
              <span class="feedback__quote">
                <PlainProse prose={feedback.choice} />
              </span>
            </p>
            <h1 class="feedback__title" tabIndex={-1} data-heading>
              {t('feedback.title')}
            </h1>
            <p class="feedback__text">
              <ProseText prose={feedback.text} />
            </p>
          </>
        ) : (
          <>
            <SceneStory scene={scene} />
            <News news={scene.news} />
          </>
        )}
        {vote && (
          <section class="choices" aria-labelledby="choices-title">
            <h2 id="choices-title" class="choices__question">
              {scene.question ?? t('choice.question')}
            </h2>
            {vote.isRevealed || state === 'feedback' ? (
              <Result vote={vote} />
            ) : (
              <Ballot vote={vote} scene={scene.id} hasWords={live.room.hasWords} />
            )}
          </section>
        )}
        {state !== 'feedback' && <Perspectives perspectives={scene.perspectives} />}
        {(!vote || state === 'feedback') && <p class="live-page__note">{t('live.teacherGoesOn')}</p>}
      </article>
      <Footnotes facts={play.footnotes} />
    </main>
  );
}

interface BallotProps {
  readonly vote: LiveVoteView;
  readonly scene: string;
  readonly hasWords: boolean;
}

function Ballot({ vote, scene, hasWords }: BallotProps) {
  const { send } = useDom();
  const t = useWords();
  const { own } = vote;
  const letter = vote.options.find(({ isOwn }) => isOwn)?.letter;
  return (
    <>
      <ol class="live-vote">
        {vote.options.map((option) => (
          <li key={option.id}>
            <button
              type="button"
              class="live-vote__choice"
              data-choice={option.id}
              aria-pressed={option.isOwn}
              onClick={() => send({ type: 'choice.take', scene, choice: option.id })}
            >
              <Letter letter={option.letter} />
              <span>
                <PlainProse prose={option.label} />
              </span>
              {option.isOwn && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ol>
      <p class="live-vote__own" role="status" data-own={own?.choice}>
        {letter === undefined ? t('live.vote.howTo') : t('live.vote.own', { letter })}
      </p>
      {own && <ReasonForm key={own.choice} vote={vote} hasWords={hasWords} />}
    </>
  );
}

const TAGS = ['money', 'control', 'trust', 'time', 'users', 'rules'] as const;
const MAX_LENGTH = 140;

/** Why one votes so: a word, or a sentence where the teacher allows it. Nobody must. */
function ReasonForm({ vote, hasWords }: Omit<BallotProps, 'scene'>) {
  const { send } = useDom();
  const t = useWords();
  const { own, place } = vote;
  const [text, setText] = useState(own?.reason?.text ?? '');
  if (!own) return null;
  const tag = own.reason?.tag;
  const give = (reason: NonNullable<typeof own.reason>) =>
    send({ type: 'live.send', command: { type: 'vote.cast', place, choice: own.choice, reason } });
  const words = text.trim();
  const withText = words !== '' && hasWords ? { text: words } : {};
  return (
    <form
      class="live-reason"
      onSubmit={(event) => {
        event.preventDefault();
        give({ ...(tag === undefined ? {} : { tag }), ...withText });
      }}
    >
      <fieldset class="live-reason__tags">
        <legend>{t('live.reason')}</legend>
        {TAGS.map((each) => (
          <button
            key={each}
            type="button"
            class="live-reason__tag"
            data-tag={each}
            aria-pressed={tag === each}
            onClick={() => give({ ...(tag === each ? {} : { tag: each }), ...withText })}
          >
            {tag === each && <Icon name="check" />}
            {t('live.reason.tag', { tag: each })}
          </button>
        ))}
      </fieldset>
      {hasWords && (
        <div class="live-reason__words">
          <label for="reason-text">{t('live.reason.words')}</label>
          <textarea
            id="reason-text"
            name="reason"
            rows={2}
            maxLength={MAX_LENGTH}
            value={text}
            aria-describedby="reason-left"
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p id="reason-left">{t('live.reason.left', { count: MAX_LENGTH - text.length })}</p>
          <button type="submit" class="button" data-action="reason-send">
            <span class="button__text">{t('live.reason.send')}</span>
          </button>
          <p role="status" data-reason-sent>
            {words !== '' && own.reason?.text === words ? t('live.reason.sent') : ''}
          </p>
        </div>
      )}
    </form>
  );
}

/** How the class has voted, and why; nobody is named. */
function Result({ vote }: { readonly vote: LiveVoteView }) {
  const t = useWords();
  return (
    <>
      <p role="status" class="live-vote__own">
        {t('live.result', { total: vote.total })}
      </p>
      <ol class="live-result">
        {vote.options.map((option) => (
          <li key={option.id} class="live-result__option" data-own={option.isOwn}>
            <Letter letter={option.letter} />
            <Label label={option.label} />
            <Bar percent={option.percent} />
            <span class="live-result__words">
              {t('live.votes', { count: option.count, percent: option.percent })}
              {option.isOwn && <b> {t('live.vote.yours')}</b>}
            </span>
          </li>
        ))}
      </ol>
      {vote.reasons.length > 0 && (
        <details class="live-reasons" open>
          <summary>{t('live.reasons', { count: vote.reasons.length })}</summary>
          <ul>
            {vote.reasons.map(({ letter, tag, text }, index) => (
              <li key={`${index} ${letter}`}>
                <Letter letter={letter} />
                <span>
                  {tag !== undefined && <b>{t('live.reason.tag', { tag })}</b>} {text}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Letter({ letter }: { readonly letter: string }) {
  return <span class="live-letter">{letter}</span>;
}

function Label({ label }: { readonly label: Prose }) {
  return (
    <span class="live-result__label">
      <PlainProse prose={label} />
    </span>
  );
}

export function Bar({ percent }: { readonly percent: number }) {
  return (
    <span class="live-result__bar" aria-hidden="true">
      <i style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}
