import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepts, dealSpace, offerAt, structureErrors } from '../../src/core/model/index.ts';
import {
  draftAt,
  marginIn,
  offerErrors,
  openTalks,
  playMove,
  smallestChange,
  smallestChangeNow,
  type TableSetting,
  withLine,
} from '../../src/core/strategy/index.ts';
import { changedLines, surplusFor } from '../support/random-table.ts';
import { loadTiktok } from '../support/tiktok.ts';

// The tables that players sit at: every track, level and phase of the shipped model.

const { model, drafts } = loadTiktok();
const points = fc.integer({ min: 0, max: 100 });

const circumstances = fc.record({
  phase: fc.constantFrom(...model.phases.map(({ id }) => id)),
  hasOwnSuit: fc.boolean(),
  trust: fc.record({ M: points, O: points, W: points, B: points, F: points, I: points }),
  goodwill: fc.record({ W: fc.integer({ min: 0, max: 4 }), B: fc.integer({ min: 0, max: 3 }) }),
});

/** Tables of a level with any contract on them. */
const tablesOf = (levels: readonly string[]) =>
  fc
    .record({
      track: fc.constantFrom(...model.tracks),
      tier: fc.constantFrom(...model.tiers.filter(({ id }) => levels.includes(id))),
      circumstances,
      at: fc.nat(),
    })
    .map(({ track, tier, circumstances: now, at }) => {
      const setting: TableSetting = {
        model,
        track: track.id,
        tier,
        circumstances: now,
        ...(track.buyer === undefined ? {} : { counterpart: track.buyer }),
      };
      const space = dealSpace(model, track.id, tier);
      return { setting, space, offer: offerAt(space, at % space.codes.length) };
    });
const everyLevel = model.tiers.map(({ id }) => id);

describe('at every table of the shipped model', () => {
  test('the smallest change for a party, made truthfully, is accepted by it', () => {
    let changed = 0;
    fc.assert(
      fc.property(tablesOf(everyLevel), ({ setting, offer }) => {
        for (const { party } of model.preferences) {
          const wanted = smallestChange(setting, offer, party);
          if (!wanted) continue;
          expect(offerErrors(setting, wanted)).toEqual([]);
          expect(accepts(model, party, setting.track, wanted, setting.circumstances)).toBe(true);
          if (changedLines(setting, offer, wanted).length > 0) changed += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  test('no contract with fewer changes would be accepted', () => {
    fc.assert(
      fc.property(
        tablesOf(['starter', 'standard']),
        fc.constantFrom(...model.preferences),
        ({ setting, space, offer }, { party }) => {
          const wanted = smallestChange(setting, offer, party);
          const fewest = wanted ? changedLines(setting, offer, wanted).length : Number.POSITIVE_INFINITY;
          space.codes.forEach((_, index) => {
            const other = offerAt(space, index);
            if (changedLines(setting, offer, other).length >= fewest) return;
            expect(accepts(model, party, setting.track, other, setting.circumstances)).toBe(false);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('what is enough for the counterpart now is signed or blocked by the own side, never countered', () => {
    let answers = 0;
    fc.assert(
      fc.property(tablesOf(everyLevel), fc.array(fc.nat(), { maxLength: 4 }), (table, proposals) => {
        const { setting, space, offer } = table;
        let talks = openTalks(setting, 'draft', offer);
        for (const at of proposals) {
          const proposal = offerAt(space, at % space.codes.length);
          const next = playMove(setting, talks, { kind: 'propose', offer: proposal });
          if (next?.status === 'open') talks = next;
          const { counter, offer: last } = talks.turns.at(-1) ?? {};
          if (!counter || !last) continue;
          answers += 1;
          expect(offerErrors(setting, counter)).toEqual([]);
          expect(changedLines(setting, last, counter).length).toBeGreaterThan(0);
          expect(surplusFor(setting, counter, setting.counterpart)).toBeGreaterThanOrEqual(
            marginIn(setting, talks, talks.used) - 1e-6,
          );
        }
        const wanted = smallestChangeNow(setting, talks, talks.offer);
        if (!wanted) return;
        const answered = playMove(setting, talks, { kind: 'propose', offer: wanted });
        expect(['signed', 'blocked']).toContain(answered?.turns.at(-1)?.reply);
      }),
      { numRuns: 120 },
    );
    expect(answers).toBeGreaterThan(50);
  });

  test('a line that is set gives a contract with it, or is not to be had', () => {
    fc.assert(
      fc.property(tablesOf(['starter', 'standard']), ({ setting, offer }) => {
        for (const { id, options } of model.issues.filter(({ id }) => setting.tier.issues.includes(id)))
          for (const option of options) {
            const laid = withLine(setting, offer, id, option);
            if (!laid) continue;
            expect(laid.offer[id]).toBe(option);
            expect(structureErrors(model, setting.track, laid.offer)).toEqual([]);
            expect(offerErrors(setting, laid.offer)).toEqual([]);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('every prepared draft can lie on its table at every level', () => {
    for (const { id, offers } of drafts)
      for (const [track, offer] of Object.entries(offers))
        for (const tier of model.tiers) {
          const setting = {
            model,
            track,
            tier,
            circumstances: { phase: model.phases[0]!.id, hasOwnSuit: false, trust: {}, goodwill: {} },
          };
          const laid = draftAt(setting, offer);
          expect(laid && offerErrors(setting, laid), `${id} ${track} ${tier.id}`).toEqual([]);
        }
  });
});
