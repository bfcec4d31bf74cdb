import type { RunState, RunTables } from '../machine/index.ts';
import type { Effect, Gate } from '../scenario/index.ts';

/** Which parts of a run some gate may still read, once the agenda has come to a position. */
export interface Liveness {
  readonly flags: ReadonlySet<string>;
  /** With a place for each, from 0 on. */
  readonly events: ReadonlyMap<string, number>;
  readonly regions: ReadonlySet<string>;
  readonly isAgreementLive: boolean;
  /** Lines of the agreement that gates read by themselves; what a party makes of it is a range in the search. */
  readonly issues: ReadonlySet<string>;
}

/** Everything that can still happen from a position on: gates read and effects performed. */
interface Future {
  readonly gates: readonly Gate[];
  readonly effects: readonly Effect[];
}

/**
 * Liveness by position of the agenda, from 0 to its length. What is dead at a position cannot make a
 * difference any more, so two states that differ only there are one state for the search.
 */
export function livenessByPosition(tables: RunTables): readonly Liveness[] {
  return Array.from({ length: tables.agenda.length + 1 }, (_, position) => livenessAt(tables, position));
}

function livenessAt(tables: RunTables, position: number): Liveness {
  const { manifest } = tables.scenario;
  const agenda = agendaFuture(tables, position);
  const events = possibleEvents(tables, position, agenda);
  const regions = regionFuture(tables, events);
  const gates = [...agenda.gates, ...regions.gates];
  const effects = [...agenda.effects, ...regions.effects];

  const atoms = gates.flatMap(atomsOf);
  const tableFlags = effects.flatMap((effect) =>
    'table' in effect && typeof effect.table.track !== 'string' ? [effect.table.track.flag] : [],
  );
  const isJudged = atoms.some((atom) => 'accepts' in atom) || effects.some((effect) => 'table' in effect);
  // Goodwill is only known as a range in the search: its gates keep nothing alive.
  if (isJudged) atoms.push(...atomsOf(manifest.circumstances.hasOwnSuit));
  const isFinaleAhead = tables.agenda.slice(position).some(({ kind }) => kind === 'finale');
  const moving = tables.regions.filter(({ leaves }) =>
    [...leaves.values()].some((on) => [...on.keys()].some((event) => events.has(event))),
  );
  return {
    flags: new Set([...atoms.flatMap((atom) => ('flag' in atom ? [atom.flag] : [])), ...tableFlags]),
    events: new Map(
      [
        ...new Set([
          ...atoms.flatMap((atom) => ('event' in atom ? [atom.event] : [])),
          ...(isFinaleAhead ? [manifest.finale] : []),
        ]),
      ].map((event, place) => [event, place]),
    ),
    regions: new Set([
      ...atoms.flatMap((atom) => ('region' in atom ? [atom.region] : [])),
      ...moving.map(({ id }) => id),
    ]),
    isAgreementLive: atoms.some((atom) => 'issue' in atom || 'accepts' in atom),
    issues: new Set(atoms.flatMap((atom) => ('issue' in atom ? [atom.issue] : []))),
  };
}

function agendaFuture(tables: RunTables, position: number): Future {
  const gates: (Gate | undefined)[] = [];
  const effects: Effect[] = [];
  for (const entry of tables.agenda.slice(position)) {
    if (entry.kind === 'calendar') {
      gates.push(entry.event.when);
      effects.push(...entry.event.effects);
    } else if (entry.kind === 'scene') {
      gates.push(entry.scene.when, ...entry.scene.choices.map(({ when }) => when));
      effects.push(...entry.scene.choices.flatMap((choice) => choice.effects));
    } else gates.push(...tables.scenario.endings.map(({ when }) => when));
  }
  return { gates: gates.filter((gate) => gate !== undefined), effects };
}

/** Events that can still be raised: of the calendar, of choices, and of transitions they set off. */
function possibleEvents(tables: RunTables, position: number, agenda: Future): ReadonlySet<string> {
  const events = new Set(
    tables.agenda.slice(position).flatMap((entry) => (entry.kind === 'calendar' ? [entry.event.id] : [])),
  );
  const addAll = (effects: readonly Effect[]) => {
    for (const effect of effects) {
      if ('send' in effect) events.add(effect.send);
      if (!('table' in effect)) continue;
      events.add('DEAL.REFUSED');
      for (const { signs } of tables.scenario.model.tracks) events.add(signs);
    }
  };
  addAll(agenda.effects);
  for (let before = -1; before < events.size; ) {
    before = events.size;
    addAll(regionFuture(tables, events).effects);
  }
  return events;
}

function regionFuture(tables: RunTables, events: ReadonlySet<string>): Future {
  const rows = tables.regions
    .flatMap(({ leaves }) => [...leaves.values()])
    .flatMap((on) => [...on].flatMap(([event, transitions]) => (events.has(event) ? transitions : [])));
  return {
    gates: rows.flatMap(({ when }) => (when === undefined ? [] : [when])),
    effects: rows.flatMap(({ effects }) => effects),
  };
}

type Atom = Exclude<Gate, { all: Gate[] } | { any: Gate[] } | { not: Gate }>;

function atomsOf(gate: Gate): readonly Atom[] {
  if ('all' in gate) return gate.all.flatMap(atomsOf);
  if ('any' in gate) return gate.any.flatMap(atomsOf);
  if ('not' in gate) return atomsOf(gate.not);
  return [gate];
}

/** Liveness where a state stands; undefined when nothing can be read any more. */
function liveAt(lives: readonly Liveness[], { context, story }: RunState): Liveness | undefined {
  if (story === 'ended') return undefined;
  // While a scene or its table is open, its own choices are still to be read: it stands one position back.
  const isOpen = story === 'decide' || story === 'present' || story === 'table';
  return lives[isOpen ? context.position - 1 : context.position];
}

/**
 * A text that is the same for two states that differ only in what no gate can read any more: for the search
 * they are one. Trust and information are kept elsewhere.
 */
export function stateKey(lives: readonly Liveness[], state: RunState): string {
  const { context, story, values } = state;
  const { position, date, flags, fired, agreement, talks, sceneId = '', endingId = '' } = context;
  const live = liveAt(lives, state);
  let key = `${story} ${position} ${date} ${endingId}`;
  if (!live) return key;
  if (story !== 'advance') key += ` ${sceneId}`;
  for (const region of live.regions) key += `|${values[region]}`;
  for (const flag of live.flags) key += `|${flags[flag]}`;
  // Fixed places instead of a sorted list: made for every step of the search.
  const marks = new Array<string>(live.events.size).fill('0');
  for (const event of fired) {
    const place = live.events.get(event);
    if (place !== undefined) marks[place] = '1';
  }
  key += marks.join('');
  if (agreement && live.isAgreementLive) {
    key += `|${agreement.track}`;
    for (const issue of live.issues) key += `|${agreement.offer[issue]}`;
  }
  return talks ? key + JSON.stringify(talks) : key;
}
