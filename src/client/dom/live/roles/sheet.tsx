import type { LiveSheetView } from '../../../../core/view-model/index.ts';
import { Icon } from '../../parts/art.tsx';
import { useWords } from '../../parts/env.ts';
import { FactButtons } from '../../parts/fact-buttons.tsx';
import { listed } from '../../parts/verdicts.ts';

/** What only the own party may read: its instructions, its points, its red lines. */
export function Sheet({ sheet }: { readonly sheet: LiveSheetView }) {
  const t = useWords();
  const { brief, lines, planB, redLines, hiddenWeight } = sheet;
  return (
    <details class="fold role-card role-sheet" open data-sheet={sheet.party}>
      <summary>
        <h2>{t('live.role.sheet')}</h2>
      </summary>
      <p class="role-sheet__secret">
        <Icon name="lock-key" />
        <span>{t('live.role.sheet.secret')}</span>
      </p>
      {brief.length > 0 && (
        <ul class="role-sheet__brief">
          {brief.map(({ text, facts }) => (
            <li key={text}>
              {text} {facts.length > 0 ? <FactButtons facts={facts} /> : <i>{t('live.role.invented')}</i>}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('live.role.planB')}</h3>
      <p>{t('live.role.planB.about', { planB })}</p>
      {redLines.length > 0 && (
        <>
          <h3>{t('live.role.redLines')}</h3>
          <ul>
            {redLines.map(({ name, options }) => (
              <li key={name}>{t('live.role.redLines.line', { line: name, options: listed(options) })}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('live.role.points')}</h3>
      <p>{t('live.role.points.about', { hidden: hiddenWeight })}</p>
      <ul class="role-sheet__points">
        {lines
          .toSorted((a, b) => b.weight - a.weight)
          .map(({ issue, name, weight, options }) => (
            <li key={issue} data-issue={issue}>
              <b>{t('live.role.points.line', { line: name, points: weight })}</b>{' '}
              {listed(
                options.map((option) =>
                  t('live.role.points.option', { option: option.name, points: option.points }),
                ),
              )}
            </li>
          ))}
      </ul>
    </details>
  );
}
