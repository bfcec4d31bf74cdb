import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/core/model/index.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { untilIntentIsKept } from '../support/device.ts';
import { notices } from '../support/game-page.ts';
import {
  layByHand,
  makeFinalOffer,
  openFile,
  practiceAddress,
  proposeToTheEnd,
  type RunWanted,
  runBefore,
  shownTable,
} from '../support/table-page.ts';
import { loadTiktok } from '../support/tiktok.ts';

// The negotiation table, in the story and for practice: what is signed and what is not, and why; and that
// nothing which lies on it is lost.

const built = useBuiltGame();
const scenario = loadTiktok();

function reference(id: string): Offer {
  const found = scenario.model.references.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`the model has no contract "${id}"`);
  return found.offer;
}

const ORACLE_SEPT = reference('oracle-sept');
const MS_AUG = reference('ms-aug');
/** 19 September, when the president gave the plan his "blessing"; the suit is filed. */
const SEPTEMBER = { table: 'O', phase: 'P5', suit: 'yes', tier: 'expert' };
/** 28 August, the day of the new export catalogue. */
const AUGUST = { table: 'M', phase: 'P3', tier: 'expert' };
const FIRST_TABLE = 's09-table-ms';

async function atPractice(table: Readonly<Record<string, string>>, offer?: Offer) {
  const visit = await built.visit({ reducedMotion: 'reduce' });
  await visit.game.open(practiceAddress(table, offer));
  await visit.page.waitForSelector('body[data-screen="table"]');
  return visit;
}

/** A run at the table that a choice opens. */
async function atStory(scene: string, choice: string, run: RunWanted) {
  const visit = await built.visit({ reducedMotion: 'reduce' });
  const { page, game } = visit;
  await game.open(`/?lang=${run.language}&stage=off`);
  await openFile(page, runBefore(scenario, scene, run));
  await page.click(`[data-scene="${scene}"] [data-choice="${choice}"]`);
  await page.waitForSelector(`[data-scene="${scene}"][data-table="open"]`);
  return visit;
}

const atFirstTable = (language = 'en') =>
  atStory(FIRST_TABLE, 'negotiate-staged', { language, tier: 'expert' });
const outcomeWords = (page: Page) => page.textContent('[data-outcome]');
const voteWords = (page: Page, party: string) =>
  page.textContent(`.light[data-party="${party}"] .light__verdict`);

describe('the plan of 19 September', () => {
  test.each([
    ['de', 'Der Vertrag ist unterschrieben und genehmigt', 'Genehmigt', 'Ja'],
    ['en', 'The contract is signed and approved', 'Approved', 'yes'],
  ])('is ratified in both capitals: %s', async (lang, sentence, stamp, yes) => {
    const [proposed, offered] = await Promise.all([
      atPractice({ ...SEPTEMBER, lang }, ORACLE_SEPT),
      atPractice({ ...SEPTEMBER, lang }, ORACLE_SEPT),
    ]);
    expect((await shownTable(proposed.page)).draft).toEqual(ORACLE_SEPT);
    const ends = await Promise.all([proposeToTheEnd(proposed.page), makeFinalOffer(offered.page)]);
    for (const end of ends) {
      expect(end).toMatchObject({ table: 'signed', outcome: 'ratified', draft: ORACLE_SEPT });
      expect(end.verdicts).toEqual({ F: 'yes', I: 'yes', O: 'yes', W: 'yes', B: 'yes' });
    }
    for (const { page, close } of [proposed, offered]) {
      const words = await outcomeWords(page);
      expect(words).toContain(sentence);
      expect(words).toContain(stamp);
      for (const capital of ['W', 'B']) expect(await voteWords(page, capital)).toBe(yes);
      await close();
    }
  });

  test('is ratified when it is laid by hand, line by line', async () => {
    const { page, close } = await atPractice({ ...SEPTEMBER, lang: 'de' });
    expect((await shownTable(page)).draft).not.toEqual(ORACLE_SEPT);
    await layByHand(page, ORACLE_SEPT);
    expect((await shownTable(page)).draft).toEqual(ORACLE_SEPT);
    expect(await makeFinalOffer(page)).toMatchObject({
      outcome: 'ratified',
      verdicts: { W: 'yes', B: 'yes' },
    });
    await close();
  });
});

describe('the sale to Microsoft with the algorithm', () => {
  test.each([
    ['de', 'Ein Nein kommt von: Peking', 'Rote Linie: Algorithmus'],
    ['en', 'A no comes from: Beijing', 'Red line: Algorithm'],
  ])('fails after 28 August in Beijing, at its red line: %s', async (lang, who, why) => {
    const { page, close } = await atPractice({ ...AUGUST, lang }, MS_AUG);
    const end = await makeFinalOffer(page);
    expect(end).toMatchObject({ outcome: 'unratified', draft: MS_AUG });
    expect(end.verdicts).toEqual({ F: 'yes', I: 'yes', M: 'yes', W: 'yes', B: 'no' });
    expect(await outcomeWords(page)).toContain(who);
    expect(await page.textContent('.light[data-party="B"]')).toContain(why);
    await close();
  });

  test('goes through everywhere before', async () => {
    const { page, close } = await atPractice({ ...AUGUST, lang: 'de', phase: 'P1' }, MS_AUG);
    expect(await makeFinalOffer(page)).toMatchObject({
      outcome: 'ratified',
      verdicts: { M: 'yes', W: 'yes', B: 'no-say' },
    });
    expect(await page.textContent('#main')).not.toContain('Rote Linie');
    await close();
  });

  test('meets the same red line in the story of September', async () => {
    const way = {
      's02-who-first': 'microsoft',
      's03-ms-calls': 'exclusive',
      's07-oracle-appears': 'stay-exclusive',
      's09-table-ms': 'not-yet',
      's12-catalogue': 'redesign',
      's13-four-options': 'without-algorithm',
      's17-choose-route': 'microsoft',
    };
    const { page, close } = await atStory('s18-table', 'balanced', { language: 'de', tier: 'expert', way });
    // A buyer with an algorithm of its own needs no licence.
    expect((await shownTable(page)).draft).toMatchObject({ algo: 'new' });
    expect((await shownTable(page)).verdicts).toMatchObject({ B: 'no-say' });
    await page.click('[data-action="ask"][data-party="B"]');
    await page.waitForSelector('[data-turn="1"]');
    await page.click('.pick:has(input[name="algo"][value="sell"])');
    await page.waitForSelector('.light[data-party="B"][data-verdict="no"]');
    const words = await page.textContent('.light[data-party="B"]');
    for (const part of ['Peking', 'Nein', 'Rote Linie: Algorithmus']) expect(words).toContain(part);
    await close();
  });
});

describe('a table of the story', () => {
  test('is as it was after a reload: after edits, after a turn, and with the back button', async () => {
    const { page, close } = await atFirstTable();
    await page.click('.pick:has(input[name="price"][value="high"])');
    await page.click('.pick:has(input[name="jobs"][value="none"])');
    const edited = await shownTable(page);
    expect(edited).toMatchObject({ turn: 0, roundsLeft: 6, draft: { price: 'high', jobs: 'none' } });
    await untilIntentIsKept(page, { type: 'table.lay', offer: { price: 'high', jobs: 'none' } });
    await page.reload();
    await page.waitForSelector('[data-table="open"]');
    expect(await shownTable(page)).toEqual(edited);
    expect(await page.$('[data-issue="price"] [data-action="undo-row"]')).not.toBeNull();

    await page.click('[data-action="propose"]');
    await page.waitForSelector('[data-turn="1"]');
    await page.click('.pick:has(input[name="fund"][value="none"])');
    const countered = await shownTable(page);
    expect(countered).toMatchObject({ turn: 1, roundsLeft: 5, reply: 'countered', draft: { fund: 'none' } });
    const counter = await page.textContent('.counter');
    await untilIntentIsKept(page, { type: 'table.lay', offer: { fund: 'none' } });
    await page.reload();
    await page.waitForSelector('[data-table="open"]');
    expect(await shownTable(page)).toEqual(countered);
    expect(await page.textContent('.counter')).toBe(counter);

    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await page.goForward();
    await page.waitForSelector('[data-table="open"]');
    expect(await shownTable(page)).toEqual(countered);
    await close();
  });

  test('goes on in another language', async () => {
    const { page, close } = await atFirstTable('de');
    await page.click('.pick:has(input[name="price"][value="high"])');
    await page.click('[data-action="propose"]');
    await page.waitForSelector('[data-turn="1"]');
    const before = await shownTable(page);
    expect(await page.textContent('#reply-title')).toBe('Microsoft macht ein Gegenangebot');
    await page.click('[data-action="settings"]');
    await page.click(`dialog[open] label:has(input[name="language"][value="en"])`);
    await page.waitForSelector('html[lang="en"]');
    await page.keyboard.press('Escape');
    expect(await shownTable(page)).toEqual(before);
    expect(await page.textContent('#reply-title')).toBe('Microsoft makes a counter-offer');
    await close();
  });

  test('takes a doubled click once, and never as a yes to the question that follows', async () => {
    const { page, close } = await atFirstTable();
    for (const action of ['final', 'walk-away']) {
      await page.dblclick(`[data-action="${action}"]`);
      await page.click(`[data-action="${action}-no"]`);
      expect(await shownTable(page)).toMatchObject({ table: 'open', turn: 0, roundsLeft: 6 });
    }
    for (const [turn, action] of ['propose', 'ask'].entries()) {
      await page.dblclick(`[data-action="${action}"]`);
      // Both clicks have been heard when the page answers again.
      expect(await shownTable(page)).toMatchObject({ turn: turn + 1, roundsLeft: 5 - turn });
    }
    expect(await notices(page)).toEqual([]);
    await close();
  });

  test('leads back to the choice that opened it', async () => {
    const { page, game, close } = await atFirstTable();
    await page.click('[data-action="propose"]');
    await page.waitForSelector('[data-turn="1"]');
    await page.click('[data-action="undo"]');
    await page.waitForSelector(`[data-scene="${FIRST_TABLE}"] [data-choice="negotiate-staged"]`);
    expect(await game.shown()).toMatchObject({ screen: 'play', state: 'decide' });
    await page.click('[data-choice="negotiate-staged"]');
    await page.waitForSelector('[data-table="open"]');
    expect(await shownTable(page)).toMatchObject({ turn: 0, roundsLeft: 6 });
    await close();
  });
});

describe('a practice table in the address', () => {
  const deal = (offer: Offer) =>
    Object.entries(offer)
      .map((line) => line.join('='))
      .join(',');
  const broken = deal({ ...MS_AUG, ctrl: 'bd' });

  const WRONG: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
    de: [
      [`table=M&deal=${broken}`, 'deal-broken', 'Beim Vollverkauf bestimmt der Käufer.'],
      [`table=S&deal=${deal(MS_AUG)}`, 'deal-broken', 'Wem gehört TikTok in den USA?'],
      ['table=M&deal=own', 'deal-malformed', 'Der Vertrag in der Adresse ist nicht lesbar.'],
      ['table=X', 'practice-unknown', 'Die Adresse nennt einen Tisch, den es hier nicht gibt.'],
    ],
    en: [
      [`table=M&deal=${broken}`, 'deal-broken', 'In a full sale the buyer is in charge.'],
      ['table=M&deal=own=sale=bd', 'deal-malformed', 'The contract in the address cannot be read.'],
      ['table=O&phase=P99', 'practice-unknown', 'The address names a table that does not exist here.'],
      ['table=%3Cb%3E', 'parameter-ignored', 'table=<b>'],
    ],
  };

  test.each(['de', 'en'])('that is wrong does not open, and what is wrong is said: %s', async (lang) => {
    const said = (WRONG[lang] ?? []).map(async ([address, code, words]) => {
      const { page, game, close } = await built.visit();
      await game.open(`/?lang=${lang}&stage=off&tier=expert&${address}`);
      const text = await (await page.waitForSelector(`[data-notice="${code}"]`)).textContent();
      expect(text).toContain(words);
      expect(text).not.toContain('problem.');
      expect((await game.shown()).screen).toBe('title');
      await close();
    });
    await Promise.all(said);
  });

  test('opens once: the address has no table any more, and the title leads back to it', async () => {
    const { page, close } = await atPractice({ ...SEPTEMBER, lang: 'en' }, ORACLE_SEPT);
    expect(new URL(page.url()).search).toBe('?stage=off&tier=expert&lang=en');
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await page.click('[data-action="practice"]');
    await page.waitForSelector('[data-table="open"]');
    // Whoever comes back finds the table as they left it.
    expect((await shownTable(page)).draft).toEqual(ORACLE_SEPT);
    await close();
  });
});

describe('the search for a contract that everyone accepts', () => {
  /** What the search says of a table, and who answered. */
  async function searched(table: Readonly<Record<string, string>>, isWorkerBlocked: boolean) {
    const { page, game, close } = await built.visit();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    if (isWorkerBlocked) await page.route(/worker/, (route) => route.abort());
    await game.open(practiceAddress({ lang: 'de', ...table }, MS_AUG));
    await page.waitForSelector('[data-table="open"]');
    await page.click('[data-action="search"]');
    const result = await page.waitForSelector('[data-search="found"], [data-search="none"]');
    const words = await result.textContent();
    await close();
    return { words, isFromPage: asked.some((path) => /\/work-/.test(path)) };
  }

  test.each([
    [{ ...AUGUST, phase: 'P1' }, '851 von 27.702 Verträgen passen allen.'],
    [{ ...AUGUST, suit: 'yes' }, 'Keiner von 27.702 Verträgen passt allen.'],
  ])('gives the same numbers with the worker and without it: %o', async (table, sentence) => {
    const [worker, page] = await Promise.all([searched(table, false), searched(table, true)]);
    expect(worker.words).toContain(sentence);
    expect(page.words).toBe(worker.words);
    expect([worker.isFromPage, page.isFromPage]).toEqual([false, true]);
  });
});
