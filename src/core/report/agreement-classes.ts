import type { IssueId, TrackId } from '../domain/index.ts';
import type { RunContext, RunEvent, RunTables } from '../machine/index.ts';
import { dealSpace, type Offer, offerAt } from '../model/index.ts';
import type { Gate, Scenario } from '../scenario/index.ts';

// A table can end in thousands of contracts. For the search those are one whose lines no gate can tell apart.

/** All ways in which the open table can end: with one contract of each class laid as the last word, or without. */
export function tableEvents(
  tables: RunTables,
  { talks, sceneId: scene = '' }: RunContext,
): readonly RunEvent[] {
  if (!talks) return [];
  const turn = talks.turns.length;
  return [
    ...classesAt(tables, talks.track).map((offer): RunEvent => ({ type: 'table.final', scene, turn, offer })),
    { type: 'table.leave', scene, turn },
  ];
}

const cache = new WeakMap<RunTables, Map<TrackId, readonly Offer[]>>();

/** One contract for each combination of the lines that gates read. */
function classesAt(tables: RunTables, track: TrackId): readonly Offer[] {
  const known = cache.get(tables) ?? new Map<TrackId, readonly Offer[]>();
  cache.set(tables, known);
  const classes = known.get(track) ?? findClasses(tables, track);
  known.set(track, classes);
  return classes;
}

function findClasses({ scenario, tier }: RunTables, track: TrackId): readonly Offer[] {
  const read = [...issuesInGates(scenario)];
  const space = dealSpace(scenario.model, track, tier);
  const classes = new Map<string, Offer>();
  space.codes.forEach((_, index) => {
    const offer = offerAt(space, index);
    const key = read.map((issue) => offer[issue]).join(' ');
    if (!classes.has(key)) classes.set(key, offer);
  });
  return [...classes.values()];
}

/** Gauges are read at the end only and lead nowhere. */
function issuesInGates({ calendar, scenes, regions, endings, manifest }: Scenario): ReadonlySet<IssueId> {
  const issues = new Set<IssueId>();
  const gates = [calendar, scenes, regions, endings.map(({ when }) => when), manifest.circumstances];
  JSON.stringify(gates, (_, value: unknown) => {
    if (isIssueGate(value)) issues.add(value.issue);
    return value;
  });
  return issues;
}

function isIssueGate(value: unknown): value is Extract<Gate, { issue: string }> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'issue' in value &&
    'in' in value &&
    typeof value.issue === 'string'
  );
}
