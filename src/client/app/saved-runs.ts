import type { Message, Problem } from '../../core/domain/index.ts';
import type { Scenario, ScenarioTexts } from '../../core/scenario/index.ts';
import { parseSave, type Session } from '../../core/session/index.ts';
import type { SavedRunView } from '../../core/view-model/index.ts';
import type { RunSummary, StoredRun, StoredValue } from '../storage/index.ts';

/** What the list shows of a run, without replaying it. */
export function summaryOf(session: Session): RunSummary {
  const { context } = session.frame();
  const scene = context.sceneId ?? session.decisions().at(-1)?.scene ?? '';
  return {
    date: context.date,
    scene,
    decisions: session.decisions().length,
    ...(context.endingId !== undefined && session.frame().story === 'ended'
      ? { ending: context.endingId }
      : {}),
  };
}

/** One line of the list of saved runs. A record that cannot be read stays in the list and in the store. */
export function presentSavedRun(scenario: Scenario, texts: ScenarioTexts, stored: StoredValue): SavedRunView {
  const record = recordOf(stored.value);
  const parsed = parseSave(record.save);
  const problem = parsed.ok ? scenarioProblem(scenario, parsed.value.scenario.id) : parsed.problems[0];
  const { summary } = record;
  const ending = summary?.ending;
  return {
    id: stored.id,
    savedAt: record.savedAt ?? '',
    language: record.language ?? '',
    tier: record.tier ?? '',
    date: summary?.date ?? scenario.manifest.startDate,
    sceneTitle: texts.scenes[summary?.scene ?? '']?.title ?? '',
    decisions: summary?.decisions ?? 0,
    ...(ending === undefined ? {} : { ending: texts.endings.endings[ending]?.title ?? ending }),
    ...(problem ? { problem: messageOf(problem) } : {}),
  };
}

/** The save inside a stored record, still unknown. */
export function saveIn(stored: StoredValue): unknown {
  return recordOf(stored.value).save;
}

export function messageOf({ code }: Problem): Message {
  return { key: `problem.${code}` };
}

function scenarioProblem({ manifest }: Scenario, id: string): Problem | undefined {
  return id === manifest.id ? undefined : { code: 'save-scenario', path: 'scenario.id', message: id };
}

/** Reads a record field by field: an old or damaged one loses only what is wrong in it. */
function recordOf(value: unknown): Partial<StoredRun> {
  if (typeof value !== 'object' || value === null) return {};
  const record: Readonly<Record<string, unknown>> = { ...value };
  const text = (field: string) => (typeof record[field] === 'string' ? { [field]: record[field] } : {});
  return {
    ...text('savedAt'),
    ...text('language'),
    ...text('tier'),
    ...(isSummary(record.summary) ? { summary: record.summary } : {}),
    // Parsed by `parseSave` before anything is done with it.
    save: record.save as StoredRun['save'],
  };
}

function isSummary(value: unknown): value is RunSummary {
  if (typeof value !== 'object' || value === null) return false;
  const { date, scene, decisions, ending }: Readonly<Record<string, unknown>> = { ...value };
  return (
    typeof date === 'string' &&
    typeof scene === 'string' &&
    typeof decisions === 'number' &&
    (ending === undefined || typeof ending === 'string')
  );
}
