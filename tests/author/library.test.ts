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
