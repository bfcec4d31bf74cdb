import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it is now, one line per place. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Through the debugger, since the page allows no foreign script.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const results = (await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(root: Document, options: object): Promise<unknown> } }).axe.run(
        document,
        // What is in order need not be described.
        { runOnly: tags, resultTypes: ['violations'] },
      ),
    TAGS,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
