import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../../scenarios');

type Named = readonly [name: string, folder: string];

/** Every scenario: its name and its folder. What lies in `scenarios/` is one, whatever it lacks; as the build sees it. */
export const SCENARIO_FOLDERS: readonly Named[] = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map(({ name }) => [name, path.join(ROOT, name)] as const);

/** Those that do not say they are a draft: the gates ask for them. */
export const SHIPPED_FOLDERS: readonly Named[] = SCENARIO_FOLDERS.filter(([, folder]) => !isDraft(folder));

function isDraft(folder: string): boolean {
  const file = path.join(folder, 'manifest.yaml');
  if (!existsSync(file)) return false;
  const manifest: unknown = parse(readFileSync(file, 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'draft' in manifest && manifest.draft === true;
}
