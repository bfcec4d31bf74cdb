import type { Scenario } from '../../scenario/index.ts';
import { tableId } from '../live/role-tables.ts';
import type { RoomEvent } from '../live/room-event.ts';
import { moveRole, nudgeRole, openRoleTable, type RoleTable } from '../roles/role-table.ts';
import type { WalkSetting } from './run-walk.ts';
import type { SummaryTable } from './summary-types.ts';

type TableEvent = Extract<RoomEvent, { readonly type: 'roles.opened' | 'role.moved' | 'role.nudged' }>;

interface Tables {
  readonly scenario: Scenario;
  readonly setting: WalkSetting;
  readonly tables: Map<string, RoleTable>[];
}

/** Negotiating tables with roles, played again. */
export function readTable({ scenario, setting, tables }: Tables, event: TableEvent): void {
  if (event.type === 'roles.opened') {
    const { track, phase, tier } = event;
    const opened = Array.from({ length: event.tables }, (_, index) => {
      const table = tableId(index);
      const options = { table, track, phase, tier, seed: setting.seed };
      const result = openRoleTable(scenario, options);
      return result.ok ? [[table, result.value] as const] : [];
    });
    tables.push(new Map(opened.flat()));
    return;
  }
  const now = tables.at(-1);
  const table = now?.get(event.table);
  if (!now || !table) return;
  const next =
    event.type === 'role.moved' ? moveRole(scenario, table, event) : nudgeRole(scenario, table, event);
  if (next.ok) now.set(event.table, next.value);
}

export function summaryTable({ track, phase, state, proposal, history, round }: RoleTable): SummaryTable {
  // What lies on the table of a lesson that is over, else what was voted on last.
  const offer = proposal?.offer ?? history.at(-1)?.offer;
  return { track, phase, state, ...(offer ? { offer } : {}), rounds: round };
}
