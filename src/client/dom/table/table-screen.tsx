import { useLayoutEffect, useState } from 'preact/hooks';
import type { PlayView, PracticeSetupView, TableView } from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { ModelButton } from '../parts/model-card.tsx';
import { PageBar } from '../parts/page-frame.tsx';
import { UndoButton } from '../parts/undo-button.tsx';
import { RunHead } from '../play/run-head.tsx';
import { StageHost } from '../play/stage-host.tsx';
import { CounterOffer } from './counter-offer.tsx';
import { Lights } from './lights.tsx';
import { Outcome } from './outcome.tsx';
import { Overview } from './overview.tsx';
import { PracticeSetup } from './practice-setup.tsx';
import { Reply } from './reply.tsx';
import { Search } from './search.tsx';
import { TableActions } from './table-actions.tsx';
import { TableRows } from './table-rows.tsx';
import { Turns } from './turns.tsx';

/** The negotiation table: in a run with the story around it, for practice with a setup above it. */
export function TableScreen({ table }: { readonly table: TableView }) {
  const { view } = useDom();
  const { play, practice } = view;
  return (
    <div class={`table table--${table.kind}`}>
      {table.kind === 'story' && play ? <RunHead masthead={play.masthead} /> : <PageBar />}
      <Region table={table} play={play} practice={practice} />
    </div>
  );
}

interface RegionProps {
  readonly table: TableView;
  readonly play: PlayView | undefined;
  readonly practice: PracticeSetupView | undefined;
}

function Region({ table, play, practice }: RegionProps) {
  const { view } = useDom();
  const t = useWords();
  const { outcome, turn } = table;
  const [isSetupOpen, setSetupOpen] = useState(turn === 0);
  // Once the talks are under way, the rows should be what is seen first.
  useLayoutEffect(() => {
    if (turn > 0) setSetupOpen(false);
  }, [turn]);
  const isPractice = table.kind === 'practice';
  const title = isPractice
    ? t('practice.title')
    : (play?.scene?.title ?? t('table.title', { name: table.trackName }));
  // The focus goes to the newest heading: the page's own first, then what each turn brought.
  const isFresh = turn === 0 && !outcome;
  return (
    <main
      id="main"
      class="table__body"
      tabIndex={-1}
      aria-busy={view.isBusy}
      data-scene={isPractice ? undefined : play?.scene?.id}
      data-state="table"
      data-table={outcome ? (outcome.isSigned ? 'signed' : 'refused') : 'open'}
      data-turn={turn}
      data-rounds-left={table.roundsLeft}
    >
      <div class="table__main">
        <header class="table__head">
          <h1 class="table__title" tabIndex={-1} data-heading={isFresh ? '' : undefined}>
            {title}
          </h1>
          <p class="eyebrow">
            {t('table.eyebrow', {
              name: table.trackName,
              date: dateWords(view.language, table.date, 'long'),
              phase: table.phase,
            })}
          </p>
        </header>
        {isPractice && practice && (
          <PracticeSetup
            key={JSON.stringify(practice.chosen)}
            setup={practice}
            isOpen={isSetupOpen}
            onToggle={setSetupOpen}
          />
        )}
        <div class="table__band">
          {outcome ? (
            <Outcome table={table} outcome={outcome} onSetup={() => setSetupOpen(true)} />
          ) : (
            <Reply table={table} />
          )}
          {!isPractice && (
            <div class="table__stage">
              <StageHost />
            </div>
          )}
        </div>
        {!outcome && table.counter && <CounterOffer table={table} counter={table.counter} />}
        <TableRows table={table} />
      </div>
      <aside class="table__side" aria-label={t('table.side')}>
        <Lights table={table} />
        {!outcome && <TableActions key={turn} table={table} />}
      </aside>
      <div class="table__more">
        {!outcome && <Search search={table.search} />}
        <Turns turns={table.turns} />
        <Overview table={table} />
        {/* At the practice table there is nothing to take back: the run behind it is another matter. */}
        {!isPractice && <UndoButton />}
        <p class="fine-print">{t('table.assumption')}</p>
        <ModelButton kind="quiet" />
      </div>
    </main>
  );
}
