import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/client/storage/index.ts';
import { SAVE_FORMAT } from '../../../src/core/session/index.ts';
import { createHistory, createWorld, noticeIds, open, playedOut, settled, started } from './game-world.ts';

describe('a run', () => {
  test('starts with the goal that was chosen, and shows what follows from it', async () => {
    const game = await started(createWorld());
    expect(game.view()).toMatchObject({
      screen: 'play',
      play: { state: 'feedback', scene: { id: 's1-goal' } },
    });
    expect(game.view().play?.feedback?.text).toEqual([{ kind: 'text', text: 's1-goal/talk.feedback' }]);
  });

  test('is saved after every step and can be opened again', async () => {
    const world = createWorld();
    const game = await started(world);
    game.send({ type: 'scene.continue', scene: 's1-goal' });
    await settled();
    const later = await open({ ...world, history: createHistory() });
    const [saved] = later.view().savedRuns;
    expect(saved).toMatchObject({ sceneTitle: 's1-goal.title', decisions: 1 });
    later.send({ type: 'run.open', id: saved?.id ?? '' });
    await settled();
    expect(later.view()).toMatchObject({ screen: 'quiz', play: { quiz: { item: 'q1', state: 'question' } } });
  });

  test('is there again after a reload, in the middle of a quiz', async () => {
    const world = createWorld();
    const game = await started(world);
    game.send({ type: 'scene.continue', scene: 's1-goal' });
    await settled();
    expect((await open(world)).view()).toMatchObject({ screen: 'quiz', play: { quiz: { item: 'q1' } } });
  });

  test('ignores a doubled click and says nothing', async () => {
    const game = await started(createWorld());
    const before = game.view().play;
    game.send({ type: 'choice.take', scene: 's1-goal', choice: 'talk' });
    expect(game.view().play).toBe(before);
    expect(noticeIds(game)).toEqual([]);
  });

  test('goes back to the title with the back button, and forward from there by its save', async () => {
    const world = createWorld();
    const game = await started(world);
    world.history.pressBack();
    await settled();
    expect(game.view().screen).toBe('setup');
    world.history.pressBack();
    await settled();
    expect(game.view().screen).toBe('title');
    expect(game.view().savedRuns).toHaveLength(1);
  });

  test('that is over stays as it is when the player goes back in it: another one starts from there', async () => {
    const world = createWorld();
    const game = await playedOut(world);
    expect(game.view().screen).toBe('ending');
    game.send({ type: 'run.rewind', decision: 0 });
    await settled();
    expect(game.view()).toMatchObject({ screen: 'play', play: { state: 'decide' } });
    game.send({ type: 'screen.open', screen: 'title' });
    await settled();
    const runs = game.view().savedRuns;
    expect(runs).toHaveLength(2);
    expect(runs.filter(({ ending }) => ending !== undefined)).toHaveLength(1);
  });

  test('takes back a decision', async () => {
    const game = await started(createWorld());
    game.send({ type: 'run.undo' });
    expect(game.view().play).toMatchObject({ state: 'decide', canUndo: false, scene: { id: 's1-goal' } });
  });

  test('changes its language in the middle and keeps its place', async () => {
    const game = await started(createWorld());
    game.send({ type: 'language.set', language: 'de' });
    await settled();
    expect(game.view()).toMatchObject({ language: 'de', play: { scene: { title: 's1-goal.title-de' } } });
  });

  test('comes out of the notebook where it went in', async () => {
    const game = await started(createWorld());
    game.send({ type: 'screen.open', screen: 'notebook' });
    expect(game.view().screen).toBe('notebook');
    game.send({ type: 'screen.back' });
    await settled();
    expect(game.view().screen).toBe('play');
  });
});

describe('what can go wrong', () => {
  test('a language that cannot be loaded is named, and the old one stays', async () => {
    const game = await started(createWorld({ isOffline: true }));
    game.send({ type: 'language.set', language: 'de' });
    await settled();
    expect(noticeIds(game)).toEqual(['offline-chunk']);
    expect(game.view().language).toBe('en');
  });

  test('a blocked store is named once, and the game goes on', async () => {
    const game = await started(createWorld({ store: createMemoryStore() }));
    expect(noticeIds(game)).toEqual(['storage-blocked']);
    expect(game.view().screen).toBe('play');
  });

  test('a store that fails later is named, and nothing of the run is lost', async () => {
    const store = {
      ...createMemoryStore(),
      isPersistent: true,
      put: () => Promise.reject(new Error('full')),
    };
    const game = await started(createWorld({ store }));
    expect(noticeIds(game)).toEqual(['storage-blocked']);
    game.send({ type: 'run.export' });
    expect(game.view().play?.state).toBe('feedback');
  });

  test.each([
    ['save-not-json', '{'],
    ['save-malformed', '{}'],
    ['save-format', '{"format":"other","version":1}'],
    ['save-version', `{"format":"${SAVE_FORMAT}","version":99}`],
  ])('a file with %s is refused with its reason, and the page stays', async (code, text) => {
    const game = await open(createWorld());
    game.send({ type: 'run.import', text });
    expect(noticeIds(game)).toEqual([code]);
    expect(game.view().screen).toBe('title');
  });

  test('the reason of the newest attempt takes the place of the one before', async () => {
    const game = await open(createWorld());
    game.send({ type: 'run.import', text: '{' });
    game.send({ type: 'run.import', text: '{}' });
    expect(noticeIds(game)).toEqual(['save-malformed']);
  });

  test('an exported run can be imported; a changed one cannot', async () => {
    const world = createWorld();
    const game = await started(world);
    game.send({ type: 'run.export' });
    await settled();
    const [text = ''] = world.downloads;
    const other = await open(createWorld());
    other.send({ type: 'run.import', text });
    expect(other.view().play?.scene?.id).toBe('s1-goal');
    const changed = await open(createWorld());
    changed.send({ type: 'run.import', text: text.replace('talk', 'never') });
    expect(noticeIds(changed)).toEqual(['save-tampered']);
    expect(changed.view().screen).toBe('title');
  });

  test('a broken record in the store is listed with its reason and stays untouched', async () => {
    const world = createWorld();
    const values = await world.store.list();
    expect(values).toEqual([]);
    const broken = { id: 'old', value: { savedAt: 3, save: { format: SAVE_FORMAT, version: 0 } } };
    const store = {
      ...world.store,
      list: () => Promise.resolve([broken]),
      get: () => Promise.resolve(broken),
    };
    const game = await open({ ...world, store });
    expect(game.view().savedRuns).toMatchObject([{ id: 'old', problem: { key: 'problem.save-version' } }]);
    game.send({ type: 'run.open', id: 'old' });
    await settled();
    expect(noticeIds(game)).toEqual(['save-version']);
  });

  test('a link with a broken run opens the title and says so', async () => {
    const problem = { code: 'share-code-broken', path: '', message: 'no' };
    const game = await open(createWorld(), { ok: false, problems: [problem] });
    expect(noticeIds(game)).toEqual(['share-code-broken']);
    expect(game.view().screen).toBe('title');
  });

  test.each([
    ['{"format', 'share-code-broken'],
    ['{}', 'share-code-broken'],
    ['{"format":"other","version":1}', 'share-code-broken'],
    [' '.repeat(2_000_000), 'share-code-broken'],
    [`{"format":"${SAVE_FORMAT}","version":99}`, 'save-version'],
  ])('a forged link says nothing of a file: %#', async (text, code) => {
    const game = await open(createWorld(), { ok: true, value: text });
    expect(noticeIds(game)).toEqual([code]);
    expect(game.view().screen).toBe('title');
  });

  test('a place of the history whose run is gone leads to the title and says so', async () => {
    const game = await open(createWorld({ history: createHistory([{ page: 'run', run: 'gone' }]) }));
    expect(game.view().screen).toBe('title');
    expect(noticeIds(game)).toEqual(['run-gone']);
  });
});
