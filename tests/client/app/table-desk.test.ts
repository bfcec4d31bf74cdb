import { describe, expect, test } from 'vitest';
import type { Game } from '../../../src/client/app/index.ts';
import type { WorkDesk } from '../../../src/client/app/work/work-desk.ts';
import type { AgreementSearch } from '../../../src/core/model/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import type { TableView } from '../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import {
  createDeskWith,
  createHistory,
  createWorld,
  noticeIds,
  open,
  settled,
  started,
  type World,
} from './game-world.ts';

const kept = { own: 'part', algo: 'keep', price: 'high' };

/** Whoever gets the algorithm gets everything. */
const ruled: Scenario = {
  ...miniWithTexts,
  model: {
    ...miniWithTexts.model,
    structure: [{ id: 'S5', if: { algo: ['sell'] }, then: { own: ['all'] } }],
  },
  texts: Object.fromEntries(
    Object.entries(miniWithTexts.texts).map(([language, texts]) => [
      language,
      { ...texts, model: { ...texts.model, rules: { S5: `All or nothing (${language}).` } } },
    ]),
  ),
};

const tableOf = (game: Game): TableView => game.view().table!;
const chosen = (game: Game) =>
  tableOf(game).rows.map(({ options }) => options.find(({ isChosen }) => isChosen)?.option);

/** A run at its first table. */
async function runTable(world: World = createWorld()): Promise<Game> {
  const game = await started(world);
  for (let clicks = 0; game.view().play?.scene?.id !== 's3-table' && clicks < 10; clicks += 1) {
    const { play } = game.view();
    const scene = play?.scene?.id ?? '';
    if (play?.quiz?.state === 'question') game.send({ type: 'quiz.skip', item: play.quiz.item });
    else game.send({ type: 'scene.continue', scene });
  }
  game.send({ type: 'choice.take', scene: 's3-table', choice: 'high' });
  await settled();
  return game;
}

async function practiceTable(world: World = createWorld()): Promise<Game> {
  const game = await open(world);
  game.send({ type: 'practice.start' });
  return game;
}

describe.each([
  ['of a run', runTable],
  ['for practice', practiceTable],
])('a table %s', (_, sit) => {
  test('takes a line, gives it back, and takes a whole contract', async () => {
    const game = await sit();
    expect(game.view().screen).toBe('table');
    game.send({ type: 'table.lay', offer: kept });
    expect(chosen(game)).toEqual(['part', 'keep', 'high']);
    game.send({ type: 'table.set', issue: 'price', option: 'low' });
    expect(chosen(game)).toEqual(['part', 'keep', 'low']);
    expect(tableOf(game).turn).toBe(0);
    game.send({ type: 'table.undo', issue: 'price' });
    expect(chosen(game)).toEqual(['part', 'keep', 'high']);
    expect(noticeIds(game)).toEqual([]);
  });

  test('takes a doubled proposal once, and goes on with the answer', async () => {
    const game = await sit();
    game.send({ type: 'table.lay', offer: kept });
    const { turn, rounds } = tableOf(game);
    game.send({ type: 'table.propose', turn });
    game.send({ type: 'table.propose', turn });
    expect(tableOf(game)).toMatchObject({ turn: 1, roundsLeft: rounds - 1, turns: [{ kind: 'proposal' }] });
    expect(tableOf(game).counter).toBeDefined();
    expect(noticeIds(game)).toEqual([]);
    game.send({ type: 'table.ask', turn: 1, party: 'B' });
    game.send({ type: 'table.ask', turn: 1, party: 'B' });
    expect(tableOf(game)).toMatchObject({ turn: 2, roundsLeft: rounds - 2 });
  });

  test('takes nothing that is no contract', async () => {
    const game = await sit();
    const before = chosen(game);
    game.send({ type: 'table.set', issue: 'price', option: 'free' });
    game.send({ type: 'table.set', issue: 'secret', option: 'low' });
    game.send({ type: 'table.undo', issue: 'secret' });
    game.send({ type: 'table.lay', offer: { own: 'all' } });
    game.send({ type: 'table.lay', offer: { ...kept, secret: 'yes' } });
    game.send({ type: 'table.ask', turn: 0, party: 'F' });
    expect(chosen(game)).toEqual(before);
    expect(tableOf(game).turn).toBe(0);
  });

  test('says which lines moved along and by which rule, until the contract is another one', async () => {
    const game = await sit(createWorld({ options: { scenario: ruled } }));
    game.send({ type: 'table.lay', offer: kept });
    expect(tableOf(game).followed).toEqual({ changes: [], rules: [] });
    game.send({ type: 'table.set', issue: 'algo', option: 'sell' });
    expect(chosen(game)).toEqual(['all', 'sell', 'high']);
    expect(tableOf(game).followed).toEqual({
      changes: [{ issue: 'own', name: 'own', from: 'own=part', to: 'own=all' }],
      rules: ['All or nothing (en).'],
    });
    game.send({ type: 'table.set', issue: 'price', option: 'low' });
    expect(tableOf(game).followed).toEqual({ changes: [], rules: [] });
  });

  test('finds the nearest contract for all, which can be laid on it', async () => {
    const game = await sit();
    game.send({ type: 'table.lay', offer: { own: 'part', algo: 'keep', price: 'low' } });
    game.send({ type: 'table.search' });
    expect(tableOf(game).search.state).toBe('working');
    await settled();
    const { search } = tableOf(game);
    if (search.state !== 'found') throw new Error(search.state);
    expect(search.valid).toBe(8);
    expect(search.accepted).toBeGreaterThan(0);
    expect(search.suggestion.changes.length).toBeGreaterThan(0);
    game.send({ type: 'table.lay', offer: search.suggestion.offer });
    expect(chosen(game)).toEqual(['own', 'algo', 'price'].map((issue) => search.suggestion.offer[issue]));
    expect(tableOf(game).search.state).toBe('idle');
    game.send({ type: 'table.leave', turn: 0 });
    const lights = game.view().play?.feedback?.table?.lights ?? tableOf(game).outcome?.lights ?? [];
    const verdicts = lights.map(({ verdict }) => verdict);
    expect(verdicts.length).toBeGreaterThan(3);
    expect(verdicts).not.toContain('no');
    expect(verdicts).not.toContain('close');
  });

  test('says when no contract is for all, and who is in the way', async () => {
    const preferences = miniWithTexts.model.preferences.map((preference) =>
      preference.party === 'W' ? { ...preference, redLines: { own: ['none'] } } : preference,
    );
    const scenario = { ...miniWithTexts, model: { ...miniWithTexts.model, preferences } };
    const game = await sit(createWorld({ options: { scenario } }));
    game.send({ type: 'table.search' });
    await settled();
    const { search } = tableOf(game);
    if (search.state !== 'none') throw new Error(search.state);
    expect(search.valid).toBe(8);
    expect(search.blockers[0]).toMatchObject({ party: 'W', name: 'W' });
  });

  test('says when the search has failed', async () => {
    const game = await sit(createWorld({ work: deskOf(() => Promise.reject(new Error('offline'))) }));
    game.send({ type: 'table.search' });
    await settled();
    expect(tableOf(game).search).toEqual({ state: 'failed' });
  });

  test.each(['found', 'failed'] as const)(
    'drops what a search for another contract has %s late',
    async (end) => {
      let arrive = () => {};
      const late = new Promise<AgreementSearch>((resolve, reject) => {
        const found: AgreementSearch = { kind: 'found', offer: kept, valid: 8, accepted: 1 };
        arrive = () => (end === 'found' ? resolve(found) : reject(new Error('offline')));
      });
      const game = await sit(createWorld({ work: deskOf(() => late), options: { scenario: ruled } }));
      game.send({ type: 'table.lay', offer: kept });
      game.send({ type: 'table.search' });
      game.send({ type: 'table.set', issue: 'algo', option: 'sell' });
      const { followed } = tableOf(game);
      expect(followed.rules).toHaveLength(1);
      arrive();
      await settled();
      expect(tableOf(game)).toMatchObject({ search: { state: 'idle' }, followed });
    },
  );
});

const deskOf = (nearest: WorkDesk['nearest']): WorkDesk =>
  createDeskWith({ nearest, overlap: () => Promise.resolve([]) });

describe('the table of a run', () => {
  test('is there again after a reload, as it was left', async () => {
    const world = createWorld();
    const game = await runTable(world);
    game.send({ type: 'table.propose', turn: 0 });
    game.send({ type: 'table.set', issue: 'own', option: 'part' });
    await settled();
    const again = await open(world);
    expect(again.view().screen).toBe('table');
    expect(tableOf(again)).toEqual({ ...tableOf(game), followed: { changes: [], rules: [] } });
  });

  test('ends with the last word and shows what came of it', async () => {
    const game = await runTable();
    game.send({ type: 'table.final', turn: 0 });
    game.send({ type: 'table.final', turn: 0 });
    expect(game.view()).toMatchObject({
      screen: 'play',
      play: { state: 'feedback', feedback: { table: { rounds: 1 } } },
    });
    expect(game.view().table).toBeUndefined();
  });

  test('can be undone with the choice that opened it', async () => {
    const game = await runTable();
    game.send({ type: 'table.propose', turn: 0 });
    game.send({ type: 'run.undo' });
    expect(game.view()).toMatchObject({
      screen: 'play',
      play: { state: 'decide', scene: { id: 's3-table' } },
    });
  });

  test('is another one than the practice table', async () => {
    const game = await runTable();
    game.send({ type: 'practice.start' });
    game.send({ type: 'table.propose', turn: 0 });
    expect(tableOf(game)).toMatchObject({ kind: 'practice', turn: 1 });
    game.send({ type: 'screen.open', screen: 'play' });
    expect(tableOf(game)).toMatchObject({ kind: 'story', turn: 0 });
  });
});

describe('the practice table', () => {
  test('opens as wished, with the contract that was wished', async () => {
    const game = await open(createWorld());
    game.send({
      type: 'practice.start',
      options: { track: 'S', counterpart: 'B', phase: 'P2', knowledge: 'everything' },
      offer: kept,
    });
    expect(tableOf(game)).toMatchObject({
      kind: 'practice',
      track: 'S',
      counterpart: { party: 'B' },
      phase: 'P2',
    });
    expect(chosen(game)).toEqual(['part', 'keep', 'high']);
    expect(game.view().practice?.chosen).toMatchObject({ track: 'S', knowledge: 'everything' });
    expect(tableOf(game).lights.map(({ verdict }) => verdict)).not.toContain('unknown');
  });

  test('begins anew with other settings, and stays as it was for who comes back', async () => {
    const game = await practiceTable();
    game.send({ type: 'table.propose', turn: 0 });
    game.send({ type: 'screen.open', screen: 'title' });
    game.send({ type: 'practice.start' });
    expect(tableOf(game).turn).toBe(1);
    game.send({ type: 'practice.start', options: { phase: 'P2' } });
    expect(tableOf(game)).toMatchObject({ turn: 0, phase: 'P2' });
  });

  test('does not show at one table what was searched at another', async () => {
    const game = await practiceTable();
    game.send({ type: 'table.search' });
    await settled();
    expect(tableOf(game).search.state).toBe('found');
    game.send({ type: 'practice.start', options: { phase: 'P2' } });
    expect(tableOf(game).search.state).toBe('idle');
    game.send({ type: 'table.search' });
    game.send({ type: 'practice.start', options: { phase: 'P1' } });
    await settled();
    expect(tableOf(game).search.state).toBe('idle');
  });

  test('seats the buyer when the address says nothing, and nobody when the setup says so', async () => {
    const game = await open(createWorld({ options: { scenario: ruled } }));
    game.send({ type: 'practice.start', options: { track: 'M' } });
    expect(tableOf(game).counterpart?.party).toBe('M');
    const { counterpart: _, ...chosen } = game.view().practice!.chosen;
    game.send({ type: 'practice.start', options: chosen });
    expect(tableOf(game).counterpart).toBeUndefined();
  });

  test('is there after a reload, as at first: nothing of it is kept', async () => {
    const history = createHistory([{ page: 'practice' }]);
    const game = await open(createWorld({ history }));
    expect(game.view()).toMatchObject({ screen: 'table', table: { kind: 'practice', turn: 0 } });
    expect(game.view().savedRuns).toEqual([]);
  });

  test.each([
    [
      'that breaks a rule',
      'deal-broken',
      { own: 'part', algo: 'sell', price: 'high' },
      'All or nothing (en).',
    ],
    ['without a line', 'deal-incomplete', { own: 'part', algo: 'keep' }, 'price'],
    ['with an unknown line', 'deal-broken', { ...kept, secret: 'x' }, 'issue secret'],
  ])('refuses a contract %s, and names it', async (_name, code, offer, rules) => {
    const game = await open(createWorld({ options: { scenario: ruled } }));
    game.send({ type: 'practice.start', offer });
    expect(game.view().screen).toBe('title');
    expect(game.view().notices).toMatchObject([
      { id: code, message: { key: `problem.${code}`, params: { rules } } },
    ]);
  });

  test('refuses what the model does not have', async () => {
    const game = await open(createWorld());
    for (const options of [{ track: 'X' }, { counterpart: 'F' }, { phase: 'P9' }, { tier: 'expert' }])
      game.send({ type: 'practice.start', options });
    expect(noticeIds(game)).toEqual(['practice-unknown']);
    expect(game.view().screen).toBe('title');
  });
});

describe('a saved run with a contract that breaks a rule', () => {
  async function brokenSave(): Promise<string> {
    const world = createWorld({ options: { scenario: ruled } });
    const game = await runTable(world);
    game.send({ type: 'table.propose', turn: 0 });
    game.send({ type: 'run.export' });
    const [text = ''] = world.downloads;
    const save = JSON.parse(text);
    save.events.find(({ type }: { type: string }) => type === 'table.propose').offer.own = 'part';
    return JSON.stringify(save);
  }

  test.each([
    ['en', 'All or nothing (en).'],
    ['de', 'All or nothing (de).'],
  ])('is refused in %s with the rule in the words of the scenario', async (language, rules) => {
    const text = await brokenSave();
    const game = await open(createWorld({ options: { scenario: ruled, language } }));
    game.send({ type: 'run.import', text: '{' });
    game.send({ type: 'run.import', text });
    expect(game.view().notices).toMatchObject([
      {
        id: 'save-deal-broken',
        tone: 'error',
        message: { key: 'problem.save-deal-broken', params: { rules } },
        detail: expect.stringMatching(/events\[\d+\]\.offer · The contract breaks the rule S5\./),
      },
    ]);
    expect(game.view().screen).toBe('title');
  });

  test('is refused from the list of saved runs and from a link alike, and stays as it is', async () => {
    const text = await brokenSave();
    const value = { savedAt: '2026-11-24T10:00:00.000Z', save: JSON.parse(text) };
    const world = createWorld({ options: { scenario: ruled } });
    const store = {
      ...world.store,
      list: async () => [{ id: 'old', value }],
      get: async () => ({ id: 'old', value }),
    };
    const game = await open({ ...world, store });
    game.send({ type: 'run.open', id: 'old' });
    await settled();
    const refused = [{ id: 'save-deal-broken', message: { params: { rules: 'All or nothing (en).' } } }];
    expect(game.view().notices).toMatchObject(refused);
    expect(JSON.stringify(value.save)).toBe(text);
    const linked = await open(createWorld({ options: { scenario: ruled } }), { ok: true, value: text });
    expect(linked.view().notices).toMatchObject(refused);
  });
});
