import type { z } from 'zod';
import { failure, hashJson, type Problem, type Result, success } from '../domain/index.ts';
import type { Intent, RunEvent } from '../machine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { envelopeSchema, oldSaveSchema, saveSchema } from './run-schema.ts';
import { intentsOf, resumeSession, type Stop } from './session.ts';
import { SAVE_FORMAT, SAVE_VERSION, SAVE_VERSIONS, type Save, type Session } from './session-api.ts';

/** A save of a full run has some 20 kB; beyond this it is not read at all. */
const MAX_SAVE_LENGTH = 1_000_000;
/** A hostile file may be wrong in thousands of places; the first few are enough to repair it. */
const MAX_PROBLEMS = 10;

/** Text of a save file to a value: `save-too-large`, `save-not-json`. */
export function parseSaveText(text: string): Result<unknown> {
  if (text.length > MAX_SAVE_LENGTH)
    return problem('save-too-large', '', 'The file is far too large for a save.');
  try {
    return success(JSON.parse(text));
  } catch {
    return problem('save-not-json', '', 'The file is not JSON. Pick a file that this game has exported.');
  }
}

/**
 * Reads a save without running it: `save-malformed`, `save-format`, `save-version`.
 * The value itself is never changed.
 */
export function parseSave(value: unknown): Result<Save> {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return failure(...malformed(envelope.error));
  const { format, version } = envelope.data;
  if (format !== SAVE_FORMAT)
    return problem('save-format', 'format', `This is not a run of this game (expected "${SAVE_FORMAT}").`);
  const known = SAVE_VERSIONS.find((candidate) => candidate === version);
  if (known === undefined) {
    const age =
      version > SAVE_VERSION
        ? 'a newer version of the game; update the game'
        : 'an unknown version of the game';
    return problem('save-version', 'version', `The save was made with ${age}.`);
  }
  const save = (known < SAVE_VERSION ? oldSaveSchema : saveSchema).safeParse(value);
  return save.success ? success({ ...save.data, format, version: known }) : failure(...malformed(save.error));
}

/**
 * Opens a save by replaying it. Made with this very scenario, it must replay to the same log, byte by
 * byte (`save-tampered`). Made with an older one, every choice must still be possible
 * (`save-outdated`, path of the first event that is not); then `notes()` says `save-older-scenario`.
 * In both a contract that no table allows is named by the rules it breaks (`save-deal-broken`).
 * Also `save-scenario` and all problems of `parseSave`.
 */
export function openSave(scenario: Scenario, value: unknown): Result<Session> {
  const parsed = parseSave(value);
  if (!parsed.ok) return parsed;
  const save = parsed.value;
  const { id, tiers } = scenario.manifest;
  if (save.scenario.id !== id) {
    return problem(
      'save-scenario',
      'scenario.id',
      `The save belongs to the scenario "${save.scenario.id}", not to "${id}".`,
    );
  }
  // A log without tables is never the same byte by byte; answers of version 2 are, once they are read.
  const isSameScenario = save.scenario.hash === scenario.hash && save.version > 1;
  if (!tiers.includes(save.tier)) {
    return problem(
      isSameScenario ? 'save-tampered' : 'save-outdated',
      'tier',
      `There is no level "${save.tier}" (any more).`,
    );
  }
  const run = resumeSession(scenario, save, intentsOf(save.events), {
    notes: isSameScenario ? [] : [OLDER_SCENARIO],
    closesTables: save.version === 1,
  });
  if ('stop' in run) return stopped(save, run.stop, isSameScenario);
  const difference = isSameScenario ? firstDifference(save.events, run.session.log()) : -1;
  if (difference >= 0) {
    return problem(
      'save-tampered',
      `events[${difference}]`,
      'The log of the run was changed: it does not replay to itself.',
    );
  }
  return success(run.session);
}

/** What a saved run came to. */
export interface Replay {
  /** Missing while the run is not over. */
  readonly ending?: string;
  readonly log: readonly RunEvent[];
  /** 16 hex digits over context and region states; the order of keys does not matter. */
  readonly snapshotHash: string;
  /** What there is to know about how the save was opened: `save-older-scenario`, or nothing. */
  readonly notes: readonly Problem[];
}

/** Replays a save to its last frame. */
export function replay(scenario: Scenario, value: unknown): Result<Replay> {
  const opened = openSave(scenario, value);
  if (!opened.ok) return opened;
  const { context, values, story } = opened.value.frame();
  return success({
    ...(story === 'ended' && context.endingId !== undefined ? { ending: context.endingId } : {}),
    log: opened.value.log(),
    snapshotHash: hashJson({ context, values, story }),
    notes: opened.value.notes(),
  });
}

const OLDER_SCENARIO: Problem = {
  code: 'save-older-scenario',
  path: 'scenario.hash',
  message: 'The save was made with another version of the scenario. All decisions are still possible.',
};

function stopped(save: Save, { at, intent, brokenRules }: Stop, isSameScenario: boolean): Result<never> {
  const index = save.events.indexOf(intent);
  if (brokenRules.length > 0) return dealBroken(`events[${index}].offer`, brokenRules);
  const step = `step ${at + 1} (${describe(intent)})`;
  return isSameScenario
    ? problem(
        'save-tampered',
        `events[${index}]`,
        `The log of the run was changed: ${step} was never possible.`,
      )
    : problem(
        'save-outdated',
        `events[${index}]`,
        `The scenario has changed since: ${step} is not possible any more. The file stays as it is; start a new run.`,
      );
}

function dealBroken(path: string, brokenRules: readonly string[]): Result<never> {
  const ids = brokenRules.slice(0, MAX_PROBLEMS);
  const message = `The contract breaks the ${ids.length > 1 ? 'rules' : 'rule'} ${ids.join(', ')}.`;
  return failure({ code: 'save-deal-broken', path, message, ids });
}

function describe(intent: Intent): string {
  switch (intent.type) {
    case 'choice.take':
      return `choice "${intent.choice}" in scene "${intent.scene}"`;
    case 'scene.continue':
      return `continue after scene "${intent.scene}"`;
    case 'quiz.answer':
    case 'quiz.skip':
      return `quiz item "${intent.item}"`;
    default:
      return `"${intent.type}" in scene "${intent.scene}"`;
  }
}

/** Index of the first event that differs, -1 when both logs are equal as text. */
function firstDifference(saved: readonly RunEvent[], replayed: readonly RunEvent[]): number {
  const length = Math.max(saved.length, replayed.length);
  for (let index = 0; index < length; index += 1) {
    if (JSON.stringify(saved[index]) !== JSON.stringify(replayed[index])) return index;
  }
  return -1;
}

function malformed(error: z.ZodError): readonly Problem[] {
  return error.issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => ({
    code: 'save-malformed',
    path: pathText(path),
    message: `Not a save of this game: ${message.slice(0, 200)}`,
  }));
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function problem(code: string, path: string, message: string): Result<never> {
  return failure({ code, path, message });
}
