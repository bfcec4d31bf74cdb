import type { Result } from '../../core/domain/index.ts';
import { parseSave, parseSaveText } from '../../core/session/index.ts';
import type { PageHistory } from './page-history.ts';
import { encodeShareCode } from './share-code.ts';

/** What of an address holds for every scenario, and goes along to another one. */
const KEPT: readonly string[] = ['lang', 'stage'];

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

/** The address of a scenario's title page, or of a run that opens there. */
export function addressOf(here: string, scenario: string, code?: string): string {
  const address = new URL(here);
  for (const name of [...address.searchParams.keys()])
    if (!KEPT.includes(name)) address.searchParams.delete(name);
  address.searchParams.set('scenario', scenario);
  if (code !== undefined) address.searchParams.set('run', code);
  address.hash = '';
  return address.href;
}

/** Goes to another scenario. A run that is kept opens as after a reload; the language and the stage stay. */
export async function leaveFor(
  { window, history }: { readonly window: Window; readonly history: PageHistory },
  scenario: string,
  { run, save }: { readonly run?: string; readonly save?: unknown },
): Promise<void> {
  const code = save === undefined ? undefined : await encodeShareCode(save);
  const address = addressOf(window.location.href, scenario, code);
  if (run === undefined) return window.location.assign(address);
  // The place goes along with the address: what is opened there is what a reload would open.
  history.push({ page: 'run', run }, address);
  window.location.reload();
}
