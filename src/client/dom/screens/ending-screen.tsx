import type { EndingView, GaugeView, PlayView, QuizOfferView } from '../../../core/view-model/index.ts';
import { AfterPaint } from '../parts/after-paint.tsx';
import { Figure, Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { ModelButton } from '../parts/model-card.tsx';
import { SettingsButton } from '../parts/page-frame.tsx';
import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { EndingPicture } from './ending-picture.tsx';
import { ModelWeights } from './model-weights.tsx';
import { PathTable } from './path-table.tsx';
import { Timeline } from './reports.tsx';

/** How the run ended, why, what really happened, and what it meant for whom. */
export function EndingScreen({ play, ending }: { readonly play: PlayView; readonly ending: EndingView }) {
  const { view, send } = useDom();
  const t = useWords();
  return (
    <div class="ending" data-ending={ending.id} data-tone={ending.tone}>
      <header class="ending__head">
        <div class="ending__map" aria-hidden="true" />
        {ending.picture && <EndingPicture picture={ending.picture} />}
        {!ending.picture && ending.speaker && (
          <div class="ending__figure" aria-hidden="true">
            <Figure name={ending.speaker.figure} mood={ending.speaker.mood} />
          </div>
        )}
        <div class="ending__words">
          <p class="eyebrow">
            {t('ending.eyebrow', { date: dateWords(view.language, play.masthead.date, 'long') })}
          </p>
          <h1 class="ending__title" tabIndex={-1} data-heading>
            {ending.title}
          </h1>
          <p class="ending__lead">
            <ProseText prose={ending.story} />
          </p>
        </div>
        <p class={`stamp stamp--${ending.isHistory ? 'mixed' : ending.tone}`}>
          {t('ending.stamp', { isHistory: ending.isHistory ? 'yes' : 'no' })}
          <small>{t('ending.stamp.note', { isHistory: ending.isHistory ? 'yes' : 'no' })}</small>
        </p>
        <div class="ending__tools">
          <SettingsButton />
        </div>
      </header>
      <main id="main" class="ending__main" tabIndex={-1}>
        <div class="ending__story">
          <section aria-labelledby="ending-why">
            <h2 id="ending-why">{t('ending.why')}</h2>
            <p>
              <ProseText prose={ending.why} />
            </p>
          </section>
          <section class="ending__reality" aria-labelledby="ending-reality">
            <h2 id="ending-reality">{t('ending.reality')}</h2>
            <p>
              <ProseText prose={ending.reality} />
            </p>
          </section>
          <AfterPaint>
            {play.notebook.aftermath.length > 0 && (
              <details class="ending__aftermath" data-part="aftermath">
                <summary>
                  <h2>{t('aftermath.title')}</h2>
                </summary>
                <Timeline events={play.notebook.aftermath} />
              </details>
            )}
            <PathTable path={ending.path} />
            <section aria-labelledby="ending-reflection">
              <h2 id="ending-reflection">{t('ending.reflection')}</h2>
              {ending.prompts.length > 0 && <Prompts prompts={ending.prompts} />}
              {ending.prompts.length > 0 && <h3>{t('ending.reflection.always')}</h3>}
              <Prompts prompts={ending.reflection} />
            </section>
            {view.modelCard?.weights && <ModelWeights weights={view.modelCard.weights} />}
            <Footnotes facts={play.footnotes} />
          </AfterPaint>
        </div>
        <aside class="ending__side" aria-label={t('ending.side')}>
          <Gauges gauges={ending.gauges} />
          {ending.goal && (
            <section class="ending__goal">
              <h2>{t('ending.goal')}</h2>
              <p>{ending.goal}</p>
              <p class="fine-print">{t('ending.goal.ask')}</p>
            </section>
          )}
          <section>
            <h2>{t('ending.quiz')}</h2>
            <p>{t('ending.quiz.result', { correct: ending.quiz.correct, answered: ending.quiz.answered })}</p>
            {view.quizOffer && <QuizAfter offer={view.quizOffer} />}
          </section>
          <div class="ways ways--stacked">
            <Button
              action="debrief"
              kind="primary"
              icon="arrow-right"
              onPress={() => send({ type: 'screen.open', screen: 'debrief' })}
            >
              {t('ending.debrief')}
            </Button>
            <Button
              action="start"
              icon="clock-counter-clockwise"
              onPress={() => send({ type: 'screen.open', screen: 'setup' })}
            >
              {t('ending.again')}
            </Button>
            <Button action="share" icon="share-network" onPress={() => send({ type: 'run.export' })}>
              {t('ending.share')}
            </Button>
            <Button action="print" icon="printer" onPress={() => globalThis.print()}>
              {t('ending.print')}
            </Button>
            <ModelButton />
            <Button
              action="notebook"
              icon="notebook"
              onPress={() => send({ type: 'screen.open', screen: 'notebook' })}
            >
              {t('nav.notebook')}
            </Button>
            <Button
              action="title"
              kind="quiet"
              onPress={() => send({ type: 'screen.open', screen: 'title' })}
            >
              {t('nav.title')}
            </Button>
          </div>
        </aside>
      </main>
    </div>
  );
}

/** Once more, while it is fresh; and the form that stands beside the one before the run. */
function QuizAfter({ offer }: { readonly offer: QuizOfferView }) {
  const { send } = useDom();
  const t = useWords();
  const { repeat, testCount } = offer;
  return (
    <div class="ending__quiz">
      {repeat.length > 0 && (
        <Button
          action="quiz-repeat"
          icon="clock-counter-clockwise"
          onPress={() => send({ type: 'round.start', kind: 'again', items: repeat })}
        >
          {t('ending.quiz.repeat', { count: repeat.length })}
        </Button>
      )}
      {testCount > 0 && (
        <Button
          action="post-test"
          icon="seal-question"
          onPress={() => send({ type: 'round.start', kind: 'post' })}
        >
          {t('ending.quiz.test', { count: testCount })}
        </Button>
      )}
    </div>
  );
}

function Prompts({ prompts }: { readonly prompts: readonly string[] }) {
  return (
    <ol class="numbered">
      {prompts.map((prompt) => (
        <li key={prompt}>{prompt}</li>
      ))}
    </ol>
  );
}

function Gauges({ gauges }: { readonly gauges: readonly GaugeView[] }) {
  const t = useWords();
  return (
    <section aria-labelledby="gauges-title">
      <h2 id="gauges-title">{t('ending.gauges')}</h2>
      <ul class="gauges">
        {gauges.map((gauge) => (
          <li key={gauge.id} class="gauge" data-gauge={gauge.id} data-value={gauge.value}>
            <Icon name={gauge.icon} />
            <span class="gauge__name">{gauge.name}</span>
            <span class="gauge__value">
              {gauge.value}
              <span class="visually-hidden">{t('ending.gauge.of')}</span>
            </span>
            <span class="gauge__track" aria-hidden="true">
              <i style={{ '--value': `${gauge.value}` }} />
            </span>
            <span class="gauge__about">{gauge.about}</span>
          </li>
        ))}
      </ul>
      <p class="fine-print">
        <Icon name="scales" /> {t('ending.gauges.note')}
      </p>
    </section>
  );
}
