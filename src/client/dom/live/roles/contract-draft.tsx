import { type LiveDraftView, type LiveRoleView, withDraftLine } from '../../../../core/view-model/index.ts';
import { Icon } from '../../parts/art.tsx';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { listed } from '../../parts/verdicts.ts';
import { Worth } from './on-the-table.tsx';

interface ContractDraftProps {
  readonly role: LiveRoleView;
  readonly draft: LiveDraftView;
  readonly onChange: (draft: LiveDraftView) => void;
  /** Back to the contract on the table. */
  readonly onReset: () => void;
}

/** A contract of one's own: what it is worth is seen at once, and by the own party only. */
export function ContractDraft({ role, draft, onChange, onReset }: ContractDraftProps) {
  const { send } = useDom();
  const t = useWords();
  const { sheet, table, desk, isSpeaker, canPropose } = role;
  const blocked = !isSpeaker ? 'speaker' : !canPropose ? 'round' : undefined;
  return (
    <section class="role-card role-draft" aria-labelledby="role-draft">
      <h2 id="role-draft">{t('live.role.draft')}</h2>
      <p>{t('live.role.draft.about')}</p>
      {sheet.lines.map(({ issue, name, question, options }) => (
        <fieldset key={issue} class="role-line" data-issue={issue}>
          <legend>
            <b>{name}</b> <span class="role-line__question">{question}</span>
          </legend>
          {options.map(({ option, name: label, points, isRedLine }) => (
            <label key={option} class="role-option">
              <input
                type="radio"
                name={issue}
                value={option}
                checked={draft.offer[issue] === option}
                onChange={() => onChange(withDraftLine(desk, draft, issue, option))}
              />
              <span class="role-option__name">{label}</span>
              <span class="role-option__points">
                {isRedLine && (
                  <>
                    <Icon name="lock-key" />
                    <span class="visually-hidden">{t('live.role.redLine.short')} </span>
                  </>
                )}
                {t('live.role.pointsOf', { points })}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div class="role-draft__end">
        <div role="status">
          <Worth worth={draft.worth} planB={sheet.planB} />
          {draft.followed.length > 0 && (
            <p>
              {t('table.followed', {
                lines: listed(draft.followed.map(({ name, to }) => t('table.line', { name, option: to }))),
              })}
            </p>
          )}
        </div>
        <div class="role-draft__ways">
          <Button
            action="propose"
            kind="primary"
            icon="handshake"
            takesOneClick
            {...(blocked ? { blockedBy: 'role-blocked' } : {})}
            onPress={() =>
              send({
                type: 'live.send',
                command: {
                  type: 'role.move',
                  at: table.moves,
                  move: { type: 'propose', offer: draft.offer },
                },
              })
            }
          >
            {t('live.role.propose')}
          </Button>
          <Button action="draft-reset" kind="quiet" icon="arrow-u-up-left" onPress={onReset}>
            {t('live.role.reset')}
          </Button>
        </div>
        {blocked && <p id="role-blocked">{t('live.role.blocked', { why: blocked })}</p>}
      </div>
    </section>
  );
}
