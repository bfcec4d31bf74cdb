// Loaded ahead, so that no test waits for it.
import '../../../../src/client/app/debrief/debrief-work.ts';
import '../../../../src/client/app/leave-for.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Game } from '../../../../src/client/app/index.ts';
import { decodeShareCode } from '../../../../src/client/app/share-code.ts';
import { parseUrlParameters } from '../../../../src/client/app/url-parameters.ts';
import { miniWithTexts } from '../../../support/mini-texts.ts';
import { createDeskWith, createWorld, open, playedOut, playOn, settled, type World } from '../game-world.ts';

async function debriefOf(world: World): Promise<Game> {
  const game = await playedOut(world);
  game.send({ type: 'screen.open', screen: 'debrief' });
  await settled();
  return game;
}

const taken = (game: Game) => game.view().debrief?.takeAway;
const take = (game: Game, what: 'link' | 'json' | 'csv') => game.send({ type: 'debrief.take', what });
const told = async (game: Game, state: string) => {
  await vi.waitFor(() => expect(taken(game)?.last?.state).toBe(state));
};

describe('the link to a run', () => {
  test('is copied, and opens the same run at its end on another device', async () => {
    const world = createWorld();
    const game = await debriefOf(world);
    take(game, 'link');
    await told(game, 'copied');
    const { link = '' } = taken(game) ?? {};
    expect(world.copied).toEqual([link]);
    const address = new URL(link);
    expect(address.origin).toBe('https://game.example');
    const asked = parseUrlParameters(address.search, { languages: ['de', 'en'], scenarios: ['mini'] });
    expect(asked).toMatchObject({ language: 'en', isStageOff: false, ignored: [] });
    expect(asked.seed).toBeUndefined();
    const other = await open(createWorld(), await decodeShareCode(asked.run ?? ''));
    await settled();
    expect(other.view().screen).toBe('ending');
    expect(other.view().play?.ending?.path).toEqual(game.view().play?.ending?.path);
  });

  test('is shown all the same where nothing can be copied', async () => {
    const game = await debriefOf(createWorld({ isClipboardBlocked: true }));
    take(game, 'link');
    await told(game, 'shown');
    expect(taken(game)?.link).toContain('run=');
  });

  test('twice says so twice', async () => {
    const game = await debriefOf(createWorld());
    take(game, 'link');
    await told(game, 'copied');
    take(game, 'link');
    await vi.waitFor(() => expect(taken(game)?.last?.turn).toBe(2));
  });

  test('is not made of a run that no address can hold', async () => {
    const world = createWorld({ address: `https://game.example/${'long/'.repeat(1700)}` });
    const game = await debriefOf(world);
    take(game, 'link');
    await told(game, 'tooLong');
    expect(taken(game)?.link).toBeUndefined();
    expect(world.copied).toEqual([]);
  });

  test('is not made where the run cannot be packed', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    try {
      const game = await debriefOf(createWorld());
      take(game, 'link');
      await told(game, 'failed');
      expect(taken(game)?.link).toBeUndefined();
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('of one run is not shown at the end of another', async () => {
    const game = await debriefOf(createWorld());
    take(game, 'link');
    await told(game, 'copied');
    game.send({ type: 'run.rewind', decision: 0 });
    await playOn(game);
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    expect(game.view().screen).toBe('debrief');
    expect(taken(game)).toEqual({});
  });
});

describe('the data of a run', () => {
  test('as JSON have a name, the run and all findings', async () => {
    const world = createWorld();
    const game = await debriefOf(world);
    take(game, 'json');
    const [file] = world.files;
    expect(file).toMatchObject({ name: 'mini-2026-11-24-debrief.json', type: 'application/json' });
    const record = JSON.parse(String(file?.content));
    const { debrief } = game.view();
    expect(record).toMatchObject({
      format: 'letztes-gebot/debrief',
      version: 1,
      scenario: { id: 'mini' },
      language: 'en',
      tier: 'starter',
      ending: debrief?.ending,
    });
    expect(record.decisions).toHaveLength(debrief?.path.length ?? -1);
    expect(record.decisions[0]).toMatchObject({ number: 1, words: debrief?.path[0]?.choice });
    expect(record.gauges).toHaveLength(debrief?.gauges.length ?? -1);
    expect(record.findings.causes.decisions).toHaveLength(record.decisions.length);
    expect(record.findings.deals).toBeDefined();
    expect(taken(game)?.last).toEqual({ what: 'json', state: 'saved', turn: 1 });
  });

  test('as a table have a row for each decision, with its weight', async () => {
    const world = createWorld();
    const game = await debriefOf(world);
    take(game, 'csv');
    const [file] = world.files;
    expect(file).toMatchObject({
      name: 'mini-2026-11-24-decisions.csv',
      type: 'text/csv;charset=utf-8',
    });
    const lines = String(file?.content).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFnumber,date,scene,title,choice,words,weight,share_choice,share_others,share_chance,history,ending',
    );
    const { path = [] } = game.view().debrief ?? {};
    expect(lines).toHaveLength(path.length + 1);
    path.forEach(({ date, scene, isHistory, reality }, at) => {
      const history = isHistory ? 'same' : reality === undefined ? 'unknown' : 'different';
      const end = `${history},${game.view().debrief?.ending.id}`;
      expect(lines[at + 1]).toMatch(
        new RegExp(`^${at + 1},${date},${scene},.*,[0-9.]+,[0-9.]*,[0-9.]*,[0-9.]*,${end}$`),
      );
    });
  });

  test('are there without findings where those could not be worked out', async () => {
    const work = createDeskWith({ debrief: () => Promise.reject(new Error('no memory')) });
    const world = createWorld({ work });
    const game = await debriefOf(world);
    take(game, 'json');
    take(game, 'csv');
    const [json, csv] = world.files;
    expect(JSON.parse(String(json?.content)).findings).toBeUndefined();
    expect(String(csv?.content).trimEnd().split('\r\n')[1]).toMatch(/,,,,,[a-z]+,[a-z]+$/);
  });

  test('say of a decision that it was other than in reality only where that is known', async () => {
    // History knows nothing of the first decision.
    const scenes = miniWithTexts.scenes.map((scene, at) =>
      at === 0
        ? { ...scene, choices: scene.choices.map((choice) => ({ ...choice, history: false })) }
        : scene,
    );
    const world = createWorld({ options: { scenario: { ...miniWithTexts, scenes } } });
    const game = await debriefOf(world);
    take(game, 'json');
    const { decisions } = JSON.parse(String(world.files[0]?.content));
    expect(decisions.map(({ isHistory }: { isHistory?: boolean }) => isHistory)).toEqual([
      undefined,
      true,
      false,
      true,
    ]);
    take(game, 'csv');
    const rows = String(world.files[1]?.content).trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',').at(-2))).toEqual(['unknown', 'same', 'different', 'same']);
  });

  test('the example in the documents names every key', async () => {
    const world = createWorld();
    take(await debriefOf(world), 'json');
    const text = readFileSync(new URL('../../../../docs/formats/debrief.md', import.meta.url), 'utf8');
    for (const key of Object.keys(JSON.parse(String(world.files[0]?.content))))
      expect(text).toContain(`\`${key}\``);
  });
});

describe('the picture of a result', () => {
  test('is handed over as the page has drawn it', async () => {
    const world = createWorld();
    const game = await debriefOf(world);
    const png = new Uint8Array([137, 80, 78, 71]);
    game.send({ type: 'debrief.take', what: 'picture', png });
    expect(world.files).toEqual([{ name: 'mini-2026-11-24-result.png', content: png, type: 'image/png' }]);
    expect(taken(game)?.last?.state).toBe('saved');
  });

  test('that could not be drawn is said to have failed', async () => {
    const world = createWorld();
    const game = await debriefOf(world);
    game.send({ type: 'debrief.take', what: 'picture' });
    expect(world.files).toEqual([]);
    expect(taken(game)?.last?.state).toBe('failed');
  });
});
