import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failed, type Report } from './report.ts';

/** A small scenario that plays, to be replaced bit by bit; the built tools lie as deep in the project. */
const TEMPLATE_FOLDER = path.resolve(import.meta.dirname, '../../src/author/template');

/** The name of the folder is the id of the scenario, and stands in the address of the game. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_NAME = 40;
/** Beside the scenarios lie their schemas. */
const TAKEN: readonly string[] = ['schema'];

/** Lays the template into a new folder and gives it its id. Touches nothing that is there already. */
export function newScenario(folder: string): Report {
  const name = path.basename(path.resolve(folder));
  if (!NAME.test(name) || name.length > MAX_NAME || TAKEN.includes(name))
    return refused(
      'folder-name',
      folder,
      `"${name}" cannot be the name of a scenario. Use small letters, digits and single hyphens, such as "harbour-2031".`,
    );
  if (isTaken(folder))
    return refused(
      'folder-not-empty',
      folder,
      `There is something in "${folder}" already, and it is left as it is. Give a folder that does not exist yet.`,
    );
  cpSync(TEMPLATE_FOLDER, folder, { recursive: true });
  const manifest = path.join(folder, 'manifest.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^id: \S+/m, `id: ${name}`));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
  return {
    code: 0,
    data: { ok: true, id: name, folder, files },
    text: [
      `${folder}: ${files.length} files, an example that plays. Everything in it may be replaced.`,
      `  npm run scenario -- check ${folder}`,
      `  npm run scenario -- plays ${folder}`,
      `  npm run play    then open the address with ?scenario=${name}`,
      ...(path.basename(path.dirname(path.resolve(folder))) === 'scenarios'
        ? []
        : ['The game shows only folders in "scenarios": move it there before you build.']),
      'How to go on: docs/authoring.md',
    ].join('\n'),
  };
}

function isTaken(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return !statSync(folder).isDirectory() || readdirSync(folder).length > 0;
}

function refused(code: string, file: string, message: string): Report {
  return failed([{ code, path: '', file, message }]);
}
