import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './run.mjs';

// A short lesson in a live room, for the pictures of the README: a teacher and a class, each with a device of their own.

const PUPILS = 12;
const LANGUAGE = 'en';

/** Takes `desk` and `wall` of the teacher in German, and `vote` of a pupil in English. */
export async function playLesson(browser, { desktop, phone, take }) {
  const { url, close } = await startServer();
  const open = async (viewport, address) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${url}/?stage=off&${address}`);
    return page;
  };
  try {
    const teacher = await open(desktop, 'lang=de&seed=3');
    await teacher.click('[data-action="class"]');
    await teacher.click('[data-action="live-open"]');
    const card = await teacher.waitForSelector('[data-room-code]');
    const code = await card.getAttribute('data-room-code');
    const pupils = [];
    for (let index = 0; index < PUPILS; index += 1) {
      const pupil = await open(phone, `lang=${LANGUAGE}&room=${code}`);
      await pupil.click('[data-action="join"]');
      await pupil.waitForSelector('body[data-screen="class-play"]');
      pupils.push(pupil);
    }
    await teacher.click('[data-activity="vote"]');
    for (const [index, pupil] of pupils.entries()) {
      await pupil.waitForSelector('[data-choice]');
      const choices = await pupil.$$('[data-choice]');
      await choices[[0, 2, 2, 1, 0, 2][index % 6]].click();
      await pupil.click(`[data-tag="${['control', 'users', 'trust', 'money'][index % 4]}"]`);
    }
    await teacher.waitForSelector(`[data-cast="${PUPILS}"]`);
    await take('desk', teacher);
    await teacher.click('[data-action="live-projector"]');
    await teacher.click('[data-action="vote-reveal"]');
    await teacher.waitForSelector('[data-action="vote-cover"]');
    await take('wall', teacher);
    await take('vote', pupils[0]);
  } finally {
    await close();
  }
}

async function startServer() {
  const data = mkdtempSync(path.join(os.tmpdir(), 'picture-rooms-'));
  const args = [path.join(ROOT, 'scripts/play.mjs'), '--port', '0', '--no-open', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    url,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
