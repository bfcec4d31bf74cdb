import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roleSetting } from '../../../../src/core/classroom/roles/role-setting.ts';
import {
  moveRole,
  nudgeRole,
  openRoleTable,
  type RoleTable,
  type RoleTableOptions,
} from '../../../../src/core/classroom/roles/role-table.ts';
import type { RoleMove } from '../../../../src/core/classroom/roles/role-types.ts';
import { presentRoleSheet, presentRoleTable } from '../../../../src/core/classroom/roles/role-views.ts';
import { offerAt, surplusOf, zoneOfAgreement } from '../../../../src/core/model/index.ts';
import { offerErrors, spaceOf, votesAt } from '../../../../src/core/strategy/index.ts';
import { loadTiktok } from '../../../support/tiktok.ts';

const scenario = loadTiktok();
const { model } = scenario;
const TIERS = ['starter', 'standard'];

function opened(options: Partial<RoleTableOptions> = {}): RoleTable {
  const found = openRoleTable(scenario, {
    table: 't1',
    track: 'O',
    phase: 'P5',
    tier: 'starter',
    seed: 1,
    ...options,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

function moved(
  table: RoleTable,
  party: string,
  move: RoleMove,
  people: readonly string[] = [party],
): RoleTable {
  const found = moveRole(scenario, table, { party, move, people });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

function nudged(table: RoleTable, people: readonly string[]): RoleTable {
  const found = nudgeRole(scenario, table, { people });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const partiesOf = (table: RoleTable) => table.parties.map(({ party }) => party);
const spaceAt = (table: RoleTable) => spaceOf(roleSetting(scenario, table));

const tables = fc
  .record({
    track: fc.constantFrom(...model.tracks.map(({ id }) => id)),
    phase: fc.constantFrom(...model.phases.map(({ id }) => id)),
    tier: fc.constantFrom(...TIERS),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    table: fc.string(),
  })
  .map(opened);

/** Steps by number: what a number means depends on the table. */
const steps = fc.array(
  fc.record({
    party: fc.nat(10),
    kind: fc.constantFrom('propose', 'yes', 'no', 'leave', 'nudge'),
    offer: fc.nat(),
    people: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  }),
  { maxLength: 30 },
);
type Step = (typeof steps extends fc.Arbitrary<infer S> ? S : never)[number];

function played(table: RoleTable, all: readonly Step[]): readonly RoleTable[] {
  const states = [table];
  for (const step of all) {
    const now = states.at(-1)!;
    const parties = partiesOf(now);
    const people = parties.filter((_, at) => step.people[at]);
    const space = spaceAt(now);
    const move: RoleMove =
      step.kind === 'propose'
        ? { type: 'propose', offer: offerAt(space, step.offer % space.codes.length) }
        : step.kind === 'leave'
          ? { type: 'leave' }
          : { type: 'vote', yes: step.kind === 'yes' };
    const found =
      step.kind === 'nudge'
        ? nudgeRole(scenario, now, { people })
        : moveRole(scenario, now, { party: parties[step.party % parties.length]!, move, people });
    if (found.ok) states.push(found.value);
  }
  return states;
}

describe('a table of machines alone', () => {
  test('comes to an end, and signs exactly where a contract exists that all needed could sign', () => {
    fc.assert(
      fc.property(tables, (table) => {
        let now = table;
        for (let round = 1; round <= table.rounds && now.state === 'open'; round += 1) now = nudged(now, []);
        expect(now.state).not.toBe('open');
        const { circumstances } = roleSetting(scenario, table);
        const zone = zoneOfAgreement(spaceAt(table), surplusOf(spaceAt(table), circumstances));
        expect(now.state).toBe(zone.length > 0 ? 'signed' : 'failed');
      }),
      { numRuns: 60 },
    );
  });

  test('plays one round at a time, so that a class can follow it', () => {
    const one = nudged(opened({ phase: 'P3', track: 'M' }), []);
    expect(one).toMatchObject({ state: 'open', round: 2 });
    expect(one.history).toHaveLength(1);
  });
});

describe('a table with people', () => {
  test('never gets stuck: whoever sits there, nudges alone bring it to an end', () => {
    fc.assert(
      fc.property(
        tables,
        steps,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (table, all, who) => {
          let now = played(table, all).at(-1)!;
          const people = partiesOf(now).filter((_, at) => who[at]);
          for (let left = 40; left > 0 && now.state === 'open'; left -= 1) {
            const next = nudged(now, people);
            expect(next.moves).toBeGreaterThan(now.moves);
            now = next;
          }
          expect(now.state).not.toBe('open');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the same steps give the same table; it is plain data', () => {
    fc.assert(
      fc.property(tables, steps, (table, all) => {
        const last = played(table, all).at(-1);
        expect(played(table, all).at(-1)).toEqual(last);
        expect(JSON.parse(JSON.stringify(last))).toEqual(last);
      }),
      { numRuns: 40 },
    );
  });

  test('only contracts that keep the rules, at most six rounds, and signed exactly when all needed say yes', () => {
    fc.assert(
      fc.property(tables, steps, (table, all) => {
        const setting = roleSetting(scenario, table);
        for (const now of played(table, all)) {
          expect(now.round).toBeLessThanOrEqual(now.rounds);
          if (now.proposal) expect(offerErrors(setting, now.proposal.offer)).toEqual([]);
          now.history.forEach(({ offer, votes }, at) => {
            expect(offerErrors(setting, offer)).toEqual([]);
            const isYes = votesAt(setting, offer)
              .filter(({ hasSay }) => hasSay)
              .every(({ party }) => votes[party]);
            expect(isYes).toBe(now.state === 'signed' && at === now.history.length - 1);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('waits for the people, and tells nobody before all have voted', () => {
    const table = opened();
    const offer = offerAt(spaceAt(table), 0);
    const now = moved(table, 'F', { type: 'propose', offer }, ['F', 'I']);
    expect(now).toMatchObject({ state: 'open', round: 1, history: [] });
    const view = presentRoleTable(now, [{ party: 'F', names: ['A'], speaker: 'A' }]);
    expect(view.chairs.filter(({ hasVoted }) => !hasVoted).map(({ party }) => party)).toEqual(['I']);
    expect(Object.keys(view)).not.toContain('votes');
    const next = moved(now, 'I', { type: 'vote', yes: false }, ['F', 'I']);
    expect(next.history[0]!.votes).toMatchObject({ F: true, I: false });
  });

  test('empty chairs say why they say no; a chair where people sit does not, even when it is made to vote', () => {
    const people = ['F', 'W'];
    const offer = offerAt(spaceAt(opened({ phase: 'P3', track: 'M' })), 0);
    const laid = moved(opened({ phase: 'P3', track: 'M' }), 'F', { type: 'propose', offer }, people);
    const [{ votes, reasons }] = nudged(laid, people).history as [RoleTable['history'][number]];
    expect(votes).toMatchObject({ W: false, M: false });
    expect(Object.keys(reasons)).toContain('M');
    expect(Object.keys(reasons)).not.toContain('W');
  });

  test('each party proposes once a round; another contract on the table begins the vote anew', () => {
    const people = ['F', 'I', 'O', 'W', 'B'];
    const table = opened();
    const space = spaceAt(table);
    const one = moved(table, 'F', { type: 'propose', offer: offerAt(space, 0) }, people);
    const voted = moved(one, 'I', { type: 'vote', yes: true }, people);
    const again = moveRole(scenario, voted, {
      party: 'F',
      move: { type: 'propose', offer: offerAt(space, 1) },
      people,
    });
    expect(again).toMatchObject({ ok: false, problems: [{ code: 'role-proposed' }] });
    expect(moved(voted, 'O', { type: 'propose', offer: offerAt(space, 1) }, people).votes).toEqual({
      O: true,
    });
  });

  test('is over when a party gets up whose yes every contract needs; Beijing may be done without', () => {
    expect(moved(opened(), 'O', { type: 'leave' }).state).toBe('failed');
    expect(moved(opened(), 'W', { type: 'leave' }).state).toBe('failed');
    const without = moved(opened({ track: 'M' }), 'B', { type: 'leave' }, ['F', 'B']);
    expect(without.state).toBe('open');
    expect(
      moveRole(scenario, without, { party: 'B', move: { type: 'vote', yes: true }, people: [] }),
    ).toMatchObject({
      ok: false,
    });
  });

  test('before the rule of the end of August Beijing advises: its no stops nothing', () => {
    const table = opened({ track: 'M', phase: 'P1' });
    expect(presentRoleTable(table, []).chairs.find(({ party }) => party === 'B')!.mustSign).toBe(false);
    const people = partiesOf(table);
    const offer = model.references.find(({ id }) => id === 'ms-aug')!.offer;
    const { issues } = roleSetting(scenario, table).tier;
    let now = moved(
      table,
      'F',
      { type: 'propose', offer: Object.fromEntries(issues.map((issue) => [issue, offer[issue]!])) },
      people,
    );
    for (const party of people)
      if (now.state === 'open') now = moved(now, party, { type: 'vote', yes: party !== 'B' }, people);
    expect(now.state).toBe('signed');
    expect(now.history[0]!.votes).toMatchObject({ B: false });
  });

  test.each([
    [{ offer: {} }, 'deal-incomplete'],
    [{ offer: { own: 'bd100', algo: 'sell', data: 'cloud', price: 'low', jobs: 'none' } }, 'deal-broken'],
    [
      { offer: { own: 'bd80', algo: 'keep', data: 'cloud', price: 'low', jobs: 'none', x: 'y' } },
      'deal-broken',
    ],
  ])('refuses %j: %s', (move, code) => {
    const found = moveRole(scenario, opened(), {
      party: 'F',
      move: { type: 'propose', ...move },
      people: ['F'],
    });
    expect(found).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test('machines do not use what people keep to themselves: other weights of a human chair, same moves', () => {
    const table = opened({ tier: 'standard' });
    const turned = {
      ...scenario,
      model: {
        ...model,
        preferences: model.preferences.map((preference) =>
          preference.party === 'W' ? { ...preference, scores: model.preferences[0]!.scores } : preference,
        ),
      },
    };
    const people = ['W'];
    const steps = (in_: typeof scenario) => {
      const one = nudgeRole(in_, table, { people });
      if (!one.ok) throw new Error('nudge');
      const two = moveRole(in_, one.value, { party: 'W', move: { type: 'vote', yes: false }, people });
      if (!two.ok) throw new Error('vote');
      return two.value;
    };
    expect(steps(turned)).toEqual(steps(scenario));
  });
});

describe('what a chair may know', () => {
  const briefs = Object.fromEntries(
    ['de', 'en'].map((language) => [
      language,
      Object.fromEntries(
        model.preferences.map(({ party }) => [
          party,
          [{ text: `secret ${language} of ${party}`, facts: [] }],
        ]),
      ),
    ]),
  );

  test('the own sheet and no other; the table tells nothing of any', () => {
    const table = moved(opened(), 'F', { type: 'propose', offer: offerAt(spaceAt(opened()), 3) }, ['F', 'I']);
    for (const { party } of table.parties) {
      const sheet = JSON.stringify(presentRoleSheet(scenario, table, party, briefs));
      expect(sheet).toContain(`secret de of ${party}`);
      for (const other of partiesOf(table).filter((id) => id !== party))
        expect(sheet).not.toContain(`of ${other}`);
    }
    const view = JSON.stringify(presentRoleTable(table, []));
    expect(view).not.toMatch(/secret|weight|points|planB/);
  });

  test('points of the lines make up what the contract is worth; red lines and plan B are those of the phase', () => {
    const table = moved(opened(), 'O', { type: 'propose', offer: offerAt(spaceAt(opened()), 3) }, ['O', 'W']);
    const sheet = presentRoleSheet(scenario, table, 'W', briefs);
    const sum = sheet.lines.reduce(
      (points, { issue, options }) =>
        points + options.find(({ option }) => option === table.proposal!.offer[issue])!.points,
      0,
    );
    expect(sheet.proposalPoints).toBeCloseTo(sum);
    expect(sheet.planB).toBe(61);
    expect(sheet.redLines).toEqual([
      { issue: 'own', options: ['bd100'] },
      { issue: 'data', options: ['asis'] },
    ]);
    expect(sheet.lines.reduce((weight, line) => weight + line.weight, 0)).toBe(100);
  });
});
