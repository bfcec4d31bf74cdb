import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Problem } from '../core/domain/index.ts';
import { nearestName, type Scenario } from '../core/scenario/index.ts';

/** What a scenario can name of the pictures, and which file of the art holds the names. */
const FILES = {
  city: 'map/map.json',
  colour: 'art/sources/tokens.json',
  emblem: 'icons/emblems.json',
  figure: 'art/figures.json',
  icon: 'icons/icons.json',
} as const;

type Kind = keyof typeof FILES;

const names = z.record(z.string(), z.unknown()).transform(Object.keys);
/** A place must be drawn on every form of the map, from wide to compact. */
const cities = z.record(z.string(), z.looseObject({ slots: names })).transform((forms) => {
  const [first = [], ...others] = Object.values(forms).map(({ slots }) => slots);
  return first.filter((city) => others.every((slots) => slots.includes(city)));
});

const KEYS: Readonly<Record<Kind, z.ZodType<readonly string[]>>> = {
  city: cities,
  colour: z.looseObject({ party: names }).transform(({ party }) => party),
  emblem: z.looseObject({ emblems: names }).transform(({ emblems }) => emblems),
  figure: z.looseObject({ figures: names }).transform(({ figures }) => figures),
  icon: z.looseObject({ icons: names }).transform(({ icons }) => icons),
};

/** Of the project's art; the built tools lie as deep in the project as their sources. */
export const ART_FOLDER = path.resolve(import.meta.dirname, '../../assets');

/**
 * Every picture that the scenario names and nobody has drawn: it would show nothing, and nobody would
 * notice. Also `art-missing`, when a file of the art itself cannot be read.
 */
export function artProblems(scenario: Scenario, folder: string): readonly Problem[] {
  const problems: Problem[] = [];
  const drawn = new Map<Kind, readonly string[] | undefined>();
  const read = (kind: Kind): readonly string[] | undefined => {
    if (!drawn.has(kind)) drawn.set(kind, keysIn(folder, kind, problems));
    return drawn.get(kind);
  };
  for (const { kind, name, file, path: at } of named(scenario)) {
    const known = read(kind);
    if (!known || known.includes(name)) continue;
    const near = nearestName(name, known);
    const hint = near === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean "${near}"?`;
    const message = `There is no ${kind} "${name}" in assets/${FILES[kind]}. ${hint}`;
    problems.push({ code: `unknown-${kind}`, file, path: at, message });
  }
  return problems;
}

interface Named {
  readonly kind: Kind;
  readonly name: string;
  readonly file: string;
  readonly path: string;
}

function named({ manifest, parties, cast, gauges, endings }: Scenario): readonly Named[] {
  const at = (file: string) => (kind: Kind, name: string | undefined, where: string) =>
    name === undefined ? [] : [{ kind, name, file, path: where }];
  const inManifest = at('manifest.yaml');
  const inParties = at('parties.yaml');
  const inEndings = at('endings.yaml');
  return [
    ...manifest.poster.flatMap(({ figure }, index) =>
      inManifest('figure', figure, `poster[${index}].figure`),
    ),
    ...inManifest('figure', manifest.reporter, 'reporter'),
    ...parties.flatMap(({ emblem, color, city }, index) => [
      ...inParties('emblem', emblem, `parties[${index}].emblem`),
      ...inParties('colour', color, `parties[${index}].color`),
      ...inParties('city', city, `parties[${index}].city`),
    ]),
    ...cast.flatMap(({ figure }, index) => inParties('figure', figure, `cast[${index}].figure`)),
    ...gauges.flatMap(({ icon }, index) => inEndings('icon', icon, `gauges[${index}].icon`)),
    ...endings.flatMap(({ picture }, index) => {
      if (!picture) return [];
      const where = `endings[${index}].picture`;
      return [
        ...inEndings('colour', picture.ground, `${where}.ground`),
        ...inEndings('icon', picture.stamp, `${where}.stamp`),
        ...picture.props.flatMap((icon, prop) => inEndings('icon', icon, `${where}.props[${prop}]`)),
        ...picture.figures.flatMap(({ figure }, at) =>
          inEndings('figure', figure, `${where}.figures[${at}].figure`),
        ),
      ];
    }),
  ];
}

function keysIn(folder: string, kind: Kind, problems: Problem[]): readonly string[] | undefined {
  const file = FILES[kind];
  try {
    const json: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    return KEYS[kind].parse(json);
  } catch {
    const message = `The file of the art "assets/${file}" is missing or broken, so no ${kind} can be checked. Take it from the project again, or make it anew with scripts/art.`;
    problems.push({ code: 'art-missing', file: `assets/${file}`, path: '', message });
    return undefined;
  }
}
