import { useState } from 'preact/hooks';
import type { LightView, PlanBView, QuestionView, TableView } from '../../../core/view-model/index.ts';
import { Emblem, Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../parts/env.ts';
import { LIGHT_ICONS, listed } from '../parts/verdicts.ts';
import { AskButton } from './ask-button.tsx';
import { PlanB } from './plan-b.tsx';
import { Suggestion } from './suggestion.tsx';

const ROLES = ['self', 'buyer', 'ratifier'] as const satisfies readonly LightView['role'][];

/** How everybody would vote on the contract as it lies on the table, with what hurts and what would help. */
export function Lights({ table }: { readonly table: TableView }) {
  const t = useWords();
  const { outcome, questions, planB } = table;
  const lights = outcome?.lights ?? table.lights;
  const groups = ROLES.map((role) => ({ role, lights: lights.filter((light) => light.role === role) }));
  const shown = new Set(lights.map(({ party }) => party));
  const others = outcome ? [] : questions.filter(({ party }) => !shown.has(party));
  return (
    <section class="lights" id="lights" tabIndex={-1} aria-labelledby="lights-title">
      <h2 id="lights-title" class="lights__title">
        {t(outcome ? 'table.votes' : 'table.lights')}
      </h2>
      {!outcome && (
        <p class="lights__hint">
          {t('table.lights.hint', { cost: questions.find(({ isPossible }) => isPossible)?.cost ?? 'none' })}
        </p>
      )}
      {groups
        .filter((group) => group.lights.length > 0)
        .map((group) => (
          <div key={group.role} class="lights__group" data-role={group.role}>
            <h3 class="eyebrow">{t('table.role', { role: group.role })}</h3>
            <ul>
              {group.lights.map((light) => (
                <Light
                  key={light.party}
                  light={light}
                  planB={outcome ? undefined : planB.find(({ party }) => party === light.party)}
                  question={outcome ? undefined : questions.find(({ party }) => party === light.party)}
                  table={table}
                />
              ))}
            </ul>
          </div>
        ))}
      {others.length > 0 && (
        <div class="lights__group">
          <h3 class="eyebrow">{t('table.others')}</h3>
          <ul>
            {others.map((question) => (
              <li key={question.party} class="light" data-party={question.party}>
                <Emblem name={question.emblem} />
                <b class="light__name">{question.name}</b>
                <span class="light__acts">
                  <AskButton question={question} turn={table.turn} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface LightProps {
  readonly light: LightView;
  readonly planB: PlanBView | undefined;
  readonly question: QuestionView | undefined;
  readonly table: TableView;
}

function Light({ light, planB, question, table }: LightProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { party, verdict, name, shortBy, reasons, redLines, suggestion } = light;
  const isOver = table.outcome !== undefined;
  return (
    <li class="light" data-party={party} data-verdict={verdict} data-color={light.color}>
      <Emblem name={light.emblem} />
      <b class="light__name">{name}</b>
      <p class="light__verdict">
        <Icon name={LIGHT_ICONS[verdict]} />
        <span>
          {t('table.verdict', { verdict })}
          {shortBy !== undefined && <span class="light__short">{t('table.short', { points: shortBy })}</span>}
        </span>
      </p>
      <div class="light__why">
        {redLines.length > 0 && (
          <p class="light__red-line">
            <Icon name="lock-key" />
            {t('table.redLine', { issues: listed(redLines) })}
          </p>
        )}
        {reasons.length > 0 && <p>{t('table.reasons', { issues: listed(reasons) })}</p>}
        {planB && <PlanB planB={planB} />}
        {suggestion === 'none' && <p class="light__never">{t('table.suggest.none', { party: name })}</p>}
      </div>
      <span class="light__acts">
        {suggestion !== undefined && suggestion !== 'none' && !isOver && (
          <Button
            action="suggest"
            kind="act"
            icon="hand-pointing"
            party={party}
            isExpanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {t('table.suggest')}
            <span class="visually-hidden">{t('table.suggest.for', { party: name })}</span>
          </Button>
        )}
        {question && <AskButton question={question} turn={table.turn} />}
      </span>
      {isOpen && suggestion !== undefined && suggestion !== 'none' && !isOver && (
        <div class="light__suggestion">
          <p>{t('table.suggest.about', { party: name })}</p>
          <Suggestion suggestion={suggestion} party={party} />
        </div>
      )}
    </li>
  );
}
