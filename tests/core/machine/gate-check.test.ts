import { describe, expect, test } from 'vitest';
import { gateHolds, type RunState, runTables } from '../../../src/core/machine/index.ts';
import type { Gate } from '../../../src/core/scenario/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

const { initial } = runTables(miniScenario);
const state: RunState = {
  ...initial,
  values: { ...initial.values, ratifier: 'veto.pending' },
  context: {
    ...initial.context,
    fired: ['CAL.RULE'],
    flags: { route: 'M', suit: false },
    trust: { W: 60 },
    info: { W: 1 },
  },
};
const holds = (gate: Gate) => gateHolds(miniScenario, state, gate);

describe('a gate', () => {
  test.each<[Gate, boolean]>([
    [{ region: 'ratifier', is: 'veto' }, true],
    [{ region: 'ratifier', is: 'veto.pending' }, true],
    [{ region: 'ratifier', is: 'veto.pend' }, false],
    [{ region: 'story', is: 'advance' }, true],
    [{ region: 'nobody', is: 'veto' }, false],
    [{ event: 'CAL.RULE', fired: true }, true],
    [{ event: 'CAL.ORDER', fired: false }, true],
    [{ trust: 'W', min: 60 }, true],
    [{ trust: 'W', min: 61 }, false],
    [{ trust: 'W', max: 60 }, true],
    [{ trust: 'W', max: 59 }, false],
    [{ trust: 'W', min: 50, max: 70 }, true],
    [{ info: 'W', min: 1 }, true],
    [{ info: 'W', min: 2 }, false],
    [{ flag: 'route', is: 'M' }, true],
    [{ flag: 'route' }, false],
    [{ flag: 'suit', is: false }, true],
    [{ flag: 'gift', is: false }, true],
    [{ issue: 'algo', in: ['keep', 'sell'] }, false],
    [{ accepts: 'W' }, false],
    [{ accepts: 'W', is: false }, false],
    [{ chance: 'granted', is: true }, false],
    [
      {
        all: [
          { flag: 'route', is: 'M' },
          { info: 'W', min: 1 },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { flag: 'route', is: 'S' },
          { info: 'W', min: 1 },
        ],
      },
      true,
    ],
    [{ not: { info: 'W', min: 1 } }, false],
  ])('%j is %s', (gate, expected) => expect(holds(gate)).toBe(expected));

  test('on a party reads the signed agreement, the day and goodwill', () => {
    const offer = { own: 'part', algo: 'sell', price: 'high' };
    const withDeal = { ...state, context: { ...state.context, trust: {}, agreement: { track: 'M', offer } } };
    expect(gateHolds(miniScenario, withDeal, { accepts: 'W' })).toBe(false);
    const { context } = withDeal;
    const withGift = { ...withDeal, context: { ...context, flags: { gift: true } } };
    expect(gateHolds(miniScenario, withGift, { accepts: 'W' })).toBe(true);
    expect(gateHolds(miniScenario, withDeal, { accepts: 'B' })).toBe(true);
    const later = { ...withDeal, context: { ...context, date: '2030-02-10' } };
    expect(gateHolds(miniScenario, later, { accepts: 'B' })).toBe(false);
  });
});
