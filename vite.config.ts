import { defineConfig } from 'vite';
import { slimPhaser } from './scripts/vite/slim-phaser.mjs';
import { confidentialBundle, scenarioBundle } from './src/author/vite-plugin.ts';

/** With `--mode server`: what `npm run play` starts, and what its store runs in a thread. */
const SERVER_FILES = {
  main: 'src/server/main.ts',
  'store-thread': 'src/server/store/thread/store-thread.ts',
};

export default defineConfig(({ isSsrBuild, mode }) => ({
  plugins: isSsrBuild
    ? [mode === 'server' && confidentialBundle(import.meta.dirname)]
    : [scenarioBundle(import.meta.dirname), slimPhaser()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 5173 },
  build: isSsrBuild
    ? {
        target: 'node20',
        emptyOutDir: true,
        // Reading the scenarios takes seconds, and is meant to.
        rolldownOptions: {
          checks: { pluginTimings: false, bundlerTimings: false },
          ...(mode === 'server' && { input: SERVER_FILES }),
        },
      }
    : {
        outDir: 'dist/client',
        emptyOutDir: true,
        target: 'es2022',
        manifest: true,
        // The licences of all code in the bundle go along with it.
        license: { fileName: 'licences.md' },
        // The page allows no inline script and no data address for code: everything is a file.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 700,
        rolldownOptions: {
          // What the first page needs is one file: split by what later pieces share of it, it would pack less well.
          output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
          // The core is pure. So what an index file only hands on goes into the bundle that asks for it, not into the first.
          treeshake: { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] },
        },
      },
}));
