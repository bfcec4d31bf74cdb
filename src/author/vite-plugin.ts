import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { readScenario } from './read-scenario.ts';

const VIRTUAL = 'virtual:scenarios';
const RESOLVED = `\0${VIRTUAL}`;

/**
 * Every folder of `scenarios/` as one hashed JSON; the module `virtual:scenarios` lists id and address.
 * A build with a broken scenario fails with the author's messages; the dev server shows them and goes on.
 */
export function scenarioBundle(root: string): Plugin {
  const home = path.join(root, 'scenarios');
  let isBuild = false;
  const folders = () =>
    readdirSync(home, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
      .map(({ name }) => name);
  const bundle = (id: string): string => {
    const { scenario, problems } = readScenario(path.join(home, id));
    if (!scenario || problems.length > 0) {
      const lines = problems.map(
        ({ file, line, code, message }) => `  ${file ?? id}:${line ?? 1} [${code}] ${message}`,
      );
      throw new Error(`scenario "${id}" has problems:\n${lines.join('\n')}`);
    }
    return JSON.stringify(scenario);
  };
  return {
    name: 'scenario-bundle',
    configResolved: (config) => {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const entries = folders().map((name) => {
        if (!isBuild)
          return `{ id: ${JSON.stringify(name)}, url: ${JSON.stringify(`/scenarios/${name}.json`)} }`;
        const reference = this.emitFile({ type: 'asset', name: `${name}.json`, source: bundle(name) });
        return `{ id: ${JSON.stringify(name)}, url: import.meta.ROLLUP_FILE_URL_${reference} }`;
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
