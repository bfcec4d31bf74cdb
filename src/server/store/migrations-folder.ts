import { existsSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'src/server/store/migrations';

/** The migrations of the project, whether this code runs from its source or from what was built of it. */
export function migrationsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, FOLDER);
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`${FOLDER} is missing beside the program`);
  }
}
