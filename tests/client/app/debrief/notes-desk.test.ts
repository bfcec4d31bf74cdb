// Loaded ahead, so that no test waits for it.
import '../../../../src/client/app/debrief/debrief-work.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DebriefDeskOptions } from '../../../../src/client/app/debrief/debrief-desk.ts';
import { createNotesDesk } from '../../../../src/client/app/debrief/notes-desk.ts';
import type { Game } from '../../../../src/client/app/index.ts';
import { loadWholeCatalogue } from '../../../../src/client/app/languages.ts';
import { createMemoryStore, type RunStore } from '../../../../src/client/storage/index.ts';
import { success } from '../../../../src/core/domain/index.ts';
import { MAX_NOTE_LENGTH } from '../../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../../support/mini-texts.ts';
import { play } from '../../../support/play.ts';
import {
  createHistory,
  createWorld,
  noticeIds,
  open,
  playedOut,
  settled,
  type World,
} from '../game-world.ts';

const soWhat = (game: Game) => {
  const { debrief } = game.view();
  if (!debrief) throw new Error('no debrief is shown');
  return debrief.soWhat;
};
const notesIn = async ({ store }: World, run: string) =>
  Object.fromEntries((await store.listMemory('reflections', run)).map(({ id, value }) => [id, value]));
const write = (game: Game, prompt: string, text: string) =>
  game.send({ type: 'debrief.note', run: soWhat(game).run, prompt, text });

/** A desk beside a run that is over. */
function deskFor(store: RunStore, files: unknown[][]) {
  const { session } = play(miniWithTexts).toEnd();
  return createNotesDesk({
    scenario: miniWithTexts,
    ports: {
      store,
      now: () => new Date('2026-11-25T12:00:00Z'),
      download: (...file: unknown[]) => void files.push(file),
    },
    state: () => ({ language: 'en', run: { id: 'r', session, tier: session.tier } }),
    update: () => {},
    report: () => {},
    reportOnce: () => {},
    fromStore: async (work: Promise<unknown>) => success(await work),
  } as unknown as DebriefDeskOptions);
}

/** A run that is over, in its debrief. */
async function debriefed(world: World): Promise<Game> {
  const game = await playedOut(world);
  game.send({ type: 'screen.open', screen: 'debrief' });
  await settled();
  return game;
}

describe('what is written about a run', () => {
  test('is kept under the run, shown at once, and there again after a reload', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    expect(soWhat(game)).toMatchObject({ state: 'ready', run: world.history.current()?.run });
    write(game, 'always.1', 'Because of the deadline.');
    expect(soWhat(game).prompts[0]).toMatchObject({ id: 'always.1', note: 'Because of the deadline.' });
    await settled();
    expect(soWhat(game).state).toBe('kept');
    expect(await notesIn(world, soWhat(game).run)).toEqual({ 'always.1': 'Because of the deadline.' });

    const again = await open(world);
    await settled();
    expect(soWhat(again).prompts[0]?.note).toBe('Because of the deadline.');
    expect(soWhat(again).state).toBe('ready');
  });

  test('leaves alone what another tab wrote on other questions', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    const { run } = soWhat(game);
    await world.store.putMemory('reflections', `${run}/role.w`, 'from elsewhere');
    write(game, 'always.1', 'from here');
    await settled();
    expect(await notesIn(world, run)).toEqual({ 'always.1': 'from here', 'role.w': 'from elsewhere' });
  });

  test('leaves no word on the device when it is taken back', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    write(game, 'always.1', 'a thought');
    write(game, 'always.1', ' \n ');
    await settled();
    expect(soWhat(game).prompts[0]?.note).toBe('');
    expect(await notesIn(world, soWhat(game).run)).toEqual({ 'always.1': '' });
  });

  test('is cut where it is too long', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    write(game, 'always.1', 'x'.repeat(MAX_NOTE_LENGTH + 1));
    await settled();
    expect(soWhat(game).prompts[0]?.note).toHaveLength(MAX_NOTE_LENGTH);
    expect(await notesIn(world, soWhat(game).run)).toEqual({ 'always.1': 'x'.repeat(MAX_NOTE_LENGTH) });
  });

  test('is on its way before the page does anything else, with no look at what lies there', async () => {
    const store = { ...createMemoryStore(), isPersistent: true };
    const asked: string[] = [];
    const noted = new Proxy(store, {
      get: (target, name: keyof RunStore) => {
        if (name !== 'isPersistent') asked.push(name);
        return target[name];
      },
    });
    const game = await debriefed(createWorld({ store: noted }));
    asked.length = 0;
    write(game, 'always.1', 'pasted, and the page is gone');
    expect(asked).toEqual(['putMemory']);
    expect(await notesIn({ store } as World, soWhat(game).run)).toEqual({
      'always.1': 'pasted, and the page is gone',
    });
  });

  test('in an older version is there, and gives way to what is written now', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    const { run } = soWhat(game);
    await world.store.putMemory('reflections', run, { 'always.1': 'older', 'role.w': 'older too' });
    const reread = async () => {
      const again = await open(world);
      await settled();
      const { prompts, roles } = soWhat(again);
      return [prompts[0]?.note, roles.find(({ id }) => id === 'role.w')?.note];
    };
    const before = await reread();
    expect(before[0]).toBe('older');
    write(game, 'always.1', 'newer');
    await settled();
    expect((await reread())[0]).toBe('newer');
    write(game, 'always.1', '');
    await settled();
    expect(await reread()).toEqual(['', before[1]]);
  });

  test('belongs to its run: another one knows nothing of it', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    const first = soWhat(game).run;
    write(game, 'always.1', 'about the first run');
    await settled();
    const other = await debriefed({ ...world, history: createHistory() });
    expect(soWhat(other).run).not.toBe(first);
    expect(soWhat(other).prompts[0]?.note).toBe('');
    // Words that come late, from a page that shows another run by now.
    other.send({ type: 'debrief.note', run: first, prompt: 'always.1', text: 'more about the first run' });
    await settled();
    expect(soWhat(other).prompts[0]?.note).toBe('');
    expect(await notesIn(world, first)).toEqual({ 'always.1': 'more about the first run' });
  });

  test('is deleted with the run', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    const { run } = soWhat(game);
    await world.store.putMemory('reflections', run, { 'role.w': 'of an older version' });
    write(game, 'always.1', 'a thought');
    await settled();
    game.send({ type: 'run.delete', id: run });
    await settled();
    expect(await world.store.list()).toEqual([]);
    expect(await notesIn(world, run)).toEqual({});
    expect(await world.store.loadMemory('reflections', run)).toBeUndefined();
  });

  test('goes along when the run is kept under a new name', async () => {
    const world = createWorld();
    const first = await debriefed(world);
    const { run } = soWhat(first);
    const second = await open({ ...world, history: createHistory([{ page: 'run', run }]) });
    write(first, 'always.1', 'a thought');
    const older = { 'role.w': 'of an older version' };
    await world.store.putMemory('reflections', run, older);
    // Both tabs go back in the run and on from there: neither must be lost.
    first.send({ type: 'run.undo' });
    await settled();
    second.send({ type: 'run.undo' });
    second.send({ type: 'run.undo' });
    await settled();
    expect(noticeIds(second)).toContain('run-forked');
    const ids = (await world.store.list()).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    for (const id of ids) {
      expect(await notesIn(world, id)).toEqual({ 'always.1': 'a thought' });
      expect(await world.store.loadMemory('reflections', id)).toEqual(older);
    }
  });

  test.each([
    ['cannot be read', 'loadMemory'],
    ['cannot be written', 'putMemory'],
  ] as const)(
    'where the store %s: the page says so, and the words stay until it closes',
    async (_, broken) => {
      const store = { ...createMemoryStore(), isPersistent: true };
      const game = await debriefed(
        createWorld({ store: { ...store, [broken]: () => Promise.reject(new Error('blocked')) } }),
      );
      if (broken === 'putMemory') {
        write(game, 'always.1', 'a thought');
        await settled();
        expect(soWhat(game).prompts[0]?.note).toBe('a thought');
      }
      expect(soWhat(game).state).toBe('lost');
      expect(noticeIds(game)).toEqual(['storage-blocked']);
    },
  );

  test('a device that keeps nothing is not said to have kept it', async () => {
    const game = await debriefed(createWorld({ store: createMemoryStore() }));
    expect(soWhat(game).state).toBe('lost');
    write(game, 'always.1', 'a thought');
    await settled();
    expect(soWhat(game)).toMatchObject({ state: 'lost', prompts: [{ note: 'a thought' }] });
  });
});

describe('what lies in the store', () => {
  /** What a desk reads from it. */
  const read = async (stored: unknown): Promise<unknown> => {
    const store = createMemoryStore();
    await store.updateMemory('reflections', 'r', () => stored);
    const desk = deskFor(store, []);
    desk.known('r');
    await settled();
    return desk.known('r').notes;
  };

  test.each([
    undefined,
    null,
    7,
    'words',
    ['a', 'b'].map(() => 3),
    { 'always.1': 3, 'role.w': { deep: true } },
    { 'always.1': '' },
  ])('and is broken counts as not written: %j', async (stored) => {
    expect(await read(stored)).toEqual({});
  });

  test('is read as far as it is sound, and never longer than a note may be', async () => {
    expect(await read({ 'always.1': 'kept', 'always.2': 9, 'role.w': 'y'.repeat(5000) })).toEqual({
      'always.1': 'kept',
      'role.w': 'y'.repeat(MAX_NOTE_LENGTH),
    });
  });

  test('is at most a hundred texts', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`always.${at}`, 'x']));
    expect(Object.keys((await read(many)) as object)).toHaveLength(100);
  });

  test('and comes late says nothing of the run that is shown by then', async () => {
    const store = createMemoryStore();
    await store.updateMemory('reflections', 'a', () => ({ 'always.1': 'about a' }));
    let arrive = (): void => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const loadMemory: RunStore['loadMemory'] = async (topic, key) => {
      if (key === 'a') await late;
      return store.loadMemory(topic, key);
    };
    const desk = deskFor({ ...store, isPersistent: true, loadMemory }, []);
    desk.known('a');
    desk.known('b');
    await settled();
    const before = desk.known('b');
    arrive();
    desk.write({ type: 'debrief.note', run: 'a', prompt: 'always.2', text: 'late words' });
    await settled();
    expect(desk.known('b')).toBe(before);
    expect(before).toEqual({ run: 'b', notes: {}, state: 'ready' });
  });

  test('is never more than a few short texts, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (stored) => {
        const notes = Object.entries((await read(stored)) as object);
        expect(notes.length).toBeLessThanOrEqual(100);
        for (const [, text] of notes) {
          expect(typeof text).toBe('string');
          expect(text.length).toBeLessThanOrEqual(MAX_NOTE_LENGTH);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the file of own texts', () => {
  /** As the clock of this place has it. */
  const dayIn = (language: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(Date.UTC(2026, 10, 24));

  // As in the game, where the words of the page are there.
  beforeAll(() => Promise.all([loadWholeCatalogue('en'), loadWholeCatalogue('de')]));

  test('has title, ending, date, and each question with what is written on it', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    write(game, 'always.1', 'First line.\nÄ, „quoted“ and 民主.');
    game.send({ type: 'debrief.take', what: 'notes' });
    await settled();
    const ending = game.view().debrief?.ending.title;
    expect(world.downloads).toEqual([
      [
        'title: my thoughts',
        `Ending: ${ending}`,
        `Saved on ${dayIn('en')}`,
        '',
        '',
        'reflection',
        '',
        'First line.\nÄ, „quoted“ and 民主.',
        '',
      ].join('\n'),
    ]);
  });

  test('speaks the language of the player', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    game.send({ type: 'language.set', language: 'de' });
    await settled();
    game.send({ type: 'debrief.take', what: 'notes' });
    await settled();
    const [text = ''] = world.downloads;
    expect(text).toContain('meine Gedanken');
    expect(text).toContain(`Gespeichert am ${dayIn('de')}`);
  });

  test('where nothing is written, has the questions alone', async () => {
    const world = createWorld();
    const game = await debriefed(world);
    game.send({ type: 'debrief.take', what: 'notes' });
    await settled();
    expect(world.downloads[0]).toMatch(/\n\n\nreflection\n\n\n$/);
  });

  test('has what was written before, even when it is asked for before that is read', async () => {
    const store = createMemoryStore();
    await store.updateMemory('reflections', 'r', () => ({ 'always.1': 'Of yesterday.' }));
    const files: unknown[][] = [];
    await deskFor(store, files).take();
    expect(files[0]?.[1]).toContain('Of yesterday.');
  });

  test('is plain text in UTF-8 by its type, and named after case and day', async () => {
    const files: unknown[][] = [];
    await deskFor(createMemoryStore(), files).take();
    expect(files).toEqual([['mini-thoughts-2026-11-25.txt', expect.any(String), 'text/plain;charset=utf-8']]);
  });
});
