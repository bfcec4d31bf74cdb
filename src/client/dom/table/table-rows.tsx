import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { IssueId } from '../../../core/domain/index.ts';
import type { TableView } from '../../../core/view-model/index.ts';
import { Emblem, Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';
import { listed } from '../parts/verdicts.ts';
import { TableRow } from './table-row.tsx';

/** The contract on the table, line by line. */
export function TableRows({ table }: { readonly table: TableView }) {
  const t = useWords();
  const [touched, setTouched] = useState<IssueId>();
  const { rows, followed, outcome } = table;
  const following = new Set(followed.changes.map(({ issue }) => issue));
  const noteAt = rows.some(({ issue }) => issue === touched) ? touched : rows[0]?.issue;
  const changed = rows.filter(({ isChanged }) => isChanged).length;
  return (
    <section class="issues" aria-labelledby="issues-title">
      <header class="issues__head">
        <h2 id="issues-title" class="issues__title">
          {t('table.draft')}
        </h2>
        <p class="issues__count">{t('table.changed', { count: changed })}</p>
        <Legend table={table} />
      </header>
      <p class="issues__axis" aria-hidden="true">
        <span>{t('contract.axis.near')}</span>
        <span>{t('contract.axis.far')}</span>
      </p>
      {rows.map((row) => (
        <Fragment key={row.issue}>
          <TableRow
            row={row}
            isOver={outcome !== undefined}
            isFollowing={following.has(row.issue)}
            onTouch={() => setTouched(row.issue)}
          />
          {followed.changes.length > 0 && row.issue === noteAt && <Followed followed={followed} />}
        </Fragment>
      ))}
    </section>
  );
}

/** Whose sign is whose: for the eye only, beside each sign stands the name for screen readers. */
function Legend({ table }: { readonly table: TableView }) {
  const t = useWords();
  const parties = new Map(table.rows.flatMap(({ stakes }) => stakes).map((wish) => [wish.party, wish]));
  return (
    <p class="issues__legend" aria-hidden="true">
      {[...parties.values()].map(({ party, name, emblem }) => (
        <span key={party}>
          <Emblem name={emblem} />
          {name}
        </span>
      ))}
      <span>
        <span class="weight">
          <i class="weight__bar weight__bar--on" />
          <i class="weight__bar weight__bar--on" />
          <i class="weight__bar" />
        </span>
        {t('table.legend.weight')}
      </span>
    </p>
  );
}

function Followed({ followed }: Pick<TableView, 'followed'>) {
  const t = useWords();
  return (
    <div class="followed">
      <Icon name="info" />
      <div>
        <p>
          {t('table.followed', {
            lines: listed(followed.changes.map(({ name, to }) => t('table.line', { name, option: to }))),
          })}
        </p>
        {followed.rules.map((rule) => (
          <p key={rule} class="followed__rule">
            {rule}
          </p>
        ))}
      </div>
    </div>
  );
}
