import { defineConfig } from 'vite';
import { slimPhaser } from './scripts/vite/slim-phaser.mjs';
import { confidentialBundle, scenarioBundle } from './src/author/vite-plugin.ts';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild
    ? [confidentialBundle(import.meta.dirname)]
    : [scenarioBundle(import.meta.dirname), slimPhaser()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 5173 },
  build: isSsrBuild
    ? {
        target: 'node20',
        emptyOutDir: true,
        // Reading the scenarios takes seconds, and is meant to.
        rolldownOptions: { checks: { pluginTimings: false, bundlerTimings: false } },
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
          // The core is pure. So what an index file only hands on goes into the bundle that asks for it, not into the first.
          treeshake: { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] },
        },
      },
}));
