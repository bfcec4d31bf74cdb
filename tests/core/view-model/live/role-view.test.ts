import { describe, expect, test } from 'vitest';
import { moveRole, openRoleTable, type RoleTable } from '../../../../src/core/classroom/roles/role-table.ts';
import type { RoleMove } from '../../../../src/core/classroom/roles/role-types.ts';
import { presentRoleSheet, presentRoleTable } from '../../../../src/core/classroom/roles/role-views.ts';
import { judge } from '../../../../src/core/model/index.ts';
import { withDraftLine } from '../../../../src/core/view-model/live/role-draft.ts';
import { presentChoiceOfChairs, presentRole } from '../../../../src/core/view-model/live/role-view.ts';
import { loadTiktok } from '../../../support/tiktok.ts';

const scenario = loadTiktok();
const { model } = scenario;
const told = (language: string) => ({ scenario, texts: scenario.texts[language]! });
const PEOPLE = ['F', 'W'];

function table(tier = 'standard', ...moves: readonly [string, RoleMove][]): RoleTable {
  const opened = openRoleTable(scenario, { table: 'r1', track: 'O', phase: 'P5', tier, seed: 1 });
  if (!opened.ok) throw new Error('not opened');
  return moves.reduce((now, [party, move]) => {
    const next = moveRole(scenario, now, { party, move, people: PEOPLE });
    if (!next.ok) throw new Error(JSON.stringify(next.problems));
    return next.value;
  }, opened.value);
}

const briefs = { de: { F: [{ text: 'geheim', facts: ['F-US-01'] }] } };
const seen = (now: RoleTable, party: string, isSpeaker = true) =>
  presentRole(told('de'), 'de', {
    table: presentRoleTable(now, [{ party: 'F', names: ['Otter', 'Biber'], speaker: 'Otter' }]),
    sheet: presentRoleSheet(scenario, now, party, briefs),
    isSpeaker,
  });
const { offer } = model.references.find(({ id }) => id === 'oracle-sept')!;
const propose = { type: 'propose', offer } as const;

describe('the page of a chair', () => {
  test('shows the own sheet in words: instructions, points of the negotiated lines, plan B, red lines', () => {
    const { sheet } = seen(table(), 'W');
    expect(sheet).toMatchObject({ party: 'W', planB: 61, brief: [] });
    expect(sheet.redLines).toContainEqual({ name: 'Daten', options: ['wie bisher'] });
    expect(sheet.lines.map(({ issue }) => issue)).toEqual(
      model.tiers.find(({ id }) => id === 'standard')!.issues,
    );
    expect(sheet.hiddenWeight + sheet.lines.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { options } of sheet.lines)
      expect(options.map(({ points }) => points)).toEqual(
        options.map(({ points }) => points).toSorted((a, b) => b - a),
      );
    expect(seen(table(), 'F').sheet.brief).toEqual([{ text: 'geheim', facts: ['F-US-01'] }]);
  });

  test('shows the contract on the table with its worth to the own party, as the model judges it', () => {
    const view = seen(table('standard', ['F', propose]), 'W');
    expect(view.table.proposal).toMatchObject({ party: 'F', name: 'ByteDance' });
    const vote = judge(model, 'O', offer, { phase: 'P5', hasOwnSuit: true, trust: {}, goodwill: {} }).find(
      ({ party }) => party === 'W',
    )!;
    expect(view.proposal!.worth.points).toBeCloseTo(vote.utility, 1);
    expect(view.proposal!.worth.isEnough).toBe(vote.yes);
    expect(view.proposal!.changes.find(({ issue }) => issue === 'own')).toMatchObject({
      to: expect.stringContaining('ByteDance 80'),
    });
    expect(view.draft.offer).toEqual(offer);
  });

  test('says of each chair who sits there and what it does, and of votes nothing before the end', () => {
    const view = seen(table('standard', ['F', propose]), 'W');
    expect(view.table.chairs.map(({ party, state }) => [party, state])).toEqual([
      ['F', 'voted'],
      ['I', 'voted'],
      ['O', 'voted'],
      ['W', 'voting'],
      ['B', 'voted'],
    ]);
    expect(view.table.chairs[0]).toMatchObject({ names: ['Otter', 'Biber'], speaker: 'Otter', isOwn: false });
    expect(view.table.history).toEqual([]);
    const over = seen(table('standard', ['F', propose], ['W', { type: 'vote', yes: false }]), 'W');
    expect(over.table.history[0]!.votes.find(({ party }) => party === 'W')).toMatchObject({
      yes: false,
      reasons: [],
    });
  });

  test('can propose once a round', () => {
    const now = table('standard', ['W', propose]);
    expect(seen(now, 'W').canPropose).toBe(false);
    expect(seen(now, 'F').canPropose).toBe(true);
  });

  test('a draft follows the rules and has its points at once', () => {
    const view = seen(table('standard', ['F', propose]), 'F');
    const sold = withDraftLine(view.desk, view.draft, 'own', 'sale');
    expect(sold.offer).toMatchObject({ own: 'sale', ctrl: 'buyer' });
    expect(sold.followed.map(({ issue }) => issue)).toContain('ctrl');
    expect(sold.worth.points).toBeLessThan(view.draft.worth.points);
    expect(withDraftLine(view.desk, view.draft, 'own', 'nothing')).toBe(view.draft);
  });

  test.each(['starter', 'standard', 'expert'])('opens with a draft that keeps the rules, %s', (tier) => {
    const now = table(tier);
    const { draft, desk } = seen(now, 'F');
    expect(Object.keys(draft.offer)).toHaveLength(model.issues.length);
    const proposed = moveRole(scenario, now, {
      party: 'F',
      move: { type: 'propose', offer: draft.offer },
      people: [desk.party],
    });
    expect(proposed.ok).toBe(true);
  });

  test('offers the chairs of each table with the number of people there', () => {
    const { tables } = presentChoiceOfChairs(told('en'), [
      { table: 'r1', party: 'F', count: 2 },
      { table: 'r1', party: 'B', count: 0 },
      { table: 'r2', party: 'F', count: 0 },
    ]);
    expect(tables.map(({ number, chairs }) => [number, chairs.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(tables[0]!.chairs[0]).toMatchObject({ name: 'ByteDance', count: 2 });
  });
});
