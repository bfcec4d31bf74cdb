import type { Result } from '../../core/domain/index.ts';
import { parseSave, parseSaveText } from '../../core/session/index.ts';

/**
 * The scenario that the page is about: the one of the run in the address, else the one that it names, else
 * the first. `undefined` only when there is none at all.
 */
export function chosenScenario<T extends { readonly id: string }>(
  scenarios: readonly T[],
  named: string | undefined,
  shared?: Result<string>,
): T | undefined {
  const ofRun = shared?.ok ? scenarioOf(shared.value) : undefined;
  const find = (id: string | undefined) => scenarios.find((listed) => listed.id === id);
  return find(ofRun) ?? find(named) ?? scenarios[0];
}

function scenarioOf(saveText: string): string | undefined {
  const json = parseSaveText(saveText);
  const save = json.ok ? parseSave(json.value) : undefined;
  return save?.ok ? save.value.scenario.id : undefined;
}
