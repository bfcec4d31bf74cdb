import { describe, expect, test } from 'vitest';
import {
  enumerateDeals,
  kalaiSmorodinskyPoint,
  offerAt,
  surplusOf,
  zoneOfAgreement,
} from '../../src/core/model/index.ts';
import { runAuthor as run, useScenarioCopy } from '../support/scenario-copy.ts';
import { loadTiktok } from '../support/tiktok.ts';

const copy = useScenarioCopy();
const { edit } = copy;

describe('the verbs about contracts', () => {
  test('deals and evaluate judge contracts as the model does', () => {
    const { model } = loadTiktok();
    const starter = enumerateDeals(model, 'O', model.tiers.find(({ id }) => id === 'starter')!);
    const circumstances = { phase: 'P5', hasOwnSuit: true, trust: {}, goodwill: {} };
    const surplus = surplusOf(starter, circumstances);
    const zone = zoneOfAgreement(starter, surplus);
    const ks = kalaiSmorodinskyPoint(surplus, zone, Object.keys(surplus));
    const { deals } = JSON.parse(run('deals', copy.folder(), '--tier', 'starter', '--json').text);
    expect(deals).toContainEqual(
      expect.objectContaining({
        tier: 'starter',
        track: 'O',
        phase: 'P5',
        suit: 'yes',
        valid: 252,
        // Pinned in tests/scenarios/tiktok-model.test.ts too.
        acceptedByAll: 8,
        nash: expect.objectContaining({ data: 'trust', price: 'high' }),
        ks: ks === undefined ? undefined : offerAt(starter, ks),
      }),
    );
    const september =
      'own=bd80,ctrl=mixed,algo=keep,data=trust,code=inspect,price=high,jobs=hq25,terr=glob,fund=edu,time=ipo';
    const evaluate = (phase: string, deal = september) =>
      run(
        'evaluate',
        copy.folder(),
        '--phase',
        phase,
        '--track',
        'O',
        '--deal',
        deal,
        '--suit',
        'yes',
        '--json',
      );
    expect(JSON.parse(evaluate('P5').text)).toMatchObject({ accepted: true, votes: { B: { yes: true } } });
    const later = JSON.parse(evaluate('P8').text);
    expect(later).toMatchObject({ accepted: false, votes: { B: { yes: false, redLine: [] } } });
    expect(later.nearestAcceptable.algo).toBe('keep');
    expect(Object.keys(later.votes.B.smallestChange).length).toBeGreaterThan(0);
    expect(later.votes.O).not.toHaveProperty('smallestChange');
    const none = JSON.parse(
      run(
        'evaluate',
        copy.folder(),
        '--phase',
        'P3',
        '--track',
        'M',
        '--deal',
        'own=sale,ctrl=buyer,algo=sell,data=trust,code=build,price=mid,jobs=hq10,terr=four,fund=none,time=trans',
        '--suit',
        'yes',
        '--json',
      ).text,
    );
    expect(none).toMatchObject({ accepted: false, noneOf: 27_702, votes: { B: { redLine: ['algo'] } } });
    expect(none.blockers.map(({ party }: { party: string }) => party).toSorted()).toEqual([
      'B',
      'F',
      'I',
      'M',
      'W',
    ]);
    expect(evaluate('P5', 'own=bd80').code).toBe(2);
    expect(evaluate('P99').code).toBe(2);
  });

  test('know the levels of the manifest, whatever they are called', () => {
    edit('manifest.yaml', 'tiers: [starter, standard, expert]', 'tiers: [starter, champion]');
    edit('model.yaml', 'id: expert', 'id: champion');
    for (const language of ['de', 'en']) {
      edit(`manifest.${language}.yaml`, /^ {2}standard:.*\n/m, '');
      edit(`manifest.${language}.yaml`, /^ {2}expert:/m, '  champion:');
    }
    const tiersOf = (...more: readonly string[]) => {
      const { deals } = JSON.parse(run('deals', copy.folder(), ...more, '--json').text);
      return [...new Set(deals.map(({ tier }: { tier: string }) => tier))];
    };
    edit('glossary.yaml', /tier: standard/g, 'tier: starter');
    edit('glossary.yaml', /tier: expert/g, 'tier: champion');
    expect(copy.problems()).toEqual([]);
    expect(tiersOf('--tier', 'starter')).toEqual(['starter']);
    // `standard` still stands in the model, but no player can choose it.
    const { code, text } = run('deals', copy.folder(), '--tier', 'standard');
    expect(code).toBe(2);
    expect(text).toContain('Use starter, champion.');
  });

  test('propose the second level where none is asked for', () => {
    const { deals } = JSON.parse(run('deals', copy.folder(), '--json').text);
    expect(new Set(deals.map(({ tier }: { tier: string }) => tier))).toEqual(new Set(['standard']));
  });
});
