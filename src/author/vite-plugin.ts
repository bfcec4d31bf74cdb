import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import type { Scenario } from '../core/scenario/index.ts';
import { readScenario } from './read-scenario.ts';

const VIRTUAL = 'virtual:scenarios';
const RESOLVED = `\0${VIRTUAL}`;

/**
 * Every folder of `scenarios/` as one hashed JSON; the module `virtual:scenarios` lists id, address and the words
 * of the title page, in the order of their manifests, drafts last. In a build drafts are hidden: they have an
 * address, and no place in the list.
 * A build with a broken scenario fails with the author's messages; the dev server shows them and goes on.
 */
export function scenarioBundle(root: string): Plugin {
  const home = path.join(root, 'scenarios');
  let isBuild = false;
  const folders = () =>
    readdirSync(home, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
      .map(({ name }) => name);
  const readGood = (id: string): Scenario => {
    const { scenario, problems } = readScenario(path.join(home, id));
    if (!scenario || problems.length > 0) {
      const lines = problems.map(
        ({ file, line, code, message }) => `  ${file ?? id}:${line ?? 1} [${code}] ${message}`,
      );
      throw new Error(`scenario "${id}" has problems:\n${lines.join('\n')}`);
    }
    if (scenario.manifest.id !== id)
      throw new Error(
        `scenario "${id}" calls itself "${scenario.manifest.id}" in its manifest.yaml; folder and id have the same name`,
      );
    return scenario;
  };
  const bundle = (id: string): string => JSON.stringify(readGood(id));
  return {
    name: 'scenario-bundle',
    configResolved: (config) => {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const listed = folders()
        .map((name) => listing(name, isBuild ? readGood(name) : readScenario(path.join(home, name)).scenario))
        .toSorted(
          (a, b) => Number(a.isDraft) - Number(b.isDraft) || a.order - b.order || (a.id < b.id ? -1 : 1),
        );
      const entries = listed.map(({ id, covers, isDraft, json }) => {
        const hidden = isDraft && isBuild ? ', isHidden: true' : '';
        const about = `id: ${JSON.stringify(id)}, covers: ${JSON.stringify(covers)}${hidden}`;
        if (!isBuild) return `{ ${about}, url: ${JSON.stringify(`/scenarios/${id}.json`)} }`;
        const reference = this.emitFile({ type: 'asset', name: `${id}.json`, source: json });
        return `{ ${about}, url: import.meta.ROLLUP_FILE_URL_${reference} }`;
      });
      return `export const scenarios = [${entries.join(', ')}];`;
    },
    configureServer(server) {
      server.watcher.add(home);
      for (const happening of ['add', 'change', 'unlink'] as const)
        server.watcher.on(happening, (file) => {
          if (file.startsWith(home)) server.ws.send({ type: 'full-reload' });
        });
      server.middlewares.use((request, response, next) => {
        const name = /^\/scenarios\/([a-z0-9-]+)\.json$/.exec(request.url ?? '')?.[1];
        if (name === undefined || !folders().includes(name)) return next();
        try {
          response.setHeader('content-type', 'application/json');
          response.end(bundle(name));
        } catch (error) {
          response.statusCode = 500;
          response.end(JSON.stringify({ message: String(error) }));
          server.config.logger.error(String(error));
        }
      });
    },
  };
}

/** What the list says of a scenario. One that cannot be read is called by its folder. */
function listing(id: string, scenario: Scenario | undefined) {
  const texts = Object.entries(scenario?.texts ?? {});
  return {
    id,
    isDraft: scenario?.manifest.draft ?? false,
    order: scenario?.manifest.order ?? Number.MAX_SAFE_INTEGER,
    covers: Object.fromEntries(
      texts.map(([language, { manifest }]) => [
        language,
        { title: manifest.title, lead: manifest.poster.lead, place: manifest.poster.place },
      ]),
    ),
    json: JSON.stringify(scenario),
  };
}
