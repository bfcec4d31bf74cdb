import type { RoundReviewView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { QuizExplained } from './quiz-explained.tsx';
import { verdictOf } from './quiz-text.ts';
import { RetestComparison } from './retest-form.tsx';

/** What came of a round: in words, by how sure the player was, and every item that is worth another look. */
export function RoundReview({ round }: { readonly round: RoundReviewView }) {
  const { send } = useDom();
  const t = useWords();
  const { kind, right, count, skipped, calibration, explained, missed, gain, retest } = round;
  const isTest = kind === 'pre' || kind === 'post';
  return (
    <PageFrame name="review" title={t('round.review')} lead={t('round.score', { right, count })}>
      <div class="round-review" data-round={kind} data-right={right} data-count={count}>
        {skipped > 0 && <p>{t('round.skipped', { count: skipped })}</p>}
        {kind === 'pre' && <p>{t('round.pre.next')}</p>}
        {gain && (
          <section class="round-review__gain" aria-labelledby="gain-title">
            <h2 id="gain-title">{t('round.gain')}</h2>
            <p>
              {t('round.gain.both', {
                pre: gain.pre.right,
                post: gain.post.right,
                preCount: gain.pre.count,
                postCount: gain.post.count,
              })}
            </p>
            {gain.percent !== undefined && (
              <p data-gain={gain.percent}>
                {t('round.gain.share', { percent: gain.percent, sign: gain.percent < 0 ? 'less' : 'more' })}
              </p>
            )}
            <p class="fine-print">{t('round.gain.note', { count: gain.post.count })}</p>
          </section>
        )}
        {retest?.state === 'known' && (
          <section aria-labelledby="retest-title">
            <h2 id="retest-title">{t('retest.title')}</h2>
            <RetestComparison retest={retest} />
          </section>
        )}
        {calibration.length > 0 && <Calibration rows={calibration} />}
        <div class="ways">
          {missed.length > 0 && !isTest && (
            <Button
              action="round-again"
              kind="primary"
              icon="clock-counter-clockwise"
              onPress={() => send({ type: 'round.start', kind: 'again', items: missed })}
            >
              {t('round.again', { count: missed.length })}
            </Button>
          )}
          <Button
            action="leave"
            kind={missed.length > 0 && !isTest ? 'plain' : 'primary'}
            onPress={() => send({ type: 'screen.back' })}
          >
            {t('round.done')}
          </Button>
          {!isTest && (
            <Button action="quiz" kind="quiet" onPress={() => send({ type: 'round.open' })}>
              {t('round.new')}
            </Button>
          )}
        </div>
        {explained.length > 0 && (
          <section aria-labelledby="explained-title">
            <h2 id="explained-title">{t('round.explained', { isTest: isTest ? 'yes' : 'no' })}</h2>
            <ol class="round-review__items">
              {explained.map((quiz) => {
                const { verdict, icon, words } = verdictOf(quiz);
                return (
                  <li key={quiz.item} data-quiz={quiz.item} data-verdict={verdict}>
                    <h3 class="round-review__stem">
                      <ProseText prose={quiz.stem} />
                    </h3>
                    <p class={`round-review__verdict verdict--${verdict}`}>
                      <Icon name={icon} />
                      {t('quiz.verdict', { verdict: words })}
                      {quiz.confidence && ` · ${t('quiz.confidence', { level: quiz.confidence })}`}
                    </p>
                    <QuizExplained quiz={quiz} />
                  </li>
                );
              })}
            </ol>
          </section>
        )}
        <Footnotes facts={round.footnotes} />
      </div>
    </PageFrame>
  );
}

/** How well the feeling of being sure fits what was right. Nothing is taken off for a wrong answer. */
function Calibration({ rows }: { readonly rows: RoundReviewView['calibration'] }) {
  const t = useWords();
  return (
    <section aria-labelledby="calibration-title">
      <h2 id="calibration-title">{t('round.calibration')}</h2>
      <table class="calibration">
        <thead>
          <tr>
            <th scope="col">{t('round.calibration.level')}</th>
            <th scope="col">{t('round.calibration.right')}</th>
            <th scope="col">{t('round.calibration.wrong')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ level, right, wrong }) => (
            <tr key={level} data-level={level}>
              <th scope="row">{t('quiz.confidence', { level })}</th>
              <td>
                <Marks count={right} kind="right" />
              </td>
              <td>
                <Marks count={wrong} kind="wrong" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="fine-print">{t('round.calibration.note')}</p>
    </section>
  );
}

function Marks({ count, kind }: { readonly count: number; readonly kind: 'right' | 'wrong' }) {
  return (
    <span class="calibration__cell">
      <b>{count}</b>
      <span class="calibration__marks" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <i key={index} class={`quiz-history__${kind}`} />
        ))}
      </span>
    </span>
  );
}
