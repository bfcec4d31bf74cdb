import { describe, expect, test } from 'vitest';
import { compileScenario, runTables } from '../../src/core/machine/index.ts';
import { loadTiktok } from '../support/tiktok.ts';

// The statechart and the calendar against the decision paper (`negotiation.md` 3.1 and 3.2), point by
// point. Where they differ, docs/decisions/0009-statechart-and-calendar.md says why.

const scenario = loadTiktok();
const tables = runTables(scenario);

/** `from --EVENT--> to` of every leaf; `?` marks a gate, `*` a transition that stays. */
const transitionsOf = (region: string) =>
  tables.regions
    .filter(({ id }) => id === region)
    .flatMap(({ leaves }) =>
      [...leaves].flatMap(([from, on]) =>
        [...on].flatMap(([event, rows]) =>
          rows.map(
            ({ target, leaf, when }) =>
              `${from} --${event}${when ? '?' : ''}--> ${target === undefined ? '*' : leaf}`,
          ),
        ),
      ),
    );

describe('the statechart of the shipped scenario', () => {
  test('has the parallel regions of the paper, two of them for the courts', () => {
    expect(Object.keys(compileScenario(scenario).statechart.root.states)).toEqual([
      'calendar',
      'microsoft',
      'oracle',
      'spinoff',
      'washington',
      'beijing',
      'court',
      'ban',
      'story',
    ]);
    expect(tables.regions.map(({ id }) => id).filter((id) => id.startsWith('court'))).toEqual([
      'court.ieepa',
      'court.cfius',
    ]);
  });

  test.each([
    ['calendar', ['act1', 'act2', 'act3', 'act4', 'over']],
    [
      'microsoft',
      ['idle', 'talking.auction', 'talking.exclusive', 'talking.rethinking', 'signed', 'rejected', 'lapsed'],
    ],
    ['oracle', ['absent', 'interested', 'talking', 'signed']],
    ['spinoff', ['idea', 'planned', 'signed']],
    ['washington', ['reviewing', 'ordered', 'divesting', 'blessed', 'refused']],
    [
      'beijing',
      ['watching', 'vetoActive.noFiling', 'vetoActive.pending', 'vetoActive.granted', 'vetoActive.refused'],
    ],
    ['court.ieepa', ['none', 'filed', 'denied', 'enjoined.company', 'enjoined.users', 'enjoined.both']],
    ['court.cfius', ['none', 'petitioned']],
    ['ban', ['off', 'storeBan']],
  ])('has the states of the region %s', (region, states) => {
    expect([...(tables.regions.find(({ id }) => id === region)?.leaves.keys() ?? [])]).toEqual(states);
  });

  test.each([
    [
      'calendar',
      [
        'act1 --CAL.CATALOGUE--> act2',
        'act2 --CAL.SHUTDOWN_REPORT--> act3',
        'act3 --CAL.WASHINGTON_DECIDES--> act4',
        'act4 --CAL.DIVEST_DEADLINE--> over',
      ],
    ],
    [
      'oracle',
      [
        'absent --CAL.ORACLE_RUMOUR--> interested',
        'interested --OR.INVITE--> talking',
        'talking --DEAL.SIGNED_O--> signed',
        'signed --DEAL.COLLAPSE--> talking',
      ],
    ],
    [
      'spinoff',
      [
        'idea --SP.STUDY--> planned',
        'planned --DEAL.SIGNED_S--> signed',
        'signed --DEAL.COLLAPSE--> planned',
      ],
    ],
    [
      'washington',
      [
        'reviewing --CAL.BAN_ORDER--> ordered',
        'ordered --CAL.DIVEST_ORDER--> divesting',
        'divesting --CAL.WASHINGTON_DECIDES?--> blessed',
        'divesting --CAL.WASHINGTON_DECIDES?--> refused',
        'divesting --CAL.SALE_CLEARED--> blessed',
        'divesting --DEAL.SIGNED_O?--> *',
        'divesting --DEAL.SIGNED_O?--> refused',
        'divesting --DEAL.SIGNED_S?--> *',
        'divesting --DEAL.SIGNED_S?--> refused',
        'divesting --W.RECONSIDER--> blessed',
        'blessed --CAL.CATALOGUE?--> divesting',
        'blessed --CAL.WOBBLE?--> *',
        'blessed --CAL.LAST_LOOK?--> *',
        'blessed --DEAL.COLLAPSE--> divesting',
        'blessed --W.WITHDRAW--> refused',
        'blessed --W.LAST_NO--> refused',
        'refused --DEAL.SIGNED_O?--> *',
        'refused --DEAL.SIGNED_S?--> *',
        'refused --CAL.ELECTION?--> *',
        'refused --CAL.LAST_LOOK?--> *',
        'refused --W.RECONSIDER--> blessed',
        'refused --W.TURNS--> blessed',
        'refused --W.LAST_YES--> blessed',
      ],
    ],
    [
      'beijing',
      [
        'watching --CAL.CATALOGUE--> vetoActive.noFiling',
        'vetoActive.noFiling --B.APPLY--> vetoActive.pending',
        'vetoActive.pending --CAL.LICENCE_DUE?--> vetoActive.granted',
        'vetoActive.pending --CAL.LICENCE_DUE?--> vetoActive.refused',
        'vetoActive.refused --B.REAPPLY--> vetoActive.pending',
      ],
    ],
    ['court.cfius', ['none --F.PETITION--> petitioned']],
    [
      'ban',
      [
        'off --CAL.STORE_BAN?--> storeBan',
        'storeBan --CAL.CREATORS_RULING?--> off',
        'storeBan --W.RECONSIDER--> off',
        'storeBan --W.TURNS--> off',
        'storeBan --W.LAST_YES--> off',
      ],
    ],
  ])('moves the region %s by the events of the paper', (region, transitions) => {
    expect(transitionsOf(region)).toEqual(transitions);
  });

  test('breaks a signed sale of the algorithm on the day of the catalogue, and no other contract', () => {
    expect(transitionsOf('microsoft')).toContain('signed --CAL.CATALOGUE?--> talking.rethinking');
    expect(transitionsOf('microsoft')).toContain('talking.auction --CAL.CATALOGUE--> talking.rethinking');
    expect(transitionsOf('microsoft')).toContain('talking.exclusive --CAL.CATALOGUE--> talking.rethinking');
  });

  test('knows no time of its own: no delay, no invoked actor, no action that is not named', () => {
    const keys = new Set<string>();
    JSON.stringify(compileScenario(scenario).statechart.config, (key, value: unknown) => {
      keys.add(key);
      expect(typeof value, key).not.toBe('function');
      return value;
    });
    for (const key of ['after', 'delay', 'invoke', 'spawn']) expect(keys).not.toContain(key);
  });
});

describe('the calendar of the shipped scenario', () => {
  const dateOf = (id: string) => scenario.calendar.find((event) => event.id === id)?.date;

  // Local dates; late evenings in the US are the next morning in Beijing.
  test.each([
    ['CAL.THREAT', '2020-07-31'],
    ['CAL.MS_STATEMENT', '2020-08-02'],
    ['CAL.TREASURY_SHARE', '2020-08-03'],
    ['CAL.BAN_ORDER', '2020-08-06'],
    ['CAL.DIVEST_ORDER', '2020-08-14'],
    ['CAL.ORACLE_RUMOUR', '2020-08-18'],
    ['CAL.SUIT_FILED', '2020-08-25'],
    ['CAL.WALMART_JOINS', '2020-08-27'],
    ['CAL.CATALOGUE', '2020-08-28'],
    ['CAL.XINHUA', '2020-08-30'],
    ['CAL.FOUR_OPTIONS', '2020-09-02'],
    ['CAL.MINISTRY', '2020-09-03'],
    ['CAL.NO_EXTENSION', '2020-09-10'],
    ['CAL.SHUTDOWN_REPORT', '2020-09-11'],
    ['CAL.BIDS_DUE', '2020-09-14'],
    ['CAL.COMMERCE_LIST', '2020-09-18'],
    ['CAL.BLESSING', '2020-09-20'],
    ['CAL.BAN_MOVED', '2020-09-20'],
    ['CAL.WECHAT', '2020-09-21'],
    ['CAL.STATE_MEDIA', '2020-09-23'],
    ['CAL.LICENCE_FILED', '2020-09-25'],
    ['CAL.STORE_BAN', '2020-09-27'],
    ['CAL.CREATORS_RULING', '2020-10-30'],
    ['CAL.ELECTION', '2020-11-03'],
    ['CAL.LICENCE_DUE', '2020-11-09'],
    ['CAL.PETITION_FILED', '2020-11-11'],
    ['CAL.DIVEST_DEADLINE', '2020-11-12'],
  ])('has %s on %s', (id, date) => expect(dateOf(id)).toBe(date));

  test.each([
    ['s10-sue', '2020-08-24'],
    ['s22-two-stories', '2020-09-21'],
  ])('leaves what the player decides to the scene %s on %s', (id, date) => {
    expect(scenario.scenes.find((scene) => scene.id === id)?.date).toBe(date);
  });

  test('gates what only happens if somebody has made it happen', () => {
    const soft = scenario.calendar.filter(({ when }) => when !== undefined).map(({ id }) => id);
    expect(soft).toEqual([
      'CAL.SALE_CLEARED',
      'CAL.SALE_CHECKED',
      'CAL.SUIT_FILED',
      'CAL.CONTRACT_BROKEN',
      'CAL.MS_OUT',
      'CAL.SUIT_LATE',
      'CAL.MS_LAPSED',
      'CAL.SUIT_MOTION',
      'CAL.BLESSING',
      'CAL.NOT_ENOUGH',
      'CAL.STATE_MEDIA',
      'CAL.WOBBLE',
      'CAL.BLESSING_GONE',
      'CAL.LICENCE_FILED',
      'CAL.BAN_STARTS',
      'CAL.BAN_DROPPED',
      'CAL.SUIT_AFTER',
      'CAL.SWITCHED_OFF',
      'CAL.OCTOBER_YES',
      'CAL.OCTOBER_NO',
      'CAL.LATE_YES',
      'CAL.LICENCE_DUE',
      'CAL.LICENCE_GRANTED',
      'CAL.LICENCE_REFUSED',
      'CAL.LICENCE_SILENT',
      'CAL.PETITION_FILED',
      'CAL.LAST_LOOK',
      'CAL.LAST_YES',
      'CAL.LAST_NO',
      'CAL.EXTENSION_GIVEN',
      'CAL.EXTENSION_REFUSED',
    ]);
  });

  test('draws chance for the two rulings only', () => {
    expect(scenario.calendar.filter(({ chance }) => chance).map(({ id }) => id)).toEqual([
      'CAL.STORE_BAN',
      'CAL.CREATORS_RULING',
    ]);
  });
});
