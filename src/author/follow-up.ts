import type { Problem } from '../core/domain/index.ts';

/** Where the things live that files refer to; `unknown-<what>` names them. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  calendar: ['calendar.yaml'],
  cast: ['parties.yaml'],
  chance: ['calendar.yaml'],
  choice: ['scenes/'],
  draft: ['model.yaml'],
  ending: ['endings.yaml'],
  event: ['calendar.yaml', 'tracks.yaml', 'model.yaml', 'scenes/'],
  fact: ['facts.yaml'],
  flag: ['manifest.yaml'],
  gauge: ['endings.yaml'],
  issue: ['model.yaml'],
  option: ['model.yaml'],
  party: ['parties.yaml'],
  phase: ['model.yaml'],
  quiz: ['quiz/'],
  region: ['tracks.yaml'],
  scene: ['scenes/'],
  source: ['sources.yaml'],
  state: ['tracks.yaml'],
  term: ['glossary.yaml'],
  tier: ['model.yaml', 'manifest.yaml'],
  topic: ['manifest.yaml'],
  track: ['model.yaml'],
  value: ['manifest.yaml'],
};

/** What could not be read of a scenario. */
export interface Damage {
  /** Files of which something had to be left out, the unreadable ones included. */
  readonly damaged: ReadonlySet<string>;
  /** Files of which nothing can be used. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * True for a problem that may come only from what had to be left out of a damaged file: what is not
 * read cannot be found, and would make all that refers to it look wrong.
 */
export function isFollowUp({ code, file = '' }: Problem, { damaged, unreadable }: Damage): boolean {
  if (damaged.size === 0) return false;
  if (unreadable.has(file)) return true;
  const isHit = (home: string) => [...damaged].some((name) => name.startsWith(home));
  const homes = code.startsWith('unknown-') ? HOMES[code.slice('unknown-'.length)] : undefined;
  if (homes) return homes.some(isHit);
  if (code.startsWith('player-')) return isHit('model.yaml') || isHit('manifest.yaml');
  if (code === 'unheard-event') return isHit('tracks.yaml') || isHit('calendar.yaml') || isHit('scenes/');
  if (code === 'veto-key' || code === 'veto-tier' || code === 'veto-voter') return isHit('model.yaml');
  if (code.startsWith('form-')) return isHit('quiz/') || isHit('manifest.yaml');
  if (code === 'no-offer' || code === 'broken-structure') return isHit('model.yaml');
  const structure = file.replace(/\.[A-Za-z-]+(?:\.easy)?\.yaml$/, '.yaml');
  return damaged.has(file) || damaged.has(structure);
}
