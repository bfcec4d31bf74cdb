import type { RunPart } from '../../core/classroom/index.ts';
import type { LiveParts, ViewMessage } from './live-transport.ts';

/**
 * What a device knows after a message. Undefined when the message goes on from a run that this device does not have:
 * only a full one helps then.
 */
export function mergeView(known: LiveParts, { full, parts, gone }: ViewMessage): LiveParts | undefined {
  const before: LiveParts = full ? {} : known;
  const run = parts.run && mergeRun(before.run, parts.run);
  if (parts.run && !run) return undefined;
  const left = Object.fromEntries(Object.entries(before).filter(([name]) => !gone.includes(name)));
  return { ...left, ...parts, ...(run ? { run } : {}) };
}

/** The run with all its steps. A tail that is there already, or in part, changes nothing of it. */
function mergeRun(known: RunPart | undefined, { version, from, steps }: RunPart): RunPart | undefined {
  const kept = known?.version === version ? known.steps : [];
  if (from > kept.length) return undefined;
  // What came in between stays when the same tail comes late a second time.
  const end = from + steps.length;
  return { version, from: 0, steps: [...kept.slice(0, from), ...steps, ...kept.slice(end)] };
}
