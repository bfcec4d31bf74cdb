import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadTiktok } from '../support/tiktok.ts';

// The scenario names pictures by keys. A key without a picture would show nothing, and nobody would notice.

const ASSETS = path.resolve(import.meta.dirname, '../../assets');
const keysOf = (file: string, key: string): readonly string[] => {
  const json: unknown = JSON.parse(readFileSync(path.join(ASSETS, file), 'utf8'));
  return Object.keys(z.looseObject({ [key]: z.record(z.string(), z.unknown()) }).parse(json)[key] ?? {});
};
const { parties, cast, gauges } = loadTiktok();

test.each([
  ['emblem', parties.map(({ emblem }) => emblem), keysOf('icons/emblems.json', 'emblems')],
  ['colour', parties.map(({ color }) => color), keysOf('art/sources/tokens.json', 'party')],
  ['place', parties.flatMap(({ city }) => city ?? []), keysOf('map/sources/frames.json', 'cities')],
  ['figure', cast.map(({ figure }) => figure), keysOf('art/figures.json', 'figures')],
  ['icon', gauges.map(({ icon }) => icon), keysOf('icons/icons.json', 'icons')],
])('every %s that the scenario names is drawn', (_kind, named, drawn) => {
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !drawn.includes(name))).toEqual([]);
});
