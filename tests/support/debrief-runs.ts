import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Debrief, type RunRecord, workOutDebrief } from '../../src/core/debrief/index.ts';
import { createDice } from '../../src/core/domain/index.ts';
import { type RunEvent, runTables, stepKernel } from '../../src/core/machine/index.ts';
import { botIntent, type Persona, RANDOM_PERSONA } from '../../src/core/report/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { drawAgendaEvent, type Save } from '../../src/core/session/index.ts';

/** Negotiates round by round, asks, and answers the quiz. */
export const BARGAINER: Persona = { ...RANDOM_PERSONA, bargains: true, learns: true, asks: ['W', 'B', 'M'] };

/** A run of a random player, to its end. */
export function randomRecord(
  scenario: Scenario,
  seed: number,
  {
    persona = RANDOM_PERSONA,
    tier = scenario.manifest.tiers[0] ?? '',
  }: { readonly persona?: Persona; readonly tier?: string } = {},
): RunRecord {
  const tables = runTables(scenario, tier);
  const dice = createDice(seed);
  const log: RunEvent[] = [];
  let state = tables.initial;
  while (state.story !== 'ended') {
    const event =
      state.story === 'advance'
        ? drawAgendaEvent(tables, seed, state)
        : botIntent(tables, state, persona, dice);
    const next = event && stepKernel(tables, state, event);
    if (!next) throw new Error(`stuck in ${state.story}`);
    log.push(event);
    state = next;
  }
  return { seed, tier, log };
}

/** A run of those that are kept. */
export function keptRecord(file: string): RunRecord {
  const text = readFileSync(path.resolve(import.meta.dirname, '../replays', file), 'utf8');
  const { seed, tier, events } = JSON.parse(text) as Save;
  return { seed, tier, log: events };
}

/** What a work in steps comes to. */
export function finished<T>(steps: Generator<number, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export const workedOut = (scenario: Scenario, record: RunRecord): Debrief =>
  finished(workOutDebrief(scenario, record));
