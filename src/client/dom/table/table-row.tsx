import type { TableOptionView, TableRowView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { UnknownStakes, WishMarks } from './wish-marks.tsx';

interface TableRowProps {
  readonly row: TableRowView;
  readonly isOver: boolean;
  /** A rule moved the line along with another. */
  readonly isFollowing: boolean;
  readonly onTouch: () => void;
}

/** One line of the contract as a row of options, the own wish first. */
export function TableRow({ row, isOver, isFollowing, onTouch }: TableRowProps) {
  const { send } = useDom();
  const t = useWords();
  const { issue, name, question, options, isAtStake, isChanged } = row;
  return (
    <fieldset
      class={`issue${isAtStake ? ' issue--stake' : ''}`}
      disabled={isOver}
      data-issue={issue}
      data-changed={isChanged}
    >
      <legend class="issue__legend">
        <b class="issue__name">{name}</b> <span class="issue__question">{question}</span>
      </legend>
      <div class="issue__notes">
        {isAtStake && <span class="issue__note issue__note--stake">{t('contract.atStake')}</span>}
        {isFollowing && <span class="issue__note">{t('table.followsRule')}</span>}
        <UnknownStakes stakes={row.stakes} />
      </div>
      <div class="picks" style={{ '--picks': `${options.length}` }}>
        {options.map((option) => (
          <Pick key={option.option} row={row} option={option} onTouch={onTouch} />
        ))}
      </div>
      <div class="issue__undo">
        {isChanged && !isOver && (
          <Button
            action="undo-row"
            kind="bar"
            icon="arrow-u-up-left"
            label={t('table.undoRow', { name })}
            onPress={(event) => {
              // The button leaves with the change: the focus stays in the row.
              const chosen = event.currentTarget
                .closest('fieldset')
                ?.querySelector<HTMLElement>('input:checked');
              send({ type: 'table.undo', issue });
              chosen?.focus();
            }}
          />
        )}
      </div>
    </fieldset>
  );
}

interface PickProps {
  readonly row: TableRowView;
  readonly option: TableOptionView;
  readonly onTouch: () => void;
}

function Pick({ row, option, onTouch }: PickProps) {
  const { send } = useDom();
  const t = useWords();
  const { issue } = row;
  const id = `pick-${issue}-${option.option}`;
  const isBefore = option.isBase && row.isChanged;
  return (
    <label
      class="pick"
      data-countered={option.isCountered}
      data-agreed={option.isCountered && option.isChosen}
      data-base={isBefore}
    >
      <input
        type="radio"
        name={issue}
        value={option.option}
        checked={option.isChosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-marks`}
        onChange={() => {
          onTouch();
          send({ type: 'table.set', issue, option: option.option });
        }}
      />
      <span class="pick__name" id={`${id}-name`}>
        {option.name}
      </span>
      <span class="pick__marks" id={`${id}-marks`}>
        {option.isCountered && !option.isChosen && (
          <span class="pick__flag">
            <Icon name="flag" />
            {t('table.flag.counter')}
          </span>
        )}
        {option.isCountered && option.isChosen && (
          <span class="pick__agreed">
            <Icon name="flag" />
            <span class="visually-hidden">{t('table.flag.agreed')}</span>
          </span>
        )}
        {isBefore && <span class="pick__before">{t('table.flag.before')}</span>}
        <WishMarks wishes={option.wishes} />
      </span>
    </label>
  );
}
