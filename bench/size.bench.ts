import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startGameServer } from '../src/server/index.ts';
import { type BuiltFiles, readBuiltFiles } from '../tests/support/built-files.ts';
import { createGamePage } from '../tests/support/game-page.ts';
import { type BenchContext, launchBenchBrowser } from './bench-context.ts';
import { type Spread, spreadOf } from './spread.ts';

export const needsBrowser = true;

export interface SizeBench {
  /** Script and style without which no decision can be made. Sizes are bytes on the wire. */
  readonly firstDecisionGzip: Spread;
  /** What the drawn half of the game adds. */
  readonly stageGzip: Spread;
  readonly audioGzip: Spread;
  /** The whole game without music. */
  readonly totalGzip: Spread;
  /** Requests until the first decision is on the screen, stage and sound included; the page itself counts. */
  readonly requests: Spread;
  /** Bytes of the same requests by kind, as the server sent them (brotli where it can). */
  readonly sent: Readonly<Record<string, number>>;
}

const VISITS = 3;
const LANGUAGE = 'de';

/** Sizes of the built game, and what a real browser asks for on the way to the first decision. */
export async function run(context: BenchContext): Promise<SizeBench> {
  const folder = path.join(context.root, 'dist/client');
  const files = readBuiltFiles(folder, LANGUAGE);
  const server = await startGameServer({ root: folder, port: 0 });
  const browser = await launchBenchBrowser(context);
  try {
    const visits: Visit[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) visits.push(await visitGame(browser, server.url));
    return {
      ...sizesOf(files),
      requests: spreadOf(
        visits.map(({ requests }) => requests),
        'time',
      ),
      sent: visits[0]?.sent ?? {},
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

function sizesOf(files: BuiltFiles) {
  const spread = (names: Iterable<string>) => spreadOf([files.transferSize(names)], 'time');
  return {
    firstDecisionGzip: spread(files.firstDecision),
    stageGzip: spread(files.stage),
    audioGzip: spread(files.audio),
    totalGzip: spread(files.wholeGame),
  };
}

interface Visit {
  readonly requests: number;
  readonly sent: Readonly<Record<string, number>>;
}

/** A first visit with an empty cache, up to the first decision and a stage that draws. */
async function visitGame(browser: Browser, url: string): Promise<Visit> {
  const browsing = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await browsing.newPage();
  const sizes: Promise<readonly [string, number]>[] = [];
  page.on('requestfinished', (request) =>
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize }) => [request.resourceType(), Math.max(0, responseBodySize)] as const),
    ),
  );
  let requests = 0;
  page.on('request', () => {
    requests += 1;
  });
  const game = createGamePage(page, url);
  await game.open(`/?lang=${LANGUAGE}&seed=1`);
  await game.start();
  while ((await game.shown()).choices.length === 0) await game.step(() => undefined);
  await page.waitForSelector('body[data-stage="ready"]');
  await page.waitForLoadState('networkidle');
  const sent: Record<string, number> = {};
  for (const [kind, bytes] of await Promise.all(sizes)) sent[kind] = (sent[kind] ?? 0) + bytes;
  await browsing.close();
  return { requests, sent };
}
