import type { FeedbackView, VoteView } from '../../../core/view-model/index.ts';
import { Emblem, Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ModelButton } from '../parts/model-card.tsx';
import { PlainProse, ProseText } from '../parts/prose.tsx';
import { TrendMark } from './party-strip.tsx';

/** What a choice led to: the words of the story, who moved, how a table voted. */
export function Feedback({ feedback, scene }: { readonly feedback: FeedbackView; readonly scene: string }) {
  const { send } = useDom();
  const t = useWords();
  const { table } = feedback;
  return (
    <section class="feedback" aria-labelledby="feedback-title">
      <p class="feedback__choice">
        <span class="eyebrow">{t('feedback.youChose')}</span>
        <span class="feedback__quote">
          <PlainProse prose={feedback.choice} />
        </span>
      </p>
      <h1 id="feedback-title" class="feedback__title" tabIndex={-1} data-heading>
        {t(table ? (table.signed ? 'feedback.title.signed' : 'feedback.title.refused') : 'feedback.title')}
      </h1>
      <p class="feedback__text">
        <ProseText prose={feedback.text} />
      </p>
      {table && <Table table={table} />}
      <div class="feedback__moves">
        {feedback.changes.length > 0 && (
          <div>
            <h2 class="small-heading">{t('feedback.reactions')}</h2>
            <ul class="changes">
              {feedback.changes.map((change) => (
                <li key={change.party} class={`change change--${change.trend}`} data-party={change.party}>
                  <Emblem name={change.emblem} />
                  <b>{change.name}</b>
                  <TrendMark trend={change.trend} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {feedback.events.length > 0 && (
          <div>
            <h2 class="small-heading">{t('feedback.events')}</h2>
            <ul class="happenings">
              {feedback.events.map(({ name, state }) => (
                <li key={`${name} ${state}`}>
                  <b>{name}</b> {state}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div class="ways">
        <Button
          action="continue"
          kind="primary"
          iconAfter="arrow-right"
          onPress={() => send({ type: 'scene.continue', scene })}
        >
          {t('play.continue')}
        </Button>
      </div>
    </section>
  );
}

type TableView = NonNullable<FeedbackView['table']>;

// Each verdict has its own shape, so nothing depends on the colour.
const LIGHTS = {
  yes: 'check-circle',
  close: 'circle-half',
  no: 'x-circle',
  'no-say': 'minus-circle',
  unknown: 'question',
} as const satisfies Record<VoteView['verdict'], string>;

function Table({ table }: { readonly table: TableView }) {
  const t = useWords();
  return (
    <div class="votes" data-signed={table.signed}>
      <p class={`stamp ${table.signed ? 'stamp--good' : 'stamp--bad'}`}>
        {t(table.signed ? 'table.signed' : 'table.refused')}
        <small>
          {table.partner} · {table.draft}
        </small>
      </p>
      <h2 class="small-heading">{t('table.votes')}</h2>
      <ul class="votes__list">
        {table.votes.map((vote) => (
          <li
            key={vote.party}
            class={`vote vote--${vote.verdict}`}
            data-party={vote.party}
            data-verdict={vote.verdict}
          >
            <span class="vote__who">
              <Emblem name={vote.emblem} />
              <b>{vote.name}</b>
            </span>
            <span class="vote__light">
              <Icon name={LIGHTS[vote.verdict]} />
              {t('table.verdict', { verdict: vote.verdict })}
            </span>
            {vote.redLines.length > 0 && (
              <span class="vote__red-line">
                <Icon name="lock-key" />
                {t('table.redLine', { issues: vote.redLines.join(', ') })}
              </span>
            )}
            {vote.reasons.length > 0 && (
              <span class="vote__reasons">{t('table.reasons', { issues: vote.reasons.join(', ') })}</span>
            )}
          </li>
        ))}
      </ul>
      <p class="fine-print">{t('table.assumption')}</p>
      <ModelButton kind="quiet" />
    </div>
  );
}
