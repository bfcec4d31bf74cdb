import type { ComponentChildren } from 'preact';
import type { ClassDebriefView, ClassTakeIntent } from '../../../core/view-model/index.ts';
import { useReportMargins } from '../debrief/report-margins.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ClassContracts, ClassTables } from './class-contracts.tsx';
import { ClassEndings, ClassPaths } from './class-paths.tsx';
import { ClassGain, ClassQuestions } from './class-questions.tsx';
import { ClassVoteResults } from './class-vote-results.tsx';

interface ClassDebriefProps {
  readonly debrief: ClassDebriefView;
  /** How the teacher takes it along as a file; pupils do not. */
  readonly take?: ClassTakeIntent['type'] | undefined;
}

/** What a class has done and how it came out, without anybody's name. Its headings begin at the second level. */
export function ClassDebrief({ debrief, take }: ClassDebriefProps) {
  const { view, send } = useDom();
  const t = useWords();
  const { seats, runs, votes, questions, gain, tables, prompts } = debrief;
  useReportMargins(view.scenarioTitle, t('class-debrief.anonymous'));
  const isEmpty = runs + votes.length + questions.length + tables.length === 0;
  return (
    <div class="class-debrief" lang={view.language}>
      <p class="class-debrief__lead">
        {seats === undefined ? t('class-debrief.lead.run') : t('class-debrief.lead', { seats, runs })}{' '}
        {t('class-debrief.anonymous')}
      </p>
      <div class="class-debrief__tools">
        {take && (
          <>
            <Button
              action="class-csv"
              icon="download-simple"
              onPress={() => send({ type: take, what: 'csv' })}
            >
              {t('class-debrief.take', { what: 'csv' })}
            </Button>
            <Button
              action="class-xlsx"
              icon="download-simple"
              onPress={() => send({ type: take, what: 'xlsx' })}
            >
              {t('class-debrief.take', { what: 'xlsx' })}
            </Button>
          </>
        )}
        <Button action="class-print" icon="printer" onPress={() => window.print()}>
          {t('class-debrief.take', { what: 'print' })}
        </Button>
      </div>
      {isEmpty && <p>{t('class-debrief.empty')}</p>}
      {runs > 0 && (
        <Part name="paths">
          <ClassEndings debrief={debrief} />
          <ClassPaths debrief={debrief} />
        </Part>
      )}
      {(runs > 0 || tables.length > 0) && (
        <Part name="deals">
          <ClassContracts debrief={debrief} />
        </Part>
      )}
      {tables.length > 0 && (
        <Part name="tables">
          <ClassTables tables={tables} />
        </Part>
      )}
      {votes.length > 0 && (
        <Part name="votes">
          <ClassVoteResults votes={votes} />
        </Part>
      )}
      {questions.length > 0 && (
        <Part name="questions">
          <ClassQuestions debrief={debrief} />
        </Part>
      )}
      {gain && (
        <Part name="gain">
          <ClassGain gain={gain} />
        </Part>
      )}
      {prompts.length > 0 && (
        <Part name="prompts">
          <ol class="class-debrief__prompts">
            {prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ol>
        </Part>
      )}
    </div>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  const t = useWords();
  const id = `class-debrief-${name}`;
  return (
    <section class="class-debrief__part" aria-labelledby={id} data-part={name}>
      <h2 id={id}>{t(`class-debrief.${name}`)}</h2>
      {children}
    </section>
  );
}
