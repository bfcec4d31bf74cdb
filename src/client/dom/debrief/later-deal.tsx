import type { LaterAnswerView, LaterDealView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';

const ICONS = {
  yes: 'check-circle',
  no: 'x-circle',
  line: 'x-circle',
  notAsked: 'minus-circle',
} as const satisfies Record<LaterAnswerView['answer'], string>;

interface LaterDealProps {
  readonly deal: LaterDealView;
}

/** The later contract before the model of the story: who would have said yes, and in what it differs. */
export function LaterDeal({ deal }: LaterDealProps) {
  const t = useWords();
  return (
    <section class="later" aria-labelledby="later-deal-title" data-part="later-deal">
      <h3 id="later-deal-title">{deal.title}</h3>
      <p class="later__lead">{t('debrief.reality.lead')}</p>
      <Votes deal={deal} />
      <Lines deal={deal} />
      <h4>{t('debrief.reality.notes')}</h4>
      <ul class="later__notes">
        {deal.notes.map(({ id, text }) => (
          <li key={id}>
            <ProseText prose={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Votes({ deal: { name, moments, votes } }: LaterDealProps) {
  const { view } = useDom();
  const t = useWords();
  const heads = moments.map((moment) =>
    t('debrief.reality.moment', { isEnd: moment.isEndOfRun ? 'yes' : 'no', name: moment.name }),
  );
  return (
    <table class="debrief-table debrief-table--stacked later__table" data-part="later-votes">
      <caption>{t('debrief.reality.votes', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('debrief.reality.party')}</th>
          {moments.map((moment, at) => (
            <th key={moment.id} scope="col">
              {heads[at]}
              <small>
                <time dateTime={moment.date}>{dateWords(view.language, moment.date, 'short')}</time>
              </small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {votes.map((vote) => (
          <tr key={vote.party} data-party={vote.party}>
            <th scope="row">{vote.name}</th>
            {vote.answers.map((answer, at) => (
              <td key={moments[at]?.id} data-label={heads[at]}>
                <Answer answer={answer} />
              </td>
            ))}
          </tr>
        ))}
        <tr data-party="all">
          <th scope="row">{t('debrief.reality.all')}</th>
          {moments.map((moment, at) => (
            <td key={moment.id} data-label={heads[at]}>
              <span class="later__answer" data-answer={moment.isAgreed ? 'yes' : 'no'}>
                <Icon name={ICONS[moment.isAgreed ? 'yes' : 'no']} />
                {t('debrief.reality.agreed', { agreed: moment.isAgreed ? 'yes' : 'no' })}
              </span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Answer({ answer: { answer, points, needed } }: { readonly answer: LaterAnswerView }) {
  const t = useWords();
  return (
    <>
      <span class="later__answer" data-answer={answer}>
        <Icon name={ICONS[answer]} />
        {t('debrief.reality.answer', { answer })}
      </span>
      {answer !== 'notAsked' && <small>{t('debrief.reality.points', { points, needed })}</small>}
    </>
  );
}

function Lines({ deal: { name, beside, lines } }: LaterDealProps) {
  const t = useWords();
  if (beside.length === 0) return null;
  const heads = beside.map((other) => (other.isOwn ? t('debrief.reality.own') : other.name));
  return (
    <table class="debrief-table debrief-table--stacked later__table" data-part="later-lines">
      <caption>{t('debrief.reality.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('debrief.reality.line')}</th>
          <th scope="col">{name}</th>
          {beside.map((other, at) => (
            <th key={other.id} scope="col">
              {heads[at]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.issue} data-issue={line.issue}>
            <th scope="row">{line.name}</th>
            <td data-label={name}>{line.value}</td>
            {line.others.map(({ value, isSame }, at) => (
              <td key={beside[at]?.id} data-label={heads[at]} class={isSame ? 'later__same' : undefined}>
                {isSame ? t('debrief.reality.same') : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
