import { describe, expect, test } from 'vitest';
import { parseSettings, storedLanguage } from '../../../src/client/app/settings.ts';
import { createMemoryStore, type RunStore, type StoredValue } from '../../../src/client/storage/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { createHistory, createWorld, noticeIds, open, settled, started } from './game-world.ts';

/** A promise for each call, kept by hand. */
function byHand<T>() {
  const waiting: ((value: T) => void)[] = [];
  return { waiting, next: () => new Promise<T>((resolve) => void waiting.push(resolve)) };
}

describe('the last wish wins', () => {
  test('over a language that arrives late', async () => {
    const used: string[] = [];
    const late = byHand<void>();
    const world = createWorld({
      loadLanguage: async (language) => {
        await late.next();
        return () => void used.push(language);
      },
    });
    const game = await open(world);
    game.send({ type: 'language.set', language: 'de' });
    game.send({ type: 'language.set', language: 'en' });
    const [german, english] = late.waiting;
    english?.();
    await settled();
    german?.();
    await settled();
    expect(game.view().language).toBe('en');
    expect(used).toEqual(['en']);
    expect(game.view().isBusy).toBe(false);
  });

  test('over a language that fails late', async () => {
    let fail = () => {};
    const world = createWorld({
      loadLanguage: (language) =>
        language === 'de'
          ? new Promise((_, reject) => {
              fail = () => reject(new Error('offline'));
            })
          : Promise.resolve(() => {}),
    });
    const game = await open(world);
    game.send({ type: 'language.set', language: 'de' });
    game.send({ type: 'language.set', language: 'en' });
    fail();
    await settled();
    expect(noticeIds(game)).toEqual([]);
  });

  /** A title with one saved run, whose reading waits. */
  async function slowTitle() {
    const late = byHand<void>();
    const inner = createMemoryStore();
    await started(createWorld({ store: { ...inner, isPersistent: true } }));
    const store: RunStore = {
      ...inner,
      isPersistent: true,
      get: async (id): Promise<StoredValue | undefined> => {
        await late.next();
        return inner.get(id);
      },
    };
    const world = createWorld({ store, history: createHistory([{ page: 'title' }]) });
    const game = await open(world);
    const id = game.view().savedRuns[0]?.id ?? '';
    return { world, game, id, arrive: () => late.waiting[0]?.() };
  }

  test('over a run that opens late, and the page says meanwhile that it is busy', async () => {
    const { game, id, arrive } = await slowTitle();
    game.send({ type: 'run.open', id });
    await settled();
    expect(game.view()).toMatchObject({ screen: 'title', isBusy: true });
    game.send({ type: 'screen.open', screen: 'about' });
    arrive();
    await settled();
    expect(game.view()).toMatchObject({ screen: 'about', isBusy: false });
  });

  test('over a place of the history that opens late', async () => {
    const { game, id, world, arrive } = await slowTitle();
    world.history.push({ page: 'run', run: id });
    world.history.push({ page: 'about' });
    world.history.pressBack();
    await settled();
    game.send({ type: 'screen.open', screen: 'setup' });
    arrive();
    await settled();
    expect(game.view()).toMatchObject({ screen: 'setup', isBusy: false });
  });

  test('over a run that is deleted while it opens', async () => {
    const { game, id, world, arrive } = await slowTitle();
    game.send({ type: 'run.open', id });
    await settled();
    game.send({ type: 'run.delete', id });
    arrive();
    await settled();
    expect(game.view().screen).toBe('title');
    expect(await world.store.list()).toEqual([]);
  });
});

describe('the reading level', () => {
  test('changes in the middle of a scene, is kept, and leaves the run where it is', async () => {
    const texts = miniWithTexts.texts.en;
    const [scene] = miniWithTexts.scenes;
    if (!texts || !scene) throw new Error('the scenario has a scene with words');
    const easy = { scenes: { [scene.id]: { body: 'easy body', choices: {} } } };
    const scenario = { ...miniWithTexts, texts: { ...miniWithTexts.texts, en: { ...texts, easy } } };
    const world = createWorld({ options: { scenario } });
    const game = await open(world);
    const body = () => JSON.stringify(game.view().play?.scene?.body);
    game.send({ type: 'run.start', tier: 'starter', goal: '' });
    expect(game.view().hasEasyTexts).toBe(true);
    const standard = body();
    game.send({ type: 'settings.set', settings: { reading: 'easy' } });
    await settled();
    expect(body()).toContain('easy body');
    expect(await world.store.loadSettings()).toMatchObject({ reading: 'easy' });
    game.send({ type: 'settings.set', settings: { reading: 'standard' } });
    expect(body()).toBe(standard);
  });
});

describe('what the address asks for', () => {
  test('a stage that is off stays off for this visit, and is not saved with other settings', async () => {
    const world = createWorld({ options: { visitSettings: { stage: 'off' } } });
    const game = await open(world);
    game.send({ type: 'settings.set', settings: { music: false } });
    await settled();
    expect(game.view().settings).toMatchObject({ stage: 'off', music: false });
    expect(await world.store.loadSettings()).toMatchObject({ stage: 'on', music: false });
    game.send({ type: 'settings.set', settings: { stage: 'on' } });
    await settled();
    expect(game.view().settings.stage).toBe('on');
  });

  test('no run starts with a tier that the scenario does not have', async () => {
    const world = createWorld({ options: { tier: 'expert' } });
    const game = await open(world);
    expect(game.view().preset.tier).toBe('starter');
    game.send({ type: 'run.start', tier: 'expert', goal: 'talk' });
    game.send({ type: 'run.export' });
    expect(JSON.parse(world.downloads[0] ?? '')).toMatchObject({ tier: 'starter' });
  });
});

test('the language that was chosen is kept, with the settings, and the address no longer counts', async () => {
  const world = createWorld();
  const game = await open(world);
  game.send({ type: 'language.set', language: 'de' });
  await settled();
  game.send({ type: 'settings.set', settings: { music: false } });
  await settled();
  const stored = await world.store.loadSettings();
  expect(storedLanguage(stored, ['en', 'de'])).toBe('de');
  expect(parseSettings(stored).music).toBe(false);
  expect(world.history.dropped).toContain('lang');
  expect(storedLanguage(stored, ['en'])).toBeUndefined();
  expect(storedLanguage('nonsense', ['en'])).toBeUndefined();
});
