import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const versions = z.record(z.string(), z.string());
const own = z
  .looseObject({ scripts: versions, dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(read('package.json')));
const { packages } = z
  .looseObject({
    packages: z.record(
      z.string(),
      z.looseObject({
        license: z.string().optional(),
        dev: z.boolean().optional(),
        resolved: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

describe('packages', () => {
  test('are pinned to one version each', () => {
    const all = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('are locked for every system, not only for this one', () => {
    const check = () =>
      execFileSync(process.execPath, [path.join(ROOT, 'scripts/complete-lock.mjs'), '--check']);
    expect(check).not.toThrow();
  });

  test('are locked without the address they once came from', () => {
    const addressed = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([name]) => name)).toEqual([]);
  });

  test('that are shipped may be passed on, and are credited', () => {
    const SHIPPED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense'];
    const shipped = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev);
    expect(shipped.filter(([, { license = '' }]) => !SHIPPED.includes(license))).toEqual([]);
    const credits = read('assets/CREDITS.md').toLowerCase();
    expect(Object.keys(own.dependencies).filter((name) => !credits.includes(name))).toEqual([]);
  });
});

describe('commands', () => {
  const GUARD = 'node -r ./scripts/lib/node-version.cjs ';

  test('tell an old Node so before anything else', () => {
    const unguarded = Object.entries(own.scripts).filter(([, command]) => !command.includes(GUARD));
    expect(unguarded).toEqual([]);
  });

  test('do so in words that an old Node can read', () => {
    const code = read('scripts/lib/node-version.cjs').replace(/^\/\/.*$/gm, '');
    expect(code).not.toMatch(/=>|`|\b(?:const|let|import|async|await|class)\b|\?\.|\?\?|\.\.\./);
  });

  test('that are described exist', () => {
    const described = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'].flatMap((file) =>
      [...read(file).matchAll(/npm run (?:--silent |-s )?([a-z][a-z0-9:]*)/g)].map(([, name = '']) => name),
    );
    expect(described.length).toBeGreaterThan(5);
    expect(described.filter((name) => own.scripts[name] === undefined)).toEqual([]);
  });
});
