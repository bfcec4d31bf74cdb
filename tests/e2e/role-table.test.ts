import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDevice, type Device } from '../load/live-device.ts';
import { type LiveServer, startLiveServer } from '../load/live-server.ts';
import { axeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { keyboardPress } from '../support/game-page.ts';

// Two pupils at a real negotiating table, one on a small phone and without a mouse; machines on the other chairs.

let server: LiveServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startLiveServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function openTables(): Promise<{ readonly code: string; readonly teacher: Device }> {
  const response = await fetch(`${server.url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: 'tiktok-2020', tier: 'starter', language: 'de' }),
  });
  const { code, hostToken } = (await response.json()) as { code: string; hostToken: string };
  const teacher = createDevice({ url: server.url, code, as: 'host', token: hostToken });
  await teacher.join();
  await teacher.send({ type: 'activity.start', activity: 'roles' });
  await teacher.send({ type: 'roles.open', tables: 2, track: 'O', phase: 'P5' });
  return { code, teacher };
}

async function join(code: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 720 }, locale: 'de' });
  const page = await context.newPage();
  await page.goto(`${server.url}/?room=${code}`);
  await page.click('[data-action="join"]');
  await page.waitForSelector('[data-action="role-take"]');
  return page;
}

async function isInOrder(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
}

test('a table is played to the end: chairs, sheets, a proposal, a vote, the result', async () => {
  const { code, teacher } = await openTables();
  const [company, capital] = await Promise.all([join(code, 320), join(code, 1000)]);
  const press = keyboardPress(company);
  await isInOrder(company);
  await press('[data-table="r1"][data-party="F"]');
  await capital.click('[data-table="r1"][data-party="W"]');
  await Promise.all([
    company.waitForSelector('[data-sheet="F"]'),
    capital.waitForSelector('[data-sheet="W"]'),
  ]);
  // Each sees the instructions of the own party, and not those of the other.
  expect(await company.textContent('main')).toContain('Ein hoher Preis ist Ihnen weniger wert');
  expect(await capital.textContent('main')).toContain('Laut einem Bericht streitet Ihr Haus');
  expect(await capital.content()).not.toContain('Ein hoher Preis ist Ihnen weniger wert');
  await isInOrder(company);
  await isInOrder(capital);

  const pointsOf = (page: Page) =>
    page.$eval('.role-draft .role-worth', (worth) => Number((worth as HTMLElement).dataset.points));
  const before = await pointsOf(company);
  await press('input[name="data"][value="asis"]');
  await expect.poll(() => pointsOf(company)).toBeGreaterThan(before);
  await press('[data-action="propose"]');
  await capital.waitForSelector('[data-proposal="F"]');
  expect(await capital.textContent('.role-worth__red')).toContain('Daten');
  expect(await company.$('[data-chair="voting"][data-party="W"]')).not.toBeNull();
  await capital.click('[data-action="vote-no"]');
  expect(await capital.evaluate(() => document.activeElement?.id)).toBe('on-table');
  await company.waitForSelector('[data-round="1"] [data-party="W"][data-vote="false"]');
  expect(await company.textContent('[data-role-news]')).toContain('Runde 2 beginnt');
  await isInOrder(company);
  await isInOrder(capital);

  // After a reload the seat has its chair, and the table is as it was.
  await company.reload();
  await company.waitForSelector('[data-sheet="F"]');
  await company.waitForSelector('[data-round="1"]');
  const table = () => teacher.parts.roles?.tables[0];
  while (table()?.state === 'open') {
    const moves = table()?.moves;
    await teacher.send({ type: 'role.nudge', table: 'r1' });
    await teacher.until(() => table()?.moves !== moves);
  }
  await Promise.all([company, capital].map((page) => page.waitForSelector('[data-result]')));
  await isInOrder(company);
  await isInOrder(capital);
  teacher.close();
});
