import type { IssueId } from '../../core/domain/index.ts';
import { tableSettingAt } from '../../core/machine/index.ts';
import type { AgreementSearch, Offer } from '../../core/model/index.ts';
import type { Scenario } from '../../core/scenario/index.ts';
import { movePractice, type Practice, practiceSetting } from '../../core/session/index.ts';
import {
  isTableSigned,
  type Move,
  type TableSetting,
  type Talks,
  votesAt,
  withLine,
} from '../../core/strategy/index.ts';
import type { OpenRun } from './game-state.ts';
import type { IntentOf } from './intent-areas.ts';
import type { WorkDesk } from './work/work-desk.ts';

/** What the table shows beside what lies on it. Holds only for the table and the contract it was made for. */
export interface TableNotes {
  /** As of `tableKey`. */
  readonly table: string;
  readonly offer: Offer;
  /** Lines that moved along with the last change, from what; and the rules that moved them. */
  readonly followed?: { readonly before: Offer; readonly issue: IssueId; readonly rules: readonly string[] };
  readonly search?: 'working' | 'failed' | AgreementSearch;
}

export type TableShellIntent = IntentOf<'table'>;

/** The table that is open: of the run, or for practice. */
export interface OpenTable {
  readonly setting: TableSetting;
  readonly talks: Talks;
}

export interface TableDeskOptions {
  readonly scenario: Scenario;
  readonly work: WorkDesk;
  readonly state: () => {
    readonly page: string;
    readonly run?: OpenRun | undefined;
    readonly practice?: Practice;
    readonly tableNotes?: TableNotes;
  };
  readonly update: (change: { readonly practice?: Practice; readonly tableNotes?: TableNotes }) => void;
  /** Hands a move to the run; says whether it was possible. */
  readonly send: (intent: Parameters<OpenRun['session']['send']>[0]) => boolean;
}

/** Takes what the player does at a table to the run, or to the practice table. */
export function createTableDesk(options: TableDeskOptions): (intent: TableShellIntent) => void {
  const { scenario, work, state, update } = options;

  /** Plays a move; says whether it was possible. `turn` is missing where nothing is proposed. */
  const play = (table: OpenTable, move: Move, turn?: number): boolean => {
    const { page, run, practice } = state();
    if (page === 'practice') {
      const next = practice && movePractice(scenario, practice, turn, move);
      if (next) update({ practice: next });
      return next !== undefined;
    }
    const scene = run?.session.frame().context.sceneId;
    if (scene === undefined) return false;
    switch (move.kind) {
      case 'lay':
        return options.send({ type: 'table.lay', scene, offer: move.offer });
      case 'propose':
      case 'final':
        return options.send({
          type: `table.${move.kind}`,
          scene,
          turn: turn ?? table.talks.turns.length,
          offer: move.offer,
        });
      case 'accept':
      case 'leave':
        return options.send({ type: `table.${move.kind}`, scene, turn: turn ?? table.talks.turns.length });
      case 'ask':
        return options.send({
          type: 'table.ask',
          scene,
          turn: turn ?? table.talks.turns.length,
          party: move.party,
        });
    }
  };

  const setLine = (table: OpenTable, issue: IssueId, option: string): void => {
    const { setting, talks } = table;
    const laid = withLine(setting, talks.offer, issue, option);
    if (!laid || !play(table, { kind: 'lay', offer: laid.offer })) return;
    const { offer, followed, rules } = laid;
    update({
      tableNotes: {
        table: tableKey(table),
        offer,
        ...(followed.length > 0 ? { followed: { before: talks.offer, issue, rules } } : {}),
      },
    });
  };

  const search = async (table: OpenTable): Promise<void> => {
    const { setting, talks } = table;
    const { offer } = talks;
    const { track, tier, circumstances } = setting;
    const asked: TableNotes = { table: tableKey(table), offer };
    const note = (found: NonNullable<TableNotes['search']>) => {
      // Who has changed the contract or the table meanwhile asks again.
      const now = openTable(scenario, state());
      if (!now || !areNotesFor(asked, now)) return;
      const { tableNotes } = state();
      const isKept = tableNotes && areNotesFor(tableNotes, now);
      update({ tableNotes: { ...(isKept ? tableNotes : asked), search: found } });
    };
    note('working');
    try {
      const player = scenario.manifest.player;
      note(await work.nearest({ track, tier: tier.id, circumstances, offer, player }));
    } catch {
      note('failed');
    }
  };

  return (intent) => {
    const table = openTable(scenario, state());
    if (!table) return;
    const { setting, talks } = table;
    const { offer } = talks;
    switch (intent.type) {
      case 'table.set':
        return setLine(table, intent.issue, intent.option);
      case 'table.undo':
        return setLine(table, intent.issue, talks.base[intent.issue] ?? '');
      case 'table.lay':
        return void play(table, { kind: 'lay', offer: intent.offer });
      case 'table.propose':
        return void play(table, { kind: 'propose', offer }, intent.turn);
      case 'table.final': {
        const isSigned = isTableSigned(setting, votesAt(setting, offer));
        return void play(table, { kind: 'final', offer, isSigned }, intent.turn);
      }
      case 'table.accept':
        return void play(table, { kind: 'accept' }, intent.turn);
      case 'table.ask':
        return void play(table, { kind: 'ask', party: intent.party, isFree: false }, intent.turn);
      case 'table.leave':
        return void play(table, { kind: 'leave' }, intent.turn);
      case 'table.search':
        return void search(table);
    }
  };
}

/** The table on the page; undefined where there is none. */
export function openTable(
  scenario: Scenario,
  { page, run, practice }: ReturnType<TableDeskOptions['state']>,
): OpenTable | undefined {
  if (page === 'practice')
    return practice && { setting: practiceSetting(scenario, practice.options), talks: practice.talks };
  const frame = run?.session.frame();
  const { talks } = frame?.context ?? {};
  return frame && talks && { setting: tableSettingAt(scenario, frame, talks), talks };
}

/** True while the table and the contract on it are those that the notes were made for. */
export function areNotesFor({ table, offer }: TableNotes, now: OpenTable): boolean {
  return table === tableKey(now) && sameOffer(offer, now.talks.offer);
}

/** Two tables with this in common judge every contract alike. */
function tableKey({ setting: { track, tier, counterpart, circumstances } }: OpenTable): string {
  return JSON.stringify([track, tier.id, counterpart, circumstances]);
}

function sameOffer(a: Offer, b: Offer): boolean {
  const lines = Object.keys(a);
  return lines.length === Object.keys(b).length && lines.every((line) => a[line] === b[line]);
}
