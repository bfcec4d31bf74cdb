// The statechart of a run, compiled from a scenario; and its kernel for author tools.
export { type AgendaEntry, buildAgenda } from './agenda.ts';
export { compileScenario, type NegotiationMachine, type Statechart } from './compile-scenario.ts';
export { circumstancesAt, gateHolds } from './gate-check.ts';
export { gaugeValue } from './gauge-value.ts';
export { openChoices, stepKernel } from './kernel.ts';
export { tableSettingAt } from './open-table.ts';
export { clampTrust, exactQuantities, NEUTRAL_TRUST, type Quantities } from './quantities.ts';
export type { LeafTransition, RegionTable } from './region-table.ts';
export type {
  AgendaEvent,
  Agreement,
  Intent,
  RunContext,
  RunEvent,
  TableIntent,
  TableResult,
} from './run.ts';
export { type RunActor, type RunSnapshot, startRun } from './run-actor.ts';
export type {
  Chance,
  RegionValues,
  RunState,
  StoryNode,
} from './run-state.ts';
export { type RunTables, runTables } from './run-tables.ts';
export { insightsLeft, isAskable } from './table-rules.ts';
