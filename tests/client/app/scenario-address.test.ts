import { expect, test } from 'vitest';
import { addressOf } from '../../../src/client/app/leave-for.ts';
import { chosenScenario } from '../../../src/client/app/scenario-address.ts';
import { success } from '../../../src/core/domain/index.ts';
import { createSession } from '../../../src/core/session/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';

const save = JSON.stringify(createSession(miniWithTexts, { tier: 'starter', seed: 1 }).save('en'));
const LISTED = [{ id: 'first' }, { id: 'mini' }, { id: 'third' }];

test('the first scenario opens when the address names none, or none that there is', () => {
  expect(chosenScenario(LISTED, undefined)?.id).toBe('first');
  expect(chosenScenario(LISTED, 'third')?.id).toBe('third');
  expect(chosenScenario(LISTED, 'gone')?.id).toBe('first');
  expect(chosenScenario([], 'first')).toBeUndefined();
});

test('a run in the address opens in its own scenario, whatever else the address says', () => {
  expect(chosenScenario(LISTED, undefined, success(save))?.id).toBe('mini');
  expect(chosenScenario(LISTED, 'third', success(save))?.id).toBe('mini');
  expect(chosenScenario([{ id: 'first' }], undefined, success(save))?.id).toBe('first');
  expect(chosenScenario(LISTED, 'third', success('{"no": "save"}'))?.id).toBe('third');
});

test('language and stage go along to another scenario; a run, a table and a seed do not', () => {
  const here = 'http://game.test/sub/?lang=de&stage=off&seed=3&tier=expert&table=M&run=abc&scenario=first#x';
  expect(addressOf(here, 'mini')).toBe('http://game.test/sub/?lang=de&stage=off&scenario=mini');
  expect(addressOf('http://game.test/', 'mini', { run: 'code' })).toBe(
    'http://game.test/?scenario=mini&run=code',
  );
});
