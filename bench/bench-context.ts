import { type Browser, chromium } from 'playwright-core';

/** What the command gives every benchmark. */
export interface BenchContext {
  /** Folder of the project. */
  readonly root: string;
  /** Path of the browser; set for a benchmark that exports `needsBrowser`. */
  readonly browser?: string;
}

/** Starts the browser without its own traffic; `args` choose what is measured. */
export function launchBenchBrowser(
  { browser }: BenchContext,
  args: readonly string[] = [],
): Promise<Browser> {
  if (browser === undefined) throw new Error('the benchmark was started without a browser');
  return chromium.launch({
    executablePath: browser,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', ...args],
  });
}
