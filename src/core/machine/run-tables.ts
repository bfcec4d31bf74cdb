import type { PartyId } from '../domain/index.ts';
import type { Tier } from '../model/index.ts';
import type { CalendarEvent, Choice, QuizItem, Scenario, Scene } from '../scenario/index.ts';
import { type AgendaEntry, buildAgenda } from './agenda.ts';
import { NEUTRAL_TRUST } from './quantities.ts';
import { flattenRegion, type RegionRow, type RegionTable, resolveRegions } from './region-table.ts';
import type { RunState } from './run-state.ts';

/** A scenario prepared for running: everything looked up once, nothing decided. */
export interface RunTables {
  readonly scenario: Scenario;
  /** Level of the model at which tables are played. */
  readonly tier: Tier;
  readonly agenda: readonly AgendaEntry[];
  readonly regionRows: readonly RegionRow[];
  readonly regions: readonly RegionTable[];
  /** Regions that do something on an event, by event id. */
  readonly listeners: ReadonlyMap<string, readonly RegionTable[]>;
  readonly calendar: ReadonlyMap<string, CalendarEvent>;
  readonly scenes: ReadonlyMap<
    string,
    { readonly scene: Scene; readonly choices: ReadonlyMap<string, Choice> }
  >;
  readonly quiz: ReadonlyMap<string, QuizItem>;
  readonly initial: RunState;
}

const cache = new WeakMap<Scenario, Map<string, RunTables>>();

/**
 * Tables of a checked scenario, made once per scenario object and level. Without a level: the last one of
 * the scenario, which has most lines.
 */
export function runTables(scenario: Scenario, tier = scenario.manifest.tiers.at(-1) ?? ''): RunTables {
  const known = cache.get(scenario) ?? new Map<string, RunTables>();
  cache.set(scenario, known);
  const tables = known.get(tier) ?? buildTables(scenario, tier);
  known.set(tier, tables);
  return tables;
}

/** A level that the model does not describe negotiates every line. */
function tierOf({ model }: Scenario, id: string): Tier {
  const all: Tier = { id, issues: model.issues.map((issue) => issue.id), derived: [] };
  return model.tiers.find((tier) => tier.id === id) ?? all;
}

function buildTables(scenario: Scenario, tier: string): RunTables {
  const regionRows = resolveRegions(scenario);
  const regions = regionRows.map(flattenRegion);
  const events = new Set(
    regions.flatMap(({ leaves }) => [...leaves.values()].flatMap((on) => [...on.keys()])),
  );
  const hears = (region: RegionTable, event: string) =>
    [...region.leaves.values()].some((on) => on.has(event));
  return {
    scenario,
    tier: tierOf(scenario, tier),
    agenda: buildAgenda(scenario),
    regionRows,
    regions,
    listeners: new Map([...events].map((event) => [event, regions.filter((region) => hears(region, event))])),
    calendar: new Map(scenario.calendar.map((event) => [event.id, event])),
    scenes: new Map(
      scenario.scenes.map((scene) => [
        scene.id,
        { scene, choices: new Map(scene.choices.map((choice) => [choice.id, choice])) },
      ]),
    ),
    quiz: new Map(scenario.quiz.map((item) => [item.id, item])),
    initial: initialState(scenario, tier, regions),
  };
}

function initialState(scenario: Scenario, tier: string, regions: readonly RegionTable[]): RunState {
  const byParty = (value: (trust: number) => number): Record<PartyId, number> =>
    Object.fromEntries(scenario.parties.map((party) => [party.id, value(party.trust ?? NEUTRAL_TRUST)]));
  return {
    context: {
      position: 0,
      tier,
      date: scenario.manifest.startDate,
      trust: byParty((trust) => trust),
      info: byParty(() => 0),
      flags: {},
      fired: [],
      quizAnswers: {},
      insightsSpent: 0,
    },
    values: Object.fromEntries(regions.map((region) => [region.id, region.initialLeaf])),
    story: 'advance',
  };
}
