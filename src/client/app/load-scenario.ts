import { failure, type Result } from '../../core/domain/index.ts';
import { parseBundle, type Scenario } from '../../core/scenario/index.ts';

/**
 * Fetches and checks one scenario. Problems: `scenario-missing` when it cannot be fetched, else those of
 * `parseBundle`. Never rejects.
 */
export async function loadScenario(url: string): Promise<Result<Scenario>> {
  let value: unknown;
  try {
    const response = await fetch(url);
    if (!response.ok) return missing(`${response.status} ${response.statusText}`);
    value = await response.json();
  } catch (error) {
    return missing(String(error));
  }
  return parseBundle(value);
}

function missing(detail: string): Result<never> {
  return failure({
    code: 'scenario-missing',
    path: '',
    message: `The scenario could not be loaded: ${detail}`,
  });
}
