import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUrlParameters } from '../../../src/client/app/url-parameters.ts';

const KNOWN = { languages: ['de', 'en'], tiers: ['starter', 'expert'], scenarios: ['tiktok-2020'] };
const parse = (search: string) => parseUrlParameters(search, KNOWN);

describe('parameters of the address', () => {
  test('are read', () => {
    expect(parse('?lang=de&tier=expert&seed=42&stage=off&run=aB-_9&scenario=tiktok-2020')).toEqual({
      language: 'de',
      tier: 'expert',
      seed: 42,
      isStageOff: true,
      run: 'aB-_9',
      scenario: 'tiktok-2020',
      ignored: [],
    });
  });

  test.each([
    'lang=fr',
    'tier=god',
    'seed=-1',
    'seed=1.5',
    'seed=99999999999',
    'stage=maybe',
    'run=%3Cscript%3E',
    'scenario=x',
    'room=ABCD',
  ])('name what cannot be used: %s', (parameter) => {
    const { ignored, ...values } = parse(`?${parameter}`);
    expect(values).toEqual({ isStageOff: false });
    expect(ignored).toEqual([decodeURIComponent(parameter)]);
  });

  test('never throw, whatever the address is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => void parse(`?${name}=${value}&lang=${value}`)),
    );
  });
});
