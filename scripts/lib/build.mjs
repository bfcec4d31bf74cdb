import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT, runTool, stop } from './run.mjs';

const DIST = path.join(ROOT, 'dist');
const TARGETS = {
  client: {
    args: [],
    sources: [
      'src/core',
      'src/client',
      'src/author',
      'scenarios',
      'assets',
      'scripts/vite',
      'index.html',
      'vite.config.ts',
      'package-lock.json',
    ],
  },
  // The stage alone, for tests and benchmarks.
  stagePage: {
    args: [
      'tests/support/stage-page',
      '--config',
      'vite.config.ts',
      '--outDir',
      path.join(ROOT, 'dist/stage-page'),
    ],
    sources: [
      'src/core/view-model',
      'src/client/stage',
      'src/client/dom/styles',
      'tests/support',
      'assets',
      'scripts/vite',
      'vite.config.ts',
      'package-lock.json',
    ],
  },
  server: {
    args: ['--ssr', '--mode', 'server', '--outDir', 'dist/server'],
    sources: ['src/core', 'src/server', 'src/author', 'scenarios', 'vite.config.ts', 'package-lock.json'],
  },
  author: {
    args: ['--ssr', 'src/author/cli.ts', '--outDir', 'dist/author'],
    sources: ['src/core', 'src/author', 'vite.config.ts', 'package-lock.json'],
  },
};

/** Builds what is older than its sources. Output of the tools goes to stderr. */
export async function ensureBuilt(...names) {
  for (const name of names) {
    const { args, sources } = TARGETS[name];
    const stamp = path.join(DIST, `.${name}`);
    const isBuilt = existsSync(stamp) && existsSync(path.join(DIST, name));
    if (isBuilt && statSync(stamp).mtimeMs > newest(sources)) continue;
    console.error(`Building the ${name} …`);
    checkWritable();
    const started = new Date();
    const code = await runTool('vite', ['build', '--logLevel', 'warn', ...args], { stdio: ['ignore', 2, 2] });
    if (code !== 0) stop(`The ${name} could not be built; see the messages above.`);
    if (name === 'client') compress(path.join(DIST, 'client'));
    writeFileSync(stamp, '');
    // What was changed during the build is newer than this and will be built next time.
    utimesSync(stamp, started, started);
  }
}

function checkWritable() {
  try {
    mkdirSync(DIST, { recursive: true });
    const probe = path.join(DIST, '.probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    stop(
      `The game cannot be built, since nothing can be written to ${DIST} (${error.code}): make it writable.`,
    );
  }
}

function newest(sources) {
  return Math.max(...sources.map((source) => newestIn(path.join(ROOT, source))));
}

function newestIn(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newestIn(path.join(file, name))));
}

/** Text is served ready compressed; pictures, fonts and sounds are compressed already. */
function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|json|svg)$/.test(name)) continue;
    const file = path.join(folder, name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
}
