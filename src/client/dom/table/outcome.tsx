import type { TableOutcomeView, TableView } from '../../../core/view-model/index.ts';
import { Figure } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { listed } from '../parts/verdicts.ts';
import { outcomeParams } from './table-words.ts';

const STAMPS: Readonly<Record<string, string>> = {
  ratified: 'good',
  signed: 'good',
  unratified: 'mixed',
  refused: 'bad',
};

interface OutcomeProps {
  readonly table: TableView;
  readonly outcome: TableOutcomeView;
  readonly onSetup: () => void;
}

/** How the table ended, and why. */
export function Outcome({ table, outcome, onSetup }: OutcomeProps) {
  const { view, send } = useDom();
  const t = useWords();
  const { counterpart, kind } = table;
  const params = outcomeParams(table, outcome);
  const against = outcome.lights.filter(({ verdict }) => verdict === 'no' || verdict === 'close');
  const options = view.practice?.chosen;
  return (
    <section
      class="reply outcome"
      aria-labelledby="outcome-title"
      data-color={counterpart?.color}
      data-outcome={params.outcome}
      data-new="first"
    >
      {counterpart?.figure && (
        <div class="reply__figure" aria-hidden="true">
          <Figure name={counterpart.figure} mood={counterpart.mood} />
        </div>
      )}
      <div class="reply__words">
        <p class={`stamp stamp--${STAMPS[params.outcome]}`}>
          {t('table.stamp', params)}
          <small>{table.trackName}</small>
        </p>
        <h2 id="outcome-title" class="reply__title" tabIndex={-1} data-heading="later">
          {t('table.outcome', params)}
        </h2>
        <p class="reply__note">
          {t('table.outcome.against', {
            signed: outcome.isSigned ? 'yes' : 'no',
            count: against.length,
            names: listed(against.map(({ name }) => name)),
          })}
        </p>
        {kind === 'practice' && (
          <div class="ways">
            <Button
              action="practice-again"
              kind="primary"
              icon="clock-counter-clockwise"
              onPress={() => send({ type: 'practice.start', ...(options ? { options } : {}) })}
            >
              {t('practice.again')}
            </Button>
            <Button
              action="practice-change"
              icon="gear"
              onPress={() => {
                onSetup();
                requestAnimationFrame(() => document.getElementById('practice-setup')?.focus());
              }}
            >
              {t('practice.change')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
