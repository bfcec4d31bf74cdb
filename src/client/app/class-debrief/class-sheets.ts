import type { Message } from '../../../core/domain/index.ts';
import type { ClassDebriefView } from '../../../core/view-model/index.ts';
import type { CsvValue } from '../debrief/csv.ts';

type Say = (key: string, params?: Message['params']) => string;

/** A table of what a class has done: its first row is the head. */
export interface ClassSheet {
  readonly name: string;
  readonly rows: readonly (readonly CsvValue[])[];
}

/** What the teacher takes along: counts and words of the scenario, no names of pupils. */
export function classSheets(debrief: ClassDebriefView, t: Say): readonly ClassSheet[] {
  const head = (column: string) => t('class-debrief.column', { column });
  const heads = (...columns: readonly string[]) => columns.map(head);
  return [
    {
      name: t('class-debrief.votes'),
      rows: [
        heads('decision', 'scene', 'option', 'votes', 'percent', 'taken'),
        ...debrief.votes.flatMap(({ number, title, options }) =>
          options.map(({ label, count, percent, isTaken }) => [
            number,
            title,
            label,
            count,
            percent,
            isTaken ? 1 : 0,
          ]),
        ),
        [],
        heads('decision', 'scene', 'reason', 'votes', 'percent'),
        ...debrief.votes.flatMap(({ number, title, reasons }) =>
          reasons.map(({ id, count, percent }) => [
            number,
            title,
            t('class-debrief.reason', { tag: id }),
            count,
            percent,
          ]),
        ),
      ],
    },
    {
      name: t('class-debrief.questions'),
      rows: [
        heads(
          'where',
          'question',
          'answer',
          'votes',
          'percent',
          'right',
          'misconception',
          'sureRight',
          'guessedRight',
          'sureWrong',
          'guessedWrong',
        ),
        ...debrief.questions.flatMap(({ where, stem, options, certainty }) =>
          options.map(({ label, count, percent, isRight, misconception }) => [
            t('class-debrief.where', { where }),
            stem,
            label,
            count,
            percent,
            isRight ? 1 : 0,
            misconception,
            certainty?.sureRight,
            certainty?.guessedRight,
            certainty?.sureWrong,
            certainty?.guessedWrong,
          ]),
        ),
        ...gainRows(debrief, t),
      ],
    },
    {
      name: t('class-debrief.paths'),
      rows: [
        heads('run', 'kind', 'ending', 'decision', 'scene', 'option'),
        ...debrief.paths.flatMap(({ number, isOfClass, ending, steps }) =>
          steps.map(({ title, choice }, index) => [
            number,
            t('class-debrief.run', { kind: isOfClass ? 'class' : 'team' }),
            ending,
            index + 1,
            title,
            choice,
          ]),
        ),
      ],
    },
    { name: t('class-debrief.deals'), rows: dealRows(debrief, t) },
  ];
}

function gainRows({ gain }: ClassDebriefView, t: Say): ClassSheet['rows'] {
  if (!gain) return [];
  const column = (name: string) => t('class-debrief.column', { column: name });
  return [
    [],
    ['n', 'before', 'after', 'gain'].map(column),
    [
      gain.n,
      gain.before,
      gain.after,
      gain.gain === undefined ? undefined : Math.round(gain.gain * 100) / 100,
    ],
  ];
}

/** A row for each line of a contract. */
function dealRows({ deals, tables }: ClassDebriefView, t: Say): ClassSheet['rows'] {
  const column = (name: string) => t('class-debrief.column', { column: name });
  const clouds = deals.state === 'ready' ? deals.clouds : [];
  const ofClass = clouds.flatMap((cloud) =>
    cloud.named
      .filter(({ kind }) => kind === 'reference')
      .flatMap(({ name, refusedBy, lines }, index) =>
        lines.map(({ issue, value }) => [
          cloud.name,
          index + 1,
          Number(name),
          issue,
          value,
          refusedBy.join(', '),
        ]),
      ),
  );
  const ofTables = tables.flatMap(({ number, track, phase, state, rounds, lines }) =>
    lines.map(({ issue, value }) => [
      number,
      track,
      phase,
      t('class-debrief.state', { state }),
      rounds,
      issue,
      value,
    ]),
  );
  return [
    ['track', 'contract', 'runs', 'issue', 'value', 'refused'].map(column),
    ...ofClass,
    [],
    ['table', 'track', 'phase', 'state', 'rounds', 'issue', 'value'].map(column),
    ...ofTables,
  ];
}
