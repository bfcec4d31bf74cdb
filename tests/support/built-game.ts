import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { createGamePage, type GamePage, type GamePageOptions } from './game-page.ts';
import { type BuiltServer, startBuiltServer } from './server.ts';

/** One player with a device of their own: nothing is kept there yet. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly game: GamePage;
  close(): Promise<void>;
}

/** The built game and a browser, both running for as long as the tests of the file or the `describe` do. */
export interface BuiltGame {
  browser(): Browser;
  server(): BuiltServer;
  /** A page that has not been opened yet. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
  /** The game on a page that is there already, as in another tab. */
  on(page: Page, options?: GamePageOptions): GamePage;
}

export function useBuiltGame(): BuiltGame {
  let running: { readonly browser: Browser; readonly server: BuiltServer } | undefined;
  const started = () => {
    if (!running) throw new Error('browser and server run only while a test does');
    return running;
  };
  beforeAll(async () => {
    const [browser, server] = await Promise.all([launchBrowser(), startBuiltServer()]);
    running = { browser, server };
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.server.close();
    running = undefined;
  });

  const on: BuiltGame['on'] = (page, options) => createGamePage(page, started().server.url, options);
  return {
    browser: () => started().browser,
    server: () => started().server,
    on,
    visit: async (options) => {
      const context = await started().browser.newContext({
        viewport: { width: 1280, height: 720 },
        ...options,
      });
      const page = await context.newPage();
      return { context, page, game: on(page), close: () => context.close() };
    },
  };
}
