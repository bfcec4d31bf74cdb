import type { FeedbackView, LightView } from '../../../core/view-model/index.ts';
import { Emblem, Icon } from '../parts/art.tsx';
import { ContinueButton } from '../parts/continue-button.tsx';
import { useWords } from '../parts/env.ts';
import { Changes } from '../parts/line-changes.tsx';
import { ModelButton } from '../parts/model-card.tsx';
import { PlainProse, ProseText } from '../parts/prose.tsx';
import { LIGHT_ICONS, listed } from '../parts/verdicts.ts';
import { TrendMark } from './party-strip.tsx';

/** What a choice led to: the words of the story, who moved, how a table voted. */
export function Feedback({ feedback, scene }: { readonly feedback: FeedbackView; readonly scene: string }) {
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
      {feedback.isFirstSight ? (
        // The heading of the page is the title of the scene above.
        <h2 id="feedback-title" class="feedback__title">
          {t('feedback.title')}
        </h2>
      ) : (
        <h1 id="feedback-title" class="feedback__title" tabIndex={-1} data-heading>
          {t(table ? (table.signed ? 'feedback.title.signed' : 'feedback.title.refused') : 'feedback.title')}
        </h1>
      )}
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
                  <b>{name}:</b> {state}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div class="ways">
        <ContinueButton scene={scene} />
      </div>
    </section>
  );
}

type ClosedTable = NonNullable<FeedbackView['table']>;

/** How the table ended, and who would have said what: with the reasons, and what would have been enough. */
function Table({ table }: { readonly table: ClosedTable }) {
  const t = useWords();
  const { signed, left, partner, rounds, lights } = table;
  return (
    <div class="votes" data-signed={signed}>
      <p class={`stamp ${signed ? 'stamp--good' : 'stamp--bad'}`}>
        {t('table.closed', { how: signed ? 'signed' : left ? 'left' : 'refused' })}
        <small>{t('table.closed.after', { partner, rounds })}</small>
      </p>
      <h2 class="small-heading">{t('table.votes')}</h2>
      <ul class="votes__list">
        {lights.map((light) => (
          <ClosedLight key={light.party} light={light} />
        ))}
      </ul>
      <p class="fine-print">{t('table.assumption')}</p>
      <ModelButton kind="quiet" />
    </div>
  );
}

function ClosedLight({ light }: { readonly light: LightView }) {
  const t = useWords();
  const { party, verdict, name, emblem, shortBy, reasons, redLines, suggestion } = light;
  return (
    <li class={`vote vote--${verdict}`} data-party={party} data-verdict={verdict}>
      <span class="vote__who">
        <Emblem name={emblem} />
        <b>{name}</b>
      </span>
      <span class="vote__light">
        <Icon name={LIGHT_ICONS[verdict]} />
        {t('table.verdict', { verdict })}
        {shortBy !== undefined && <small>{t('table.short', { points: shortBy })}</small>}
      </span>
      {redLines.length > 0 && (
        <span class="vote__red-line">
          <Icon name="lock-key" />
          {t('table.redLine', { issues: listed(redLines) })}
        </span>
      )}
      {reasons.length > 0 && (
        <span class="vote__reasons">{t('table.reasons', { issues: listed(reasons) })}</span>
      )}
      {suggestion === 'none' && <span class="vote__reasons">{t('table.suggest.none', { party: name })}</span>}
      {suggestion !== undefined && suggestion !== 'none' && (
        <details class="vote__change">
          <summary data-action="suggest">{t('table.suggest.was', { party: name })}</summary>
          <Changes changes={suggestion.changes} />
        </details>
      )}
    </li>
  );
}
