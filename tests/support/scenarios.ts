import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../scenarios');

/** Every shipped scenario: its name and its folder. */
export const SCENARIO_FOLDERS: readonly (readonly [name: string, folder: string])[] = readdirSync(ROOT)
  .filter((name) => existsSync(path.join(ROOT, name, 'manifest.yaml')))
  .map((name) => [name, path.join(ROOT, name)] as const);
