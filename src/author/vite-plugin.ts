import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { surveyOutlook } from '../core/debrief/index.ts';
import { personaOf } from '../core/report/index.ts';
import type { Lessons, PersonaFile, RoleBriefs, Scenario } from '../core/scenario/index.ts';
import { type ReadScenario, readScenario } from './read-scenario.ts';

const VIRTUAL = 'virtual:scenarios';
const RESOLVED = `\0${VIRTUAL}`;

/**
 * Every folder of `scenarios/` as one hashed JSON; the module `virtual:scenarios` lists id, address and the words
 * of the title page, in the order of their manifests, drafts last. In a build drafts are hidden: they have an
 * address, and no place in the list. Beside it lies its outlook, under `scenarios/<id>.outlook.json`: how trial runs ended; and its plans for lessons, if there are any, under `scenarios/<id>.lessons.json`.
 * A build with a broken scenario fails with the author's messages; the dev server shows them and goes on.
 */
export function scenarioBundle(root: string): Plugin {
  const home = path.join(root, 'scenarios');
  let isBuild = false;
  const folders = () => scenarioFolders(home);
  const readGood = (id: string) => readGoodScenario(home, id);
  const outlookOf = createOutlooks();
  return {
    name: 'scenario-bundle',
    configResolved: (config) => {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const listed = folders()
        .map((name) => {
          if (!isBuild) return listing(name, readScenario(path.join(home, name)));
          const good = readGood(name);
          this.emitFile({ type: 'asset', fileName: outlookFile(name), source: outlookOf(good) });
          if (good.lessons)
            this.emitFile({
              type: 'asset',
              fileName: `scenarios/${name}.lessons.json`,
              source: JSON.stringify(good.lessons),
            });
          return listing(name, good);
        })
        .toSorted(
          (a, b) => Number(a.isDraft) - Number(b.isDraft) || a.order - b.order || (a.id < b.id ? -1 : 1),
        );
      const entries = listed.map(({ id, covers, isDraft, hasLessons, json }) => {
        const hidden = isDraft && isBuild ? ', isHidden: true' : '';
        const taught = hasLessons ? ', hasLessons: true' : '';
        const about = `id: ${JSON.stringify(id)}, covers: ${JSON.stringify(covers)}${hidden}${taught}`;
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
        const [, name, part] =
          /^\/scenarios\/([a-z0-9-]+)(?:\.(outlook|lessons))?\.json$/.exec(request.url ?? '') ?? [];
        if (name === undefined || !folders().includes(name)) return next();
        try {
          response.setHeader('content-type', 'application/json');
          const good = readGood(name);
          response.end(
            part === 'outlook'
              ? outlookOf(good)
              : JSON.stringify(part === 'lessons' ? good.lessons : good.scenario),
          );
        } catch (error) {
          response.statusCode = 500;
          response.end(JSON.stringify({ message: String(error) }));
          server.config.logger.error(String(error));
        }
      });
    },
  };
}

/**
 * For the build of the server: every scenario under `scenarios/<id>.json`, with what only the server may know of it.
 * Drafts are there too, as in the game.
 */
export function confidentialBundle(root: string): Plugin {
  const home = path.join(root, 'scenarios');
  return {
    name: 'confidential-bundle',
    generateBundle() {
      for (const id of scenarioFolders(home)) {
        const { scenario, briefs } = readGoodScenario(home, id);
        this.emitFile({
          type: 'asset',
          fileName: `scenarios/${id}.json`,
          source: JSON.stringify({ scenario, briefs }),
        });
      }
    },
  };
}

function scenarioFolders(home: string): readonly string[] {
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
    .map(({ name }) => name);
}

function readGoodScenario(home: string, id: string): GoodScenario {
  const { scenario, personas, lessons, briefs, problems } = readScenario(path.join(home, id));
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
  return { scenario, personas, ...(lessons ? { lessons } : {}), ...(briefs ? { briefs } : {}) };
}

interface GoodScenario {
  readonly scenario: Scenario;
  readonly personas: readonly PersonaFile[];
  readonly lessons?: Lessons;
  readonly briefs?: RoleBriefs;
}

/** Its name is no hash, nor is that of the lessons: the game finds them by the id of the scenario. */
function outlookFile(id: string): string {
  return `scenarios/${id}.outlook.json`;
}

/** Outlooks as JSON. They take seconds: each is worked out anew only when the rules or the personas have changed. */
function createOutlooks(): (good: GoodScenario) => string {
  const made = new Map<string, string>();
  return ({ scenario, personas }) => {
    const key = `${scenario.manifest.id} ${scenario.hash} ${JSON.stringify(personas)}`;
    const outlook = made.get(key) ?? JSON.stringify(surveyOutlook(scenario, personas.map(personaOf)));
    made.set(key, outlook);
    return outlook;
  };
}

/** What the list says of a scenario. One that cannot be read is called by its folder. */
function listing(id: string, { scenario, lessons }: Pick<ReadScenario, 'scenario' | 'lessons'>) {
  const texts = Object.entries(scenario?.texts ?? {});
  return {
    id,
    isDraft: scenario?.manifest.draft ?? false,
    hasLessons: lessons !== undefined,
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
