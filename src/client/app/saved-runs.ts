import type { Language, Message, Problem } from '../../core/domain/index.ts';
import type { Scenario, ScenarioTexts } from '../../core/scenario/index.ts';
import { parseSave, type Session } from '../../core/session/index.ts';
import type { SavedRunView } from '../../core/view-model/index.ts';
import type { RunSummary, StoredValue } from '../storage/index.ts';
import type { ListedScenario, ScenarioCover } from './game-state.ts';

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

/** A stored record as the list needs it: read once, worded in any language. */
export interface ReadRun {
  readonly id: string;
  readonly record: RunRecord;
  /** Another scenario of the game, to which it belongs. */
  readonly elsewhere?: ListedScenario;
  readonly problem?: Problem;
}

interface RunRecord {
  readonly savedAt?: string;
  readonly language?: Language;
  readonly tier?: string;
  readonly summary?: RunSummary;
  /** Parsed by `parseSave` before anything is done with it. */
  readonly save: unknown;
}

/** What tells runs of this scenario from runs of others. */
export interface RunHome {
  readonly scenario: Scenario;
  readonly scenarios: readonly ListedScenario[];
}

/** Reads a record. One that cannot be read stays in the list and in the store, with the reason. */
export function readSavedRun({ scenario, scenarios }: RunHome, { id, value }: StoredValue): ReadRun {
  const record = recordOf(value);
  const parsed = parseSave(record.save);
  if (!parsed.ok) return { id, record, ...(parsed.problems[0] ? { problem: parsed.problems[0] } : {}) };
  const home = parsed.value.scenario.id;
  if (home === scenario.manifest.id) return { id, record };
  const elsewhere = scenarios.find((listed) => listed.id === home);
  if (elsewhere) return { id, record, elsewhere };
  return { id, record, problem: { code: 'save-scenario', path: 'scenario.id', message: home } };
}

/** One line of the list of saved runs. */
export function presentSavedRun(
  scenario: Scenario,
  { texts, language }: { readonly texts: ScenarioTexts; readonly language: Language },
  run: ReadRun,
): SavedRunView {
  const { record, elsewhere, problem } = run;
  const { summary } = record;
  const ending = summary?.ending;
  return {
    id: run.id,
    savedAt: record.savedAt ?? '',
    language: record.language ?? '',
    tier: record.tier ?? '',
    date: summary?.date ?? scenario.manifest.startDate,
    sceneTitle: texts.scenes[summary?.scene ?? '']?.title ?? '',
    decisions: summary?.decisions ?? 0,
    ...(ending === undefined ? {} : { ending: texts.endings.endings[ending]?.title ?? ending }),
    ...(elsewhere
      ? { scenario: { id: elsewhere.id, title: coverIn(elsewhere, language)?.title ?? elsewhere.id } }
      : {}),
    ...(problem ? { problem: messageOf(problem) } : {}),
  };
}

/** Words of a scenario that is not loaded, in this language or the one it falls back to. */
export function coverIn({ covers }: ListedScenario, language: Language): ScenarioCover | undefined {
  return covers[language] ?? Object.values(covers)[0];
}

/** The other scenario of the game to which an unread save belongs, if there is one. */
export function homeOf({ scenario, scenarios }: RunHome, save: unknown): string | undefined {
  const parsed = parseSave(save);
  const id = parsed.ok ? parsed.value.scenario.id : undefined;
  return id !== scenario.manifest.id && scenarios.some((listed) => listed.id === id) ? id : undefined;
}

/** The save inside a stored record, still unknown. */
export function saveIn(stored: StoredValue): unknown {
  return recordOf(stored.value).save;
}

/** When a record was last saved; empty when it does not say. */
export function savedAtOf(stored: StoredValue): string {
  return recordOf(stored.value).savedAt ?? '';
}

/** Two values with this in common are the same record. */
export function keyOf(stored: StoredValue): string | StoredValue {
  const savedAt = savedAtOf(stored);
  return savedAt === '' ? stored : `${stored.id} ${savedAt}`;
}

/** The events in a stored record, still unknown; `undefined` when there are none to be found. */
export function eventsIn(value: unknown): readonly unknown[] | undefined {
  const { save } = recordOf(value);
  if (typeof save !== 'object' || save === null || !('events' in save)) return undefined;
  return Array.isArray(save.events) ? save.events : undefined;
}

export function messageOf({ code }: Problem): Message {
  return { key: `problem.${code}` };
}

/** Reads a record field by field: an old or damaged one loses only what is wrong in it. */
function recordOf(value: unknown): RunRecord {
  if (typeof value !== 'object' || value === null) return { save: undefined };
  const record: Readonly<Record<string, unknown>> = { ...value };
  const text = (field: string) => (typeof record[field] === 'string' ? { [field]: record[field] } : {});
  return {
    ...text('savedAt'),
    ...text('language'),
    ...text('tier'),
    ...(isSummary(record.summary) ? { summary: record.summary } : {}),
    save: record.save,
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
