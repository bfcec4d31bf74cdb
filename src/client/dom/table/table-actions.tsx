import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TableView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { JumpLink } from '../parts/jump-link.tsx';
import { LIGHT_ICONS } from '../parts/verdicts.ts';

/** What ends a table at once is asked twice: nothing brings the counterpart back. */
type Asked = 'final' | 'walk-away';

/** Rounds left and all that can be done with the contract on the table. Always in sight. */
export function TableActions({ table }: { readonly table: TableView }) {
  const { send } = useDom();
  const t = useWords();
  const [asked, setAsked] = useState<Asked>();
  const { turn, isLastRound, counterpart } = table;
  const hasCounterpart = counterpart ? 'yes' : 'no';
  const acts = useRef<HTMLElement>(null);
  const lastAsked = useRef(asked);
  useLayoutEffect(() => {
    // After an answer the button that asked is there again, and gets the focus back in the same moment.
    if (lastAsked.current && !asked)
      acts.current?.querySelector<HTMLElement>(`[data-action="${lastAsked.current}"]`)?.focus();
    lastAsked.current = asked;
  }, [asked]);
  return (
    <section ref={acts} class="acts" aria-label={t('table.actions')}>
      <Rounds table={table} />
      {asked ? (
        <Confirm
          asked={asked}
          onNo={() => setAsked(undefined)}
          onYes={() => {
            setAsked(undefined);
            send({ type: asked === 'final' ? 'table.final' : 'table.leave', turn });
          }}
        />
      ) : (
        <>
          <Button
            action="walk-away"
            kind="quiet"
            icon="x"
            class="acts__leave"
            onPress={() => setAsked('walk-away')}
          >
            {t('table.leave')}
          </Button>
          <div class="acts__bar">
            <MiniLights table={table} />
            <Button
              action="propose"
              kind="primary"
              icon={isLastRound ? 'seal-check' : 'handshake'}
              takesOneClick
              onPress={() => send({ type: 'table.propose', turn })}
            >
              {t(isLastRound ? 'table.propose.last' : 'table.propose', { hasCounterpart })}
            </Button>
          </div>
          {!isLastRound && counterpart && (
            <Button action="final" icon="seal-check" class="acts__final" onPress={() => setAsked('final')}>
              {t('table.final')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** On a phone the lights are far away: their shapes stay in sight and lead there. */
function MiniLights({ table }: { readonly table: TableView }) {
  const t = useWords();
  const yes = table.lights.filter(({ verdict }) => verdict === 'yes').length;
  const voting = table.lights.filter(({ verdict }) => verdict !== 'no-say');
  return (
    <JumpLink to="lights" class="mini-lights">
      <span class="visually-hidden">{t('table.lights.sum', { yes, all: voting.length })}</span>
      {table.lights.map(({ party, verdict }) => (
        <span key={party} class="mini-light" data-verdict={verdict} aria-hidden="true">
          <Icon name={LIGHT_ICONS[verdict]} />
        </span>
      ))}
    </JumpLink>
  );
}

function Rounds({ table }: { readonly table: TableView }) {
  const t = useWords();
  const { rounds, roundsLeft, insights, isLastRound } = table;
  return (
    <div class="rounds">
      <span class="rounds__ticks" aria-hidden="true">
        {Array.from({ length: rounds }, (_, index) => (
          <i key={index} class={index < roundsLeft ? 'rounds__tick rounds__tick--left' : 'rounds__tick'} />
        ))}
      </span>
      <span>{isLastRound ? t('table.lastRound') : t('table.roundsLeft', { count: roundsLeft })}</span>
      {insights > 0 && (
        <span class="rounds__insights">
          <Icon name="key" />
          {t('table.insights', { count: insights })}
        </span>
      )}
    </div>
  );
}

interface ConfirmProps {
  readonly asked: Asked;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Confirm({ asked, onYes, onNo }: ConfirmProps) {
  const t = useWords();
  const group = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    // The pressed button is gone.
    group.current?.focus();
  }, []);
  return (
    <fieldset ref={group} class="acts__confirm" tabIndex={-1} aria-labelledby="confirm-question">
      <p id="confirm-question">{t('table.confirm', { act: asked })}</p>
      <div class="acts__ways">
        <Button action={`${asked}-yes`} kind="primary" takesOneClick onPress={onYes}>
          {t('table.confirm.yes', { act: asked })}
        </Button>
        <Button action={`${asked}-no`} kind="quiet" takesOneClick onPress={onNo}>
          {t('table.confirm.no')}
        </Button>
      </div>
    </fieldset>
  );
}
