import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSession, openSave, replay, type Save } from '../../src/core/session/index.ts';
import { playOn } from '../support/play.ts';
import { loadTiktok } from '../support/tiktok.ts';

// Runs that are kept for ever. What is not named takes the first answer that is possible.

const scenario = loadTiktok();
const FOLDER = path.resolve(import.meta.dirname, '../replays');
/** Where a run that differs is laid, for whoever decides about it. */
const CANDIDATES = path.resolve(import.meta.dirname, '../../tmp/replays');

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
      's20b-ratification/same-hour',
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
      'c-sale-1b/one-night',
      'c-sale-2/close-first',
      'c-sale-2b/clean-cut',
      'c-sale-3/sign-closing',
      'c-sale-4/part-ways',
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

/**
 * Every kept save and what it comes to: an ending or, when a step of it is not possible any more, the place of
 * that step.
 */
const KEPT: Readonly<Record<string, { readonly ending: string } | { readonly refused: string }>> = {
  'ban.json': { refused: 'events[68]' },
  'ban-2.json': { ending: 'E4-ban' },
  'court-only.json': { refused: 'events[68]' },
  'court-only-2.json': { ending: 'E5-court-time' },
  'exit.json': { refused: 'events[68]' },
  'exit-2.json': { ending: 'E9-exit' },
  'history.json': { refused: 'events[68]' },
  'history-2.json': { refused: 'events[68]' },
  'history-3.json': { ending: 'E1-limbo' },
  'sale-before-the-rule.json': { refused: 'events[49]' },
  'sale-before-the-rule-2.json': { refused: 'events[50]' },
  'sale-before-the-rule-3.json': { ending: 'E2-sale-early' },
};

const keptFiles = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const readSave = (file: string) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Save;
const eventsOf = ({ seed, events }: Save) => JSON.stringify({ seed, events });
/** `history.json`, `history-2.json`, …: one run, as it was played over the years. */
const filesOf = (name: string) =>
  keptFiles.filter((file) => file === `${name}.json` || new RegExp(`^${name}-\\d+\\.json$`).test(file));

describe('the runs we keep', () => {
  test.each(Object.entries(RUNS))('%s is kept as it is played today', (name, { seed, ending, choices }) => {
    const played = playThrough(seed, choices);
    expect(replay(scenario, played)).toMatchObject({ ok: true, value: { ending } });
    const kept = filesOf(name);
    if (kept.some((file) => eventsOf(readSave(file)) === eventsOf(played))) return;
    // A kept file is never written again: players hold saves like it. The new run goes beside it, by hand.
    const file = `${name}${kept.length === 0 ? '' : `-${kept.length + 1}`}.json`;
    mkdirSync(CANDIDATES, { recursive: true });
    writeFileSync(path.join(CANDIDATES, file), `${JSON.stringify(played, undefined, 1)}\n`);
    expect.fail(
      `this run goes another way than the kept ones. If that is wanted, copy tmp/replays/${file} to tests/replays and add it to KEPT; leave ${kept.join(', ')} as it is.`,
    );
  });
});

describe('a kept save', () => {
  test('is in the list, and so is no other', () =>
    expect(keptFiles.toSorted()).toEqual(Object.keys(KEPT).toSorted()));

  test.each(Object.entries(KEPT))('%s comes to what it always came to', (file, expected) => {
    const save = readSave(file);
    const opened = openSave(scenario, save);
    if ('refused' in expected) {
      expect(opened).toMatchObject({
        ok: false,
        problems: [{ code: 'save-outdated', path: expected.refused }],
      });
      return;
    }
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { context, story } = opened.value.frame();
    expect({ story, ending: context.endingId }).toEqual({ story: 'ended', ending: expected.ending });
    const isOlder = save.scenario.hash !== scenario.hash;
    expect(opened.value.notes().map(({ code }) => code)).toEqual(isOlder ? ['save-older-scenario'] : []);
    // What the player did is never changed; what the world does may be, in a newer scenario.
    // A save of version 1 knows no moves at a table.
    const intents = (events: Save['events']) =>
      events.filter(
        ({ type }) => type !== 'agenda.next' && !(save.version === 1 && type.startsWith('table.')),
      );
    expect(intents(opened.value.log())).toEqual(intents(save.events));
    if (!isOlder) expect(JSON.stringify(opened.value.log())).toBe(JSON.stringify(save.events));
  });

  const opening = Object.entries(KEPT).flatMap(([file, expected]) => ('refused' in expected ? [] : file));
  test.each(opening)('%s of an older scenario opens with a note', (file) => {
    const opened = openSave({ ...scenario, hash: 'a-later-one' }, readSave(file));
    expect(opened.ok && opened.value.notes().map(({ code }) => code)).toEqual(['save-older-scenario']);
  });

  test('is refused with the step that is not possible any more, when a scenario took it away', () => {
    const scenes = scenario.scenes.map((scene) => ({
      ...scene,
      choices: scene.choices.filter(({ id }) => id !== 'comply-apply'),
    }));
    const save = readSave('history-3.json');
    const at = save.events.findIndex(
      (event) => event.type === 'choice.take' && event.choice === 'comply-apply',
    );
    expect(at).toBeGreaterThan(0);
    expect(openSave({ ...scenario, scenes, hash: 'a-later-one' }, save)).toMatchObject({
      ok: false,
      problems: [{ code: 'save-outdated', path: `events[${at}]` }],
    });
  });
});
