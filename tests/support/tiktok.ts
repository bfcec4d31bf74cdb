import path from 'node:path';
import { readScenario } from '../../src/author/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';

export const TIKTOK_FOLDER = path.resolve(import.meta.dirname, '../../scenarios/tiktok-2020');

/** The shipped scenario, read from its author files. */
export function loadTiktok(): Scenario {
  const { scenario, problems } = readScenario(TIKTOK_FOLDER);
  if (!scenario || problems.length > 0)
    throw new Error(`the shipped scenario has problems: ${JSON.stringify(problems)}`);
  return scenario;
}
