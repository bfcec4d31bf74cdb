import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUrlParameters, withTiers } from '../../../src/client/app/url-parameters.ts';

const KNOWN = { languages: ['de', 'en'], scenarios: ['tiktok-2020'] };
const parse = (search: string) => withTiers(parseUrlParameters(search, KNOWN), ['starter', 'expert']);

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
    'suit=yes',
  ])('name what cannot be used: %s', (parameter) => {
    const { ignored, ...values } = parse(`?${parameter}`);
    expect(values).toEqual({ isStageOff: false });
    expect(ignored).toEqual([decodeURIComponent(parameter)]);
  });

  test('name a tier that is valid elsewhere, but not in this scenario', () => {
    const { ignored, ...values } = withTiers(parseUrlParameters('?tier=expert&seed=2', KNOWN), ['starter']);
    expect(values).toEqual({ seed: 2, isStageOff: false });
    expect(ignored).toEqual(['tier=expert']);
  });

  test('never throw, whatever the address is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => void parse(`?${name}=${value}&lang=${value}`)),
    );
  });
});
