import { unreachable } from '../domain/index.ts';
import type { Effect } from './effect.ts';
import type { Gate } from './gate.ts';
import type { FileCheck } from './lookup.ts';
import { STORY_REGION, STORY_STATES } from './story-states.ts';

/** `quiz` holds both of its states, as a parent does in any region. */
const STORY_PATHS: readonly string[] = [...STORY_STATES, 'quiz'];

/** Reports everything a gate refers to that does not exist. */
export function checkGate(at: FileCheck, gate: Gate, path: string): void {
  if ('all' in gate) return gate.all.forEach((part, index) => checkGate(at, part, `${path}.all[${index}]`));
  if ('any' in gate) return gate.any.forEach((part, index) => checkGate(at, part, `${path}.any[${index}]`));
  if ('not' in gate) return checkGate(at, gate.not, `${path}.not`);
  if ('region' in gate) {
    if (!at.refer('region', gate.region, `${path}.region`)) return;
    const states = gate.region === STORY_REGION ? new Set(STORY_PATHS) : at.lookup.states(gate.region);
    if (!states.has(gate.is)) at.unknown('state', gate.is, [...states], `${path}.is`);
  } else if ('event' in gate) at.refer('event', gate.event, `${path}.event`);
  else if ('trust' in gate) {
    at.refer('party', gate.trust, `${path}.trust`);
    if (gate.min === undefined && gate.max === undefined)
      at.add('empty-gate', path, 'A gate on trust needs "min" or "max".');
  } else if ('info' in gate) at.refer('party', gate.info, `${path}.info`);
  else if ('flag' in gate) checkFlag(at, gate.flag, gate.is ?? true, path);
  else if ('issue' in gate) at.options({ [gate.issue]: gate.in }, path);
  else if ('accepts' in gate) at.refer('voter', gate.accepts, `${path}.accepts`);
  else if ('chance' in gate) {
    const names = at.lookup.scenario.calendar.flatMap(({ chance }) => (chance ? [chance.name] : []));
    if (!names.includes(gate.chance)) at.unknown('chance', gate.chance, names, `${path}.chance`);
  } else unreachable(gate);
}

/** Reports everything a list of effects refers to that does not exist. */
export function checkEffects(at: FileCheck, effects: readonly Effect[], path: string): void {
  effects.forEach((effect, index) => checkEffect(at, effect, `${path}[${index}]`));
}

function checkEffect(at: FileCheck, effect: Effect, path: string): void {
  if ('trust' in effect) at.refer('party', effect.trust, `${path}.trust`);
  else if ('info' in effect) at.refer('party', effect.info, `${path}.info`);
  else if ('send' in effect) {
    if (!isHeard(at, effect.send))
      at.add(
        'unheard-event',
        `${path}.send`,
        `No region and no gate reacts to "${effect.send}". Add a transition or remove it.`,
      );
  } else if ('set' in effect) {
    for (const [flag, value] of Object.entries(effect.set)) checkFlag(at, flag, value, `${path}.set.${flag}`);
  } else if ('amend' in effect) {
    const sets = Object.fromEntries(Object.entries(effect.amend).map(([issue, option]) => [issue, [option]]));
    at.options(sets, `${path}.amend`);
  } else if ('table' in effect) {
    const { track, draft } = effect.table;
    if (typeof track === 'string') at.refer('track', track, `${path}.table.track`);
    else at.refer('flag', track.flag, `${path}.table.track.flag`);
    const isKnown = at.refer('draft', draft, `${path}.table.draft`);
    const offers = at.lookup.scenario.drafts.find(({ id }) => id === draft)?.offers;
    if (isKnown && typeof track === 'string' && offers?.[track] === undefined)
      at.add(
        'no-offer',
        `${path}.table`,
        `Draft "${draft}" has no offer for track ${track}. Add one in model.yaml.`,
      );
  } else if ('end' in effect) at.refer('ending', effect.end, `${path}.end`);
  else if ('cancel' in effect) return;
  else unreachable(effect);
}

/** A flag with values has one of them, or `false` for none; a flag without values is yes or no. */
function checkFlag(at: FileCheck, id: string, value: string | boolean, path: string): void {
  if (!at.refer('flag', id, path)) return;
  const values = at.lookup.scenario.manifest.flags.find((flag) => flag.id === id)?.values;
  if (values && typeof value === 'string' && !values.includes(value))
    at.unknown('value', value, values, path);
  if (values && value === true)
    at.add('flag-value', path, `Flag "${id}" is never just true. Say which: ${values.join(', ')}.`);
  if (!values && typeof value === 'string')
    at.add(
      'flag-value',
      path,
      `Flag "${id}" is yes or no. Give it "values" in manifest.yaml, or use true or false.`,
    );
}

/** An event is of use when a transition, a gate, a deadline or a table listens to it. */
function isHeard(at: FileCheck, event: string): boolean {
  const { regions, ...rest } = at.lookup.scenario;
  const listens = JSON.stringify(regions).includes(`"${event}":`);
  return listens || JSON.stringify([rest, regions]).includes(`"event":"${event}"`);
}
