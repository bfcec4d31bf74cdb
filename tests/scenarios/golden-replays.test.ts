import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSession, openSave, replay, type Save } from '../../src/core/session/index.ts';
import { playOn } from '../support/play.ts';
import { loadTiktok } from '../support/tiktok.ts';

// Runs that are kept for ever. What is not named takes the first answer that is possible.

const scenario = loadTiktok();
const FOLDER = path.resolve(import.meta.dirname, '../replays');

type Choice = `${string}/${string}`;
const RUNS: Readonly<
  Record<string, { readonly seed: number; readonly ending: string; readonly choices: readonly Choice[] }>
> = {
  history: {
    seed: 2020,
    ending: 'E1-limbo',
    choices: [
      's01-priority/tech',
      's02-who-first/microsoft',
      's03-ms-calls/open-auction',
      's04-ban-order/protest',
      's05-ask-washington/ask-data',
      's06-divest-order/prepare-suit',
      's07-oracle-appears/second-track',
      's08-tell-beijing/minimal',
      's09-table-ms/not-yet',
      's10-sue/file',
      's11-ceo-leaves/reassure-creators',
      's12-catalogue/comply-apply',
      's13-four-options/keep-as-service',
      's15-board/investor-line',
      's16-no-extension/ask-more-time',
      's17-choose-route/oracle',
      's18-table/balanced',
      's19-key-money/education',
      's20-store-ban/emergency-motion',
      's22-two-stories/insist-80',
      's23-licence/apply',
      's24-court-argument/ieepa-speech',
      's27-october/keep-talking',
      's30-election/wait-for-biden',
      's31-petition/petition-cfius',
    ],
  },
  'sale-before-the-rule': {
    seed: 1,
    ending: 'E2-sale-early',
    choices: [
      's01-priority/value',
      's03-ms-calls/exclusive',
      's07-oracle-appears/stay-exclusive',
      's09-table-ms/negotiate-fast-close',
      'c-sale-1/protect-price',
      'c-sale-2/close-first',
      'c-sale-3/sign-closing',
    ],
  },
  'court-only': {
    seed: 1,
    ending: 'E5-court-time',
    choices: [
      's01-priority/users',
      's06-divest-order/prepare-suit',
      's09-table-ms/not-yet',
      's10-sue/file',
      's15-board/investor-line',
      's17-choose-route/court-only',
      's20-store-ban/mobilise-creators',
      's24-court-argument/ieepa-speech',
      's28-new-deal/stay-the-course',
      's31-petition/petition-cfius',
    ],
  },
  exit: {
    seed: 3,
    ending: 'E9-exit',
    choices: [
      's09-table-ms/not-yet',
      's15-board/investor-line',
      's17-choose-route/leave-us',
      's26-exit-how/orderly-exit',
      'c-exit-1/help-creators',
      'c-exit-2/farewell-letter',
    ],
  },
  ban: {
    seed: 5,
    ending: 'E4-ban',
    choices: [
      's09-table-ms/not-yet',
      's10-sue/renounce',
      's15-board/investor-line',
      's17-choose-route/court-only',
      's20-store-ban/sweeten',
      's28-new-deal/stay-the-course',
      's31-petition/final-package',
    ],
  },
};

function playThrough(seed: number, choices: readonly Choice[]): Save {
  const session = createSession(scenario, { seed, tier: 'standard' });
  const run = playOn(scenario, session);
  const wanted = new Map(choices.map((choice) => choice.split('/') as [string, string]));
  for (run.proceed(); session.frame().story !== 'ended'; run.proceed()) {
    const scene = session.frame().context.sceneId ?? '';
    const named = wanted.get(scene);
    const all = scenario.scenes.find(({ id }) => id === scene)?.choices.map(({ id }) => id) ?? [];
    const taken = (named === undefined ? all : [named]).find(
      (choice) => session.send({ type: 'choice.take', scene, choice }).ok,
    );
    if (taken === undefined) throw new Error(`${scene}: ${named} is not possible`);
  }
  return session.save('en');
}

const fileOf = (name: string) => path.join(FOLDER, `${name}.json`);
const keptSave = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Save;

describe('golden replays', () => {
  test.each(Object.entries(RUNS))(
    '%s is played as it always was',
    async (name, { seed, ending, choices }) => {
      const played = playThrough(seed, choices);
      expect(replay(scenario, played)).toMatchObject({ ok: true, value: { ending } });
      // A file keeps the hash of the scenario it was made with: only its events must stay as they are.
      const made = existsSync(fileOf(name)) ? keptSave(fileOf(name)).scenario : played.scenario;
      const save: Save = { ...played, scenario: made };
      await expect(`${JSON.stringify(save, undefined, 1)}\n`).toMatchFileSnapshot(fileOf(name));
    },
  );

  test.each(readdirSync(FOLDER))('the kept save %s opens and replays to itself', (file) => {
    const save = keptSave(path.join(FOLDER, file));
    const opened = openSave(scenario, save);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    expect(JSON.stringify(opened.value.log())).toBe(JSON.stringify(save.events));
    expect(opened.value.frame().story).toBe('ended');
  });
});
