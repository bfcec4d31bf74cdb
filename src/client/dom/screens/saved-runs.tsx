import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SavedRunView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords, momentWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

/** The runs that are kept on this device; nothing at all while there is none. */
export function SavedRuns() {
  const { view, send } = useDom();
  const t = useWords();
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef<{ readonly id: string; readonly index: number }>(undefined);
  // The button that was pressed leaves with its run: the focus goes to the run that takes its place.
  useLayoutEffect(() => {
    const gone = asked.current;
    if (!gone || view.savedRuns.some(({ id }) => id === gone.id)) return;
    asked.current = undefined;
    const next = list.current?.children[gone.index]?.querySelector('button');
    (next ?? document.querySelector<HTMLElement>('[data-heading]'))?.focus();
  }, [view.savedRuns]);
  const remove = (id: string, index: number): void => {
    asked.current = { id, index };
    send({ type: 'run.delete', id });
  };
  if (view.savedRuns.length === 0) return null;
  return (
    <section class="runs" aria-labelledby="runs-title">
      <h2 id="runs-title" class="runs__title">
        {t('runs.title')}
      </h2>
      <ul class="runs__list" ref={list}>
        {view.savedRuns.map((run, index) => (
          <SavedRun key={run.id} run={run} onDelete={() => remove(run.id, index)} />
        ))}
      </ul>
    </section>
  );
}

/** Of a file that is far too large only as much is read as it takes to refuse it: 3 bytes make a character. */
const READ_BYTES = 3_100_000;

/** Opens a run from a file that the game has exported. */
export function ImportButton() {
  const { send } = useDom();
  const t = useWords();
  return (
    <label class="file-button">
      <input
        type="file"
        accept=".json,application/json"
        class="visually-hidden"
        data-action="import"
        onChange={async (event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (!file) return;
          const text = await (file.size > READ_BYTES ? file.slice(0, READ_BYTES) : file).text();
          input.value = '';
          send({ type: 'run.import', text });
        }}
      />
      <span class="button button--plain">
        <Icon name="upload-simple" />
        <span class="button__text">{t('runs.import')}</span>
      </span>
    </label>
  );
}

interface SavedRunProps {
  readonly run: SavedRunView;
  readonly onDelete: () => void;
}

function SavedRun({ run, onDelete }: SavedRunProps) {
  const { view, send, translate } = useDom();
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  const { scenario } = run;
  // Of another scenario neither the scenes nor the levels are known here.
  const tier = scenario ? undefined : (view.tiers.find((it) => it.id === run.tier)?.name ?? run.tier);
  const name = scenario?.title ?? run.ending ?? run.sceneTitle;
  return (
    <li class="run" data-run={run.id}>
      <div class="run__about">
        <h3 class="run__title" lang={scenario ? undefined : run.language}>
          {name}
        </h3>
        <p class="run__facts">
          {run.ending === undefined
            ? t('runs.at', { date: dateWords(view.language, run.date, 'long') })
            : t('runs.ended')}
          {tier && ` · ${tier}`}
          {' · '}
          {t('runs.decisions', { count: run.decisions })}
          {' · '}
          {t('runs.saved', { moment: momentWords(view.language, run.savedAt) })}
        </p>
        {run.problem && (
          <p class="run__problem">
            <Icon name="warning" /> {translate(run.problem)}
          </p>
        )}
      </div>
      <div class="run__ways">
        {isAsking ? (
          <>
            <p class="run__ask" role="status">
              {t('runs.deleteAsk')}
            </p>
            <Button action="delete-yes" icon="trash" onPress={onDelete}>
              {t('runs.deleteYes')}
            </Button>
            <Button action="delete-no" kind="quiet" onPress={() => setAsking(false)}>
              {t('runs.deleteNo')}
            </Button>
          </>
        ) : (
          <>
            {!run.problem && (
              <Button
                action="open-run"
                icon="play"
                label={t('runs.openNamed', { name, isOver: run.ending === undefined ? 'no' : 'yes' })}
                onPress={() =>
                  send(
                    scenario
                      ? { type: 'scenario.open', id: scenario.id, run: run.id }
                      : { type: 'run.open', id: run.id },
                  )
                }
              >
                {run.ending === undefined ? t('runs.open') : t('runs.openEnded')}
              </Button>
            )}
            <Button
              action="export"
              kind="bar"
              icon="download-simple"
              label={t('runs.exportNamed', { name })}
              onPress={() => send({ type: 'run.export', id: run.id })}
            />
            <Button
              action="delete"
              kind="bar"
              icon="trash"
              label={t('runs.deleteNamed', { name })}
              onPress={() => setAsking(true)}
            />
          </>
        )}
      </div>
    </li>
  );
}
