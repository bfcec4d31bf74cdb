import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../src/author/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../scenarios/schema');

test.each(Object.entries(schemaFiles()))(
  '%s for editors is what the code says; else run "npm run scenario -- schema scenarios/schema"',
  (name, text) => {
    expect(readFileSync(path.join(FOLDER, name), 'utf8')).toBe(text);
  },
);
