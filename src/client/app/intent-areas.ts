import type { ShellIntent } from '../../core/view-model/index.ts';

/** Intents with the same word before the dot. */
export type IntentOf<Area extends string> = Extract<ShellIntent, { readonly type: `${Area}.${string}` }>;

export function isOf<Area extends string>(intent: ShellIntent, area: Area): intent is IntentOf<Area> {
  return intent.type.startsWith(`${area}.`);
}
