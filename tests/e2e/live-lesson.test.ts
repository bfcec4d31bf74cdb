import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveServer, startLiveServer } from '../load/live-server.ts';
import { axeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { keyboardPress } from '../support/game-page.ts';

// One lesson from the first click to the deletion of the room: a teacher and three pupils, each with a device of their own.

interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page that a lost network does not explain, broken rules of its security policy among them. */
  readonly errors: readonly string[];
  /** Addresses outside of the game's own server that the page has asked for. */
  readonly foreign: readonly string[];
}

const NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|Network offline|WebSocket|status of 5\d\d/;

let server: LiveServer;
let browser: Browser;
let teacher: Device;
let pupils: readonly [Device, Device, Device];
let code = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startLiveServer(), launchBrowser()]);
  const size = (width: number, height: number) => device({ viewport: { width, height } });
  teacher = await size(1280, 720);
  pupils = [
    await size(1280, 720),
    await device({ viewport: { width: 390, height: 844 }, hasTouch: true }),
    await size(320, 640),
  ];
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function device(options: Parameters<Browser['newContext']>[0]): Promise<Device> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !NETWORK.test(line.text())) errors.push(line.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (['http:', 'https:'].includes(protocol) && host !== new URL(server.url).host)
      foreign.push(request.url());
  });
  return { context, page, errors, foreign };
}

const action = (name: string) => `[data-action="${name}"]`;
const everyone = () => [teacher, ...pupils].map(({ page }) => page);
const stage = (page: Page, name: string) => page.waitForSelector(`[data-stage="${name}"]`);
const online = (page: Page) => page.waitForSelector('[data-connection="online"]');

async function open(page: Page, language: string, parameters = ''): Promise<void> {
  await page.goto(`${server.url}/?lang=${language}&stage=off${parameters}`);
}

async function expectAccessible(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) expect(await axeViolations(page)).toEqual([]);
}

async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
}

/** What a pupil's device shows: which page, and where the run stands there. */
function standing(page: Page): Promise<string> {
  return page.evaluate(() => {
    const shown = document.querySelector<HTMLElement>('[data-stage]:not(body)')?.dataset;
    return [shown?.stage, shown?.state, shown?.scene, shown?.quiz].join(' ');
  });
}

/** The common run goes on until a pupil's device shows this; the class goes on with A wherever it votes. */
async function playUntil(wanted: string): Promise<void> {
  const [{ page: first }] = pupils;
  const { page } = teacher;
  for (let before = await standing(first); !before.startsWith(wanted); ) {
    const ways = ['vote-reveal', 'continue', 'go-on-A'].map(action).join(', ');
    await page.waitForSelector(ways);
    if (await page.$(action('vote-reveal'))) {
      await page.click(action('vote-reveal'));
      await page.click(action('go-on-A'));
    } else await page.click(ways);
    let now = before;
    while (now === before) {
      await first.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      now = await standing(first);
    }
    before = now;
  }
}

describe('a lesson in a live room', () => {
  test('a teacher opens a room with one click', async () => {
    const { page } = teacher;
    await open(page, 'de');
    await page.click(action('class'));
    await page.click(action('live-open'));
    const card = await page.waitForSelector('[data-room-code]');
    code = (await card.getAttribute('data-room-code')) ?? '';
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    await expectAccessible(page);
  });

  test('pupils come by the address of the code, or type it as they like', async () => {
    const [first, phone, small] = pupils;
    await open(first.page, 'de', `&room=${code}`);
    await first.page.waitForSelector('body[data-screen="class-join"]');
    await expectAccessible(first.page);
    await first.page.click(action('join'));
    await open(phone.page, 'en', `&room=${code}`);
    await phone.page.tap(action('join'));
    await open(small.page, 'de');
    await small.page.click(action('class'));
    await small.page.click(action('live-door'));
    await small.page.fill('input[name="code"]', ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
    await keyboardPress(small.page)(action('join'));
    for (const { page } of pupils) await stage(page, 'waiting');
    await teacher.page.waitForFunction(
      () => document.querySelectorAll('[data-seat][data-present="true"]').length === 3,
    );
    await expectAccessible(teacher.page, ...pupils.map(({ page }) => page));
    for (const { page } of pupils) await expectNoOverflow(page);
  });

  test('they vote, change their mind, see nothing before the teacher shows it, and give reasons', async () => {
    const [first, phone, small] = pupils.map(({ page }) => page) as [Page, Page, Page];
    await teacher.page.click('[data-activity="vote"]');
    for (const page of [first, phone, small]) await page.waitForSelector('[data-choice]');
    const choices = await first.$$eval('[data-choice]', (all) =>
      all.map((each) => (each as HTMLElement).dataset.choice ?? ''),
    );
    const [a = '', b = ''] = choices;
    const choice = (id: string) => `[data-choice="${id}"]`;
    await first.click(choice(a));
    await phone.tap(choice(a));
    await keyboardPress(small)(choice(b));
    for (const page of [first, phone, small]) await page.waitForSelector('[data-own]');
    await phone.tap(choice(b));
    await phone.waitForSelector(`[data-own="${b}"]`);
    await phone.tap('[data-tag="money"]');
    await teacher.page.waitForSelector('[data-cast="3"][data-seats="3"]');
    expect(await first.$$('[data-state] .tally')).toEqual([]);
    await expectAccessible(teacher.page, first, phone, small);
    // On the wall it is shown.
    await teacher.page.click(action('live-projector'));
    await teacher.page.waitForSelector('body[data-screen="projector"]');
    await expectAccessible(teacher.page);
    await teacher.page.click(action('vote-reveal'));
    await teacher.page.waitForSelector('[data-minority]');
    await expectAccessible(teacher.page, first, small);
    await teacher.page.click(action('go-on-B'));
    await teacher.page.click(action('live-desk'));
    await teacher.page.waitForSelector('body[data-screen="class-host"]');
  });

  test('one drops, answers, and comes back; the answer counts once', async () => {
    const [first, phone, small] = pupils;
    await playUntil('story decide');
    const place = '[data-choice]';
    for (const { page } of pupils) await page.waitForSelector(place);
    await small.context.setOffline(true);
    await small.page.waitForSelector('[data-connection="offline"]');
    await expectAccessible(small.page);
    await small.page.click(place);
    await small.context.setOffline(false);
    await online(small.page);
    for (const { page } of [first, phone]) await page.click(place);
    await teacher.page.waitForSelector('[data-cast="3"][data-seats="3"]');
  });

  test('the teacher loads the page again and has the room again', async () => {
    await teacher.page.reload();
    await teacher.page.waitForSelector('body[data-screen="class-host"]');
    await teacher.page.waitForSelector('[data-cast="3"][data-seats="3"]');
  });

  test('the server is killed, and everyone is where they were', async () => {
    await server.kill();
    for (const { page } of pupils) await page.waitForSelector('[data-connection="offline"]');
    await server.restart();
    for (const { page } of pupils) await online(page);
    await teacher.page.waitForSelector('[data-cast="3"][data-seats="3"]');
    await pupils[1].page.reload();
    await pupils[1].page.waitForSelector('[data-own]');
  });

  test('a question: everybody answers alone, and all see the explanation', async () => {
    await playUntil('quiz');
    for (const { page } of pupils) {
      await page.waitForSelector('[data-option]');
      await page.click('[data-option]');
      await page.click('[data-confidence]');
      await page.waitForSelector(action('quiz-change'));
    }
    await expectAccessible(teacher.page, ...pupils.map(({ page }) => page));
    await teacher.page.click(action('quiz-show'));
    for (const { page } of pupils) await page.waitForSelector('[data-right], [data-own]');
    await expectAccessible(teacher.page, ...pupils.map(({ page }) => page));
  });

  test('the class stops to talk: nobody can answer, and everybody is told', async () => {
    await teacher.page.click(action('room-pause'));
    for (const { page } of pupils) await stage(page, 'paused');
    await expectAccessible(teacher.page, pupils[0].page);
    await teacher.page.click(action('room-pause'));
    for (const { page } of pupils)
      await page.waitForSelector('[data-stage]:not(body):not([data-stage="paused"])');
  });

  test('they negotiate in roles: nobody has the sheet of another party', async () => {
    const [first, phone, small] = pupils.map(({ page }) => page) as [Page, Page, Page];
    await teacher.page.click('[data-activity="roles"]');
    await teacher.page.click(action('roles-open'));
    const chairs: readonly (readonly [Page, number])[] = [
      [first, 0],
      [phone, 2],
      [small, 3],
    ];
    for (const [page, index] of chairs) {
      await page.waitForSelector(action('role-take'));
      await expectNoOverflow(page);
      await (await page.$$(action('role-take')))[index]?.click();
      await page.waitForSelector('[data-sheet]');
    }
    const sheets = await Promise.all(
      [first, phone, small].map((page) =>
        page.$eval('[data-sheet]', (sheet) => (sheet as HTMLElement).dataset.sheet),
      ),
    );
    expect(new Set(sheets).size).toBe(3);
    await expectAccessible(first, phone, small);
    await first.click(action('propose'));
    for (const page of [phone, small]) {
      await page.waitForSelector(action('vote-yes'));
      await expectNoOverflow(page);
      await page.click(action('vote-yes'));
    }
    // All have voted, those who play by themselves too: the votes are shown.
    await first.waitForSelector('[data-vote]');
    await expectAccessible(teacher.page, first, phone);
    await teacher.page.click(action('roles-close'));
  });

  test('the class looks back, on every device, and the teacher takes the figures along', async () => {
    await teacher.page.click('[data-activity="debrief"]');
    for (const page of everyone()) await page.waitForSelector('[data-vote]');
    await expectAccessible(teacher.page, pupils[0].page, pupils[2].page);
    for (const { page } of pupils) await expectNoOverflow(page);
    const [csv] = await Promise.all([
      teacher.page.waitForEvent('download'),
      teacher.page.click(action('class-csv')),
    ]);
    const text = await readFile(await csv.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [workbook] = await Promise.all([
      teacher.page.waitForEvent('download'),
      teacher.page.click(action('class-xlsx')),
    ]);
    expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK');
  });

  test('the teacher ends the lesson: the room is gone, and everybody is told', async () => {
    await teacher.page.click(action('room-end'));
    await teacher.page.click(action('room-end-yes'));
    for (const { page } of pupils) await stage(page, 'closed');
    await expectAccessible(pupils[1].page);
    expect((await fetch(`${server.url}/api/rooms/${code}`)).status).toBe(404);
  });

  test('no page broke a rule of its security policy, and none asked anybody else for anything', () => {
    const all = [teacher, ...pupils];
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    expect(all.flatMap(({ foreign }) => foreign)).toEqual([]);
  });
});
