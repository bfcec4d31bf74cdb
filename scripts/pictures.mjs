import './lib/node-version.mjs';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { playLesson } from './lib/picture-lesson.mjs';
import { playThrough } from './lib/picture-run.mjs';
import { ROOT, stop } from './lib/run.mjs';

// Takes pictures of the running game. Without options: the few that the README shows. With options: every
// screen in the languages and sizes wanted, for looking at.

const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};
const README = [
  'play-de-desktop',
  'table-de-desktop',
  'overlap-de-desktop',
  'contracts-de-desktop',
  'feedback-de-phone',
  'quiz-explained-en-phone',
  'practice-en-phone',
];
/** Of a class, by the name of the screen. */
const LESSON = { desk: 'desk-de-desktop', wall: 'wall-de-desktop', vote: 'vote-en-phone' };
const README_FOLDER = 'docs/pictures';
const README_BYTES = 2_500_000;

const USAGE = `npm run pictures                     the pictures of the README, into ${README_FOLDER}
npm run pictures -- [options]        every screen, into tmp/pictures
  --lang de,en                       languages
  --scenario <folder name>           another scenario than the first
  --size ${Object.keys(SIZES).join(',')}         or widths and heights: 1024x768
  --seed N --replay <save.json>      which run is played
  --full                             the whole length of each page
  --out <folder>`;

const options = readOptions();
const isForReadme = Object.keys(options).length === 0;
const wanted = isForReadme ? README.map((name) => name.split('-').slice(-2).join(' ')) : combinations();
const folder = path.resolve(ROOT, options.out ?? (isForReadme ? README_FOLDER : 'tmp/pictures'));
// The kept run is one of the first scenario: another one is played by its first choices.
const replay =
  options.scenario !== undefined && options.replay === undefined
    ? { seed: Number(options.seed ?? 1), choices: {} }
    : readReplay(path.resolve(ROOT, options.replay ?? 'tests/replays/history-3.json'));

await ensureInstalled();
await ensureBuilt('client', 'server');
const executablePath = await ensureBrowser();
if (!executablePath) process.exit(1);
const { chromium } = await import('playwright-core');
const { startGameServer } = await import(pathToFileURL(path.join(ROOT, 'dist/server/main.js')).href);
const server = await startGameServer({ root: path.join(ROOT, 'dist/client'), port: 0 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--mute-audio'] });
mkdirSync(folder, { recursive: true });
const written = new Map();
try {
  for (const combination of new Set(wanted)) {
    const [language, size] = combination.split(' ');
    const context = await browser.newContext({
      viewport: SIZES[size] ?? viewportOf(size),
      reducedMotion: 'reduce',
      locale: language,
      hasTouch: size !== 'desktop',
    });
    const page = await context.newPage();
    const take = async (screen) => {
      const name = `${screen}-${language}-${size}`;
      if (isForReadme && !README.includes(name)) return;
      const file = path.join(folder, `${name}.png`);
      writeFileSync(file, await settledPicture(page));
      written.set(file, statSync(file).size);
      console.error(name);
    };
    await playThrough(page, {
      url: server.url,
      language,
      ...replay,
      ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
      take,
    });
    await context.close();
  }
  if (isForReadme)
    await playLesson(browser, {
      ...SIZES,
      take: async (screen, page) => {
        const file = path.join(folder, `${LESSON[screen]}.png`);
        writeFileSync(file, await settledPicture(page));
        written.set(file, statSync(file).size);
        console.error(LESSON[screen]);
      },
    });
} finally {
  await browser.close();
  await server.close();
}

const bytes = [...written.values()].reduce((sum, size) => sum + size, 0);
console.log(
  `${written.size} pictures, ${Math.round(bytes / 1024)} KiB, in ${path.relative(ROOT, folder) || '.'}`,
);
const missing = isForReadme ? README.filter((name) => !written.has(path.join(folder, `${name}.png`))) : [];
if (missing.length > 0)
  stop(`The run did not come past ${missing.join(', ')}: choose another replay or other names.`);
if (isForReadme && bytes > README_BYTES)
  stop(`The pictures of the README are larger than ${README_BYTES / 1e6} MB together: take fewer.`);

/** The page when nothing moves any more: stage drawn, fonts there, animations over, two looks alike. */
async function settledPicture(page) {
  await page.waitForFunction(
    () =>
      (document.querySelector('[data-stage-host]') === null || document.body.dataset.stage !== undefined) &&
      document.fonts.status === 'loaded' &&
      [...document.images].every((image) => image.complete) &&
      document
        .getAnimations()
        .every((it) => it.playState !== 'running' || it.effect?.getComputedTiming().iterations === Infinity),
  );
  const look = () => page.screenshot({ fullPage: options.full === true, scale: 'css' });
  const MAX_LOOKS = 40;
  let last = await look();
  for (let looks = 1; looks < MAX_LOOKS; looks += 1) {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const next = await look();
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        lang: { type: 'string' },
        scenario: { type: 'string' },
        size: { type: 'string' },
        seed: { type: 'string' },
        replay: { type: 'string' },
        full: { type: 'boolean' },
        out: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return stop(`${error.message.split('.')[0]}.\n\n${USAGE}`, 2);
  }
}

function combinations() {
  const sizes = options.size?.split(',') ?? Object.keys(SIZES);
  const odd = sizes.find((size) => SIZES[size] === undefined && viewportOf(size) === undefined);
  if (odd !== undefined) stop(`There is no size "${odd}".\n\n${USAGE}`, 2);
  return (options.lang ?? 'de,en')
    .split(',')
    .flatMap((language) => sizes.map((size) => `${language} ${size}`));
}

function viewportOf(size) {
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(size) ?? [];
  return width === undefined ? undefined : { width: Number(width), height: Number(height) };
}

/** Seed, level and choices of a saved run. */
function readReplay(file) {
  try {
    const { seed, tier, events } = JSON.parse(readFileSync(file, 'utf8'));
    const taken = events.filter(({ type }) => type === 'choice.take');
    return {
      seed: Number(options.seed ?? seed),
      tier,
      choices: Object.fromEntries(taken.map(({ scene, choice }) => [scene, choice])),
    };
  } catch (error) {
    return stop(`${file} is no saved run: ${error.message}`, 2);
  }
}
