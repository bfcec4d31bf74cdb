import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

export default defineConfig({
  test: {
    projects: [
      { oxc, test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      {
        oxc,
        test: {
          name: 'unit',
          include: ['tests/{core,client,author,server}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      { oxc, test: { name: 'scenarios', include: ['tests/scenarios/**/*.test.ts'], testTimeout: 120_000 } },
      {
        oxc,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
