import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBuiltGame } from '../support/built-game.ts';
import { untilSettingsAreKept } from '../support/device.ts';
import { listen } from '../support/listening.ts';

const built = useBuiltGame();

const STAGE_OFF = '/?lang=en&seed=1&stage=off';

async function opened(options: BrowserContextOptions = {}, address = STAGE_OFF) {
  const { page, game, close } = await built.visit(options);
  const files: string[] = [];
  page.on('request', (request) => {
    const name = /\/assets\/((?:audio|sfx|music)[^/]*)-[\w-]{8}\.\w+$/.exec(request.url())?.[1];
    if (name !== undefined) files.push(name);
  });
  const ear = await listen(page);
  await game.open(address);
  return { page, game, ear, files, close };
}

async function playing(options?: BrowserContextOptions) {
  const visit = await opened(options);
  await visit.game.start();
  return visit;
}

/** Sets a switch of the settings dialog, as a player does. */
async function setSwitch(page: Page, name: string, isOn: boolean): Promise<void> {
  await page.click('[data-action="settings"]');
  await page.locator(`input[name="setting-${name}"]`).setChecked(isOn);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
}

describe('sound', () => {
  test('is not even fetched before a gesture, and no device is opened', async () => {
    const { page, ear, files, close } = await opened();
    // What a visit loads last of all without a gesture.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/figures-')),
    );
    expect(files).toEqual([]);
    expect(await ear.devices()).toBe(0);
    // That it would have been seen: with the gesture it comes.
    await page.mouse.click(2, 2);
    await expect.poll(() => files).toContain('audio');
    await close();
  });

  test('is heard after one: music, and the sounds of the steps', async () => {
    const { game, ear, files, close } = await playing();
    await ear.stemIs('pulse', 0.5);
    await ear.hears();
    const sounds = await ear.started('sound');
    await game.step(() => undefined);
    await expect.poll(() => ear.started('sound')).toBeGreaterThan(sounds);
    expect(files).toEqual(expect.arrayContaining(['audio', 'sfx', 'music-pulse']));
    // Each file once, and only the stems that are wanted now.
    expect(new Set(files).size).toBe(files.length);
    expect(files).not.toContain('music-deadline');
    await close();
  });

  test('music and sounds have switches of their own', async () => {
    const { page, game, ear, close } = await playing();
    await ear.hears();
    await setSwitch(page, 'music', false);
    await ear.hearsNothing();
    const [music, sounds] = [await ear.started('music'), await ear.started('sound')];
    await game.step(() => undefined);
    await expect.poll(() => ear.started('sound')).toBeGreaterThan(sounds);
    await ear.hears();
    expect(await ear.started('music')).toBe(music);

    await setSwitch(page, 'sound', false);
    await setSwitch(page, 'music', true);
    await ear.stemIs('pulse', 0.5);
    const before = await ear.started('sound');
    await game.step(() => undefined);
    await game.step(() => undefined);
    expect(await ear.started('sound')).toBe(before);
    expect(await page.$('.caption')).toBeNull();
    await ear.hears();
    await close();
  });

  test('with both switched off, nothing is fetched in the next visit', async () => {
    const { page, game, files, close } = await playing();
    await setSwitch(page, 'music', false);
    await setSwitch(page, 'sound', false);
    await untilSettingsAreKept(page, { music: false, sound: false });
    await page.reload();
    await page.waitForSelector('body[data-screen="play"]');
    files.length = 0;
    await game.step(() => undefined);
    await game.step(() => undefined);
    expect(files).toEqual([]);
    // That it would have been seen: with the switch it comes.
    await setSwitch(page, 'sound', true);
    await expect.poll(() => files).toContain('audio');
    await close();
  });

  test('never ticks under reduced motion: the pulse is not even fetched', async () => {
    const { ear, files, close } = await playing({ reducedMotion: 'reduce' });
    await ear.stemIs('tension', 0.25);
    await ear.hears();
    expect(files).toContain('music-tension');
    expect(files).not.toContain('music-pulse');
    await close();
  });

  test('stops ticking when reduced motion comes on, and goes on with the strings in step', async () => {
    const { page, ear, close } = await playing();
    await ear.stemIs('pulse', 0.5);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await ear.stemIs('pulse', 0);
    await ear.stemIs('tension', 0.25);
    await ear.hears();
    const [pulse, tension] = await page.evaluate(() => {
      interface Playing {
        readonly _src: string;
        seek(): number;
      }
      const { _howls } = (window as unknown as { Howler: { _howls: readonly Playing[] } }).Howler;
      return ['pulse', 'tension'].map((stem) => _howls.find(({ _src }) => _src.includes(stem))?.seek() ?? -1);
    });
    // A twentieth of a second is where two players sound like two.
    expect(Math.abs((pulse ?? 0) - (tension ?? 9))).toBeLessThan(0.05);
    await close();
  });

  test('is silent while the page is hidden, and comes back with it', async () => {
    const { ear, close } = await playing();
    await ear.stemIs('pulse', 0.5);
    await ear.hears();
    await ear.setHidden(true);
    await ear.hearsNothing();
    await ear.suspendDevice();
    await ear.setHidden(false);
    await ear.hears();
    await close();
  });

  test('comes back with the next gesture after the system has taken the device away', async () => {
    const { page, ear, close } = await playing();
    await ear.hears();
    await ear.suspendDevice();
    await ear.hearsNothing();
    await page.mouse.click(2, 2);
    await ear.hears();
    await close();
  });
});

describe('captions', () => {
  test('say in words what sounds, and go again', async () => {
    const { page, game, close } = await playing();
    await page.waitForSelector('.caption', { state: 'detached' });
    while (!(await page.$('.caption'))) await game.step(() => undefined);
    const words = (await (await page.waitForSelector('.caption')).textContent()) ?? '';
    expect(words.trim()).toMatch(/^\[[a-z ]+\]$/);
    await page.waitForSelector('.caption', { state: 'detached' });
    await close();
  });

  test('do not come while they are switched off, and the sound does', async () => {
    const { page, game, ear, close } = await playing();
    await setSwitch(page, 'captions', false);
    await page.waitForSelector('.caption', { state: 'detached' });
    await page.evaluate(() => {
      new MutationObserver(() => {
        if (document.querySelector('.caption')) document.documentElement.dataset.sawCaption = 'yes';
      }).observe(document.body, { childList: true, subtree: true });
    });
    const before = await ear.started('sound');
    await game.step(() => undefined);
    await expect.poll(() => ear.started('sound')).toBeGreaterThan(before);
    expect(await page.getAttribute('html', 'data-saw-caption')).toBeNull();
    await close();
  });
});
