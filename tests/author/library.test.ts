import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useScenarioCopy } from '../support/scenario-copy.ts';

// What can be looked up in a scenario: checked like everything else.

const copy = useScenarioCopy();
const codes = () => copy.problems().map(({ file, code }) => `${file} ${code}`);

describe('what happened after the story', () => {
  test('may be missing as a whole', () => {
    for (const name of ['aftermath.yaml', 'aftermath.de.yaml', 'aftermath.en.yaml'])
      rmSync(path.join(copy.folder(), name));
    expect(codes()).toEqual([]);
    expect(copy.read().scenario?.aftermath).toEqual([]);
  });

  test('stands in order of its dates, and only there', () => {
    copy.edit('aftermath.yaml', '2024-12-06', '2020-11-12');
    expect(codes()).toEqual(['aftermath.yaml not-in-order']);
  });

  test('has words for every event, which cite its facts', () => {
    copy.edit('aftermath.en.yaml', 'supreme-court:', 'highest-court:');
    copy.edit('aftermath.yaml', 'facts: [F-AF-01]', 'facts: [F-AF-01, F-AF-07]');
    expect(new Set(codes())).toEqual(
      new Set([
        'aftermath.en.yaml missing-text',
        'aftermath.en.yaml extra-text',
        'aftermath.de.yaml unused-evidence',
        'aftermath.en.yaml unused-evidence',
      ]),
    );
  });
});

describe('how it was settled later', () => {
  test('may be missing as a whole', () => {
    for (const name of ['later.yaml', 'later.de.yaml', 'later.en.yaml'])
      rmSync(path.join(copy.folder(), name));
    expect(codes()).toEqual([]);
    expect(copy.read().scenario?.later).toBeUndefined();
  });

  test.each([
    ['a contract', 'reference: jv-2026', 'reference: jv-2025', 'unknown-reference'],
    ['a contract beside it', 'beside: [oracle-sept', 'beside: [oracle-sep', 'unknown-reference'],
    ['a moment', 'phase: P8', 'phase: P80', 'unknown-phase'],
    ['a fact of then', 'then: [F-OB-04', 'then: [F-OB-94', 'unknown-fact'],
    ['a fact of now', 'now: [F-AF-18', 'now: [F-AF-98', 'unknown-fact'],
    ['a fact of a note', '{id: fee, facts: [F-AF-22]', '{id: fee, facts: [F-AF-92]', 'unknown-fact'],
    ['the contract a second time', 'beside: [oracle-sept', 'beside: [jv-2026', 'duplicate-id'],
  ])('names nothing that there is not: %s', (_, from, to, code) => {
    copy.edit('later.yaml', from, to);
    expect(codes()).toContain(`later.yaml ${code}`);
  });

  test('has words for both sides, which cite their own facts', () => {
    copy.edit('later.en.yaml', '  price:', '  money:');
    copy.edit('later.yaml', 'now: [F-AF-18, F-AF-22]', 'now: [F-AF-22]');
    expect(new Set(codes())).toEqual(
      new Set(['later.en.yaml missing-text', 'later.en.yaml extra-text', 'later.de.yaml unlisted-fact']),
    );
  });

  test('has words in every language', () => {
    rmSync(path.join(copy.folder(), 'later.en.yaml'));
    expect(codes().every((code) => code.startsWith('later.en.yaml '))).toBe(true);
    expect(codes()).not.toEqual([]);
  });
});

describe('sources and terms', () => {
  test('a source without a publisher is no source', () => {
    copy.edit('sources.yaml', / {4}publisher: .*\n/, '');
    expect(codes()).toContain('sources.yaml wrong-value');
  });

  test('an example cites the facts that its term lists', () => {
    copy.edit('glossary.yaml', 'facts: [F-US-09]', 'facts: []');
    expect(new Set(codes())).toEqual(
      new Set(['glossary.de.yaml unlisted-fact', 'glossary.en.yaml unlisted-fact']),
    );
  });

  test('one name of a group of facts asks for all', () => {
    copy.edit('manifest.de.yaml', /\n {2}EU: .*/, '');
    expect(codes()).toEqual(['manifest.de.yaml missing-text']);
  });
});

describe('the picture of an ending', () => {
  test('is made of what is drawn', () => {
    copy.edit('endings.yaml', 'props: [hourglass-medium, file-text]', 'props: [hourglass, file-text]');
    expect(codes()).toEqual(['endings.yaml unknown-icon']);
  });

  test('has words in every language', () => {
    copy.edit('endings.en.yaml', /\n {4}picture: .*/, '');
    expect(codes()).toEqual(['endings.en.yaml missing-text']);
  });
});
