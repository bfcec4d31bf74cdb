import { describe, expect, test } from 'vitest';
import type { ListedScenario } from '../../../src/client/app/game-state.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { createSession } from '../../../src/core/session/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { createWorld, noticeIds, open, settled, started } from './game-world.ts';

// Several scenarios in one game: the title page lists them, and runs stay with their own.

const other: Scenario = { ...miniWithTexts, manifest: { ...miniWithTexts.manifest, id: 'other' } };
const listed = (id: string): ListedScenario => ({
  id,
  covers: {
    en: { title: `${id} in English`, lead: 'Who gives in?', place: 'Here' },
    de: { title: `${id} auf Deutsch`, lead: 'Wer gibt nach?', place: 'Hier' },
  },
});
const both = [listed('mini'), listed('other')];
const options = { scenarios: both };

/** A device on which a run of the other scenario is kept. */
async function withOtherRun() {
  const world = createWorld();
  await started({ ...world, options: { scenario: other, scenarios: both } });
  return { ...world, options, history: createWorld().history };
}

describe('the title page', () => {
  test('lists all scenarios in the language of the page and marks the open one', async () => {
    const game = await open(createWorld({ options }));
    expect(game.view().scenarios).toEqual([
      { id: 'mini', title: 'mini in English', lead: 'Who gives in?', place: 'Here', isOpen: true },
      { id: 'other', title: 'other in English', lead: 'Who gives in?', place: 'Here', isOpen: false },
    ]);
    game.send({ type: 'language.set', language: 'de' });
    await settled();
    expect(game.view().scenarios[1]).toMatchObject({ title: 'other auf Deutsch' });
  });

  test('lists nothing while there is only one', async () => {
    const game = await open(createWorld({ options: { scenarios: [listed('mini')] } }));
    expect(game.view().scenarios).toEqual([]);
  });

  test('names a hidden one only while it is open', async () => {
    const hidden = (id: string): ListedScenario => ({ ...listed(id), isHidden: true });
    const ids = async (scenarios: readonly ListedScenario[]) =>
      (await open(createWorld({ options: { scenarios } }))).view().scenarios.map(({ id }) => id);
    expect(await ids([listed('mini'), listed('other'), hidden('draft')])).toEqual(['mini', 'other']);
    expect(await ids([listed('other'), hidden('mini'), hidden('draft')])).toEqual(['other', 'mini']);
    expect(await ids([listed('mini'), hidden('draft')])).toEqual([]);
  });

  test('leads to another one', async () => {
    const world = createWorld({ options });
    const game = await open(world);
    game.send({ type: 'scenario.open', id: 'other' });
    expect(world.left).toEqual([{ scenario: 'other' }]);
  });
});

describe('a kept run of another scenario', () => {
  test('is shown with the name of its scenario and opens there', async () => {
    const world = await withOtherRun();
    const game = await open(world);
    const [run] = game.view().savedRuns;
    expect(run).toMatchObject({ scenario: { id: 'other', title: 'other in English' } });
    expect(run?.problem).toBeUndefined();
    game.send({ type: 'scenario.open', id: 'other', run: run?.id ?? '' });
    expect(world.left).toEqual([{ scenario: 'other', run: run?.id }]);
  });

  test('says why it does not open where its scenario is not part of the game, and stays', async () => {
    const world = await withOtherRun();
    const before = await world.store.list();
    const game = await open({ ...world, options: { scenarios: [listed('mini')] } });
    expect(game.view().savedRuns).toMatchObject([{ problem: { key: 'problem.save-scenario' } }]);
    await settled();
    expect(await world.store.list()).toEqual(before);
  });
});

describe('a file of another scenario', () => {
  const save = createSession(other, { tier: 'starter', seed: 1 }).save('en');

  test('opens there', async () => {
    const world = createWorld({ options });
    const game = await open(world);
    game.send({ type: 'run.import', text: JSON.stringify(save) });
    expect(world.left).toEqual([{ scenario: 'other', save: JSON.parse(JSON.stringify(save)) }]);
    expect(noticeIds(game)).toEqual([]);
  });

  test('that cannot be taken along stays, and says so', async () => {
    const world = createWorld({ options, isOffline: true });
    const game = await open(world);
    game.send({ type: 'run.import', text: JSON.stringify(save) });
    await settled();
    expect(noticeIds(game)).toEqual(['leave-failed']);
  });

  test('is refused where that scenario is not part of the game', async () => {
    const world = createWorld();
    const game = await open(world);
    game.send({ type: 'run.import', text: JSON.stringify(save) });
    expect(world.left).toEqual([]);
    expect(noticeIds(game)).toEqual(['save-scenario']);
  });
});

test('a run that is kept nowhere is not left behind', async () => {
  const base = createWorld({ options });
  const world = { ...base, store: { ...base.store, isPersistent: false } };
  const game = await started(world);
  game.send({ type: 'scenario.open', id: 'other' });
  expect(world.left).toEqual([]);
  expect(noticeIds(game)).toContain('run-unsaved');
});
