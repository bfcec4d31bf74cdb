import { failure, type Result, success } from '../domain/index.ts';

/** How trial runs of a scenario ended, by the choices that they took. */
export interface Outlook {
  readonly scenario: { readonly id: string; readonly hash: string };
  /** Runs, integers of at least 1, by `scene/choice`, then by ending. A choice that no run took is missing. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Reads an outlook at the door. Problem: `outlook-malformed`, once, with the first place where it is wrong. */
export function parseOutlook(value: unknown): Result<Outlook> {
  if (!isFields(value)) return malformed('');
  const { scenario, choices } = value;
  if (!isFields(scenario)) return malformed('scenario');
  const { id, hash } = scenario;
  if (typeof id !== 'string' || typeof hash !== 'string') return malformed('scenario');
  if (!isFields(choices)) return malformed('choices');
  const read: Record<string, Readonly<Record<string, number>>> = {};
  for (const [choice, endings] of Object.entries(choices)) {
    if (!isCounts(endings)) return malformed(`choices.${choice}`);
    read[choice] = endings;
  }
  return success({ scenario: { id, hash }, choices: read });
}

function malformed(path: string): Result<never> {
  return failure({ code: 'outlook-malformed', path, message: 'This is not the outlook of a scenario.' });
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is Readonly<Record<string, number>> {
  return (
    isFields(value) && Object.values(value).every((count) => Number.isSafeInteger(count) && Number(count) > 0)
  );
}
