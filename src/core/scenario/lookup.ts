import type { Problem } from '../domain/index.ts';
import type { OptionSets } from '../model/index.ts';
import { nearestName } from './nearest-name.ts';
import type { Scenario } from './scenario.ts';

/** Kinds of things that files refer to by id. */
export type Kind =
  /** An event of the calendar: it has a date. */
  | 'calendar'
  | 'cast'
  | 'draft'
  | 'ending'
  | 'event'
  | 'fact'
  | 'flag'
  | 'gauge'
  | 'issue'
  | 'party'
  | 'phase'
  | 'quiz'
  /** A contract with a name in the model. */
  | 'reference'
  | 'region'
  | 'source'
  | 'term'
  | 'tier'
  | 'topic'
  | 'track'
  /** A party that has preferences in the model, so that it can accept or refuse. */
  | 'voter';

/** Everything a file may refer to, and the problems found so far. */
export interface Lookup {
  readonly scenario: Scenario;
  in(file: string): FileCheck;
  /** State paths of a region; parents included. */
  states(region: string): ReadonlySet<string>;
  problems(): readonly Problem[];
}

/** Checks of one file: what they find is reported with its name. */
export interface FileCheck {
  readonly lookup: Lookup;
  add(code: string, path: string, message: string): void;
  /** Reports an id that does not exist, with the nearest one that does. Says if it was found. */
  refer(kind: Kind, id: string, path: string): boolean;
  unknown(what: string, id: string, known: readonly string[], path: string): void;
  options(sets: OptionSets, path: string): void;
  /** Reports every id of a list that stands there a second time. */
  unique(path: string, items: readonly { readonly id: string }[]): void;
}

/** Collects all ids of a scenario once. */
export function createLookup(scenario: Scenario): Lookup {
  const problems: Problem[] = [];
  const ids = idsOf(scenario);
  const statesByRegion = new Map(
    scenario.regions.map(({ id, states }) => [id, new Set(pathsOf(states))] as const),
  );
  const none: ReadonlySet<string> = new Set();
  const lookup: Lookup = {
    scenario,
    states: (region) => statesByRegion.get(region) ?? none,
    problems: () => problems,
    in: (file) => {
      const check: FileCheck = {
        lookup,
        add: (code, path, message) => void problems.push({ code, path, message, file }),
        unknown: (what, id, known, path) => {
          const near = nearestName(id, known);
          const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
          check.add(`unknown-${what}`, path, `There is no ${what} "${id}".${hint}`);
        },
        refer: (kind, id, path) => {
          const isFound = ids[kind].includes(id);
          if (!isFound) check.unknown(kind, id, ids[kind], path);
          return isFound;
        },
        options: (sets, path) => {
          for (const [issue, options] of Object.entries(sets)) {
            if (!check.refer('issue', issue, path)) continue;
            const known = scenario.model.issues.find(({ id }) => id === issue)?.options ?? [];
            for (const option of options)
              if (!known.includes(option)) check.unknown('option', option, known, `${path}.${issue}`);
          }
        },
        unique: (path, items) => {
          const list = items.map(({ id }) => id);
          list.forEach((id, index) => {
            if (list.indexOf(id) !== index)
              check.add(
                'duplicate-id',
                `${path}[${index}]`,
                `The id "${id}" is used twice. Give one of the two another id.`,
              );
          });
        },
      };
      return check;
    },
  };
  return lookup;
}

function idsOf(scenario: Scenario): Readonly<Record<Kind, readonly string[]>> {
  const names = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const { model, calendar } = scenario;
  return {
    calendar: names(calendar),
    cast: names(scenario.cast),
    draft: names(scenario.drafts),
    ending: names(scenario.endings),
    event: [
      ...names(calendar),
      ...sentEvents(scenario),
      ...model.tracks.map(({ signs }) => signs),
      'DEAL.REFUSED',
    ],
    fact: names(scenario.facts),
    flag: names(scenario.manifest.flags),
    gauge: names(scenario.gauges),
    issue: names(model.issues),
    party: names(scenario.parties),
    phase: names(model.phases),
    quiz: names(scenario.quiz),
    reference: names(model.references),
    region: [...names(scenario.regions), 'story'],
    source: names(scenario.sources),
    term: names(scenario.terms),
    tier: names(model.tiers),
    topic: scenario.manifest.topics,
    track: names(model.tracks),
    voter: model.preferences.map(({ party }) => party),
  };
}

/** Domain events exist because something sends them. */
function sentEvents(scenario: Scenario): readonly string[] {
  const found = new Set<string>();
  JSON.stringify([scenario.calendar, scenario.scenes, scenario.regions], (key, value: unknown) => {
    if (key === 'send' && typeof value === 'string') found.add(value);
    return value;
  });
  return [...found];
}

interface States {
  readonly [name: string]: { readonly states?: States | undefined };
}

function pathsOf(states: States, parent = ''): readonly string[] {
  return Object.entries(states).flatMap(([name, node]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    return [path, ...pathsOf(node.states ?? {}, path)];
  });
}
