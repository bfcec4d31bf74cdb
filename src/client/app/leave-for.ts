import type { PageHistory } from './page-history.ts';
import { encodeShareCode } from './share-code.ts';

// Loaded when the player leaves: the other scenario has to be loaded anyway.

/** What of an address holds for every scenario, and goes along to another one. */
const KEPT: readonly string[] = ['lang', 'stage'];

/** The address of a scenario's title page, or of a run or a live room that opens there. */
export function addressOf(
  here: string,
  scenario: string,
  { run, room }: { readonly run?: string | undefined; readonly room?: string | undefined } = {},
): string {
  const address = new URL(here);
  for (const name of [...address.searchParams.keys()])
    if (!KEPT.includes(name)) address.searchParams.delete(name);
  address.searchParams.set('scenario', scenario);
  if (run !== undefined) address.searchParams.set('run', run);
  if (room !== undefined) address.searchParams.set('room', room);
  address.hash = '';
  return address.href;
}

/** Goes to another scenario. A run that is kept opens as after a reload; the language and the stage stay. */
export async function leaveFor(
  { window, history }: { readonly window: Window; readonly history: PageHistory },
  scenario: string,
  { run, save, room }: { readonly run?: string; readonly save?: unknown; readonly room?: string },
): Promise<void> {
  const code = save === undefined ? undefined : await encodeShareCode(save);
  const address = addressOf(window.location.href, scenario, { run: code, room });
  if (run === undefined) return window.location.assign(address);
  // The place goes along with the address: what is opened there is what a reload would open.
  history.push({ page: 'run', run }, address);
  window.location.reload();
}
