import { type Outlook, parseOutlook } from '../../../core/debrief/index.ts';
import { failure, type Result } from '../../../core/domain/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';

/**
 * Fetches how trial runs of a scenario ended. Problems: `outlook-missing` when it cannot be fetched or belongs to
 * another version of the scenario, and those of `parseOutlook`. Never rejects.
 */
export async function loadOutlook({ manifest, hash }: Scenario): Promise<Result<Outlook>> {
  let value: unknown;
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}scenarios/${manifest.id}.outlook.json`);
    if (!response.ok) return missing(`${response.status} ${response.statusText}`);
    value = await response.json();
  } catch (error) {
    return missing(String(error));
  }
  const outlook = parseOutlook(value);
  if (!outlook.ok) return outlook;
  const { scenario } = outlook.value;
  return scenario.id === manifest.id && scenario.hash === hash ? outlook : missing(scenario.hash);
}

function missing(message: string): Result<never> {
  return failure({ code: 'outlook-missing', path: '', message });
}
