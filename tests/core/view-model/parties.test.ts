import { describe, expect, test } from 'vitest';
import { type PlayView, present } from '../../../src/core/view-model/index.ts';
import { miniWorld } from '../../support/mini-world.ts';
import { type Play, play } from '../../support/play.ts';

const world = miniWorld();
const view = (run: Play): PlayView => present(world, run.session, { language: 'en', tier: 'starter' });
const party = (run: Play, id: string) => view(run).parties.find((one) => one.id === id);
const relation = (run: Play, id: string) => view(run).relations.find((one) => one.party === id);
/** Sends what goes on from feedback and quiz, once. */
function next(run: Play): Play {
  const scene = run.frame().context.sceneId ?? '';
  const item = world.scenes.find(({ id }) => id === scene)?.quiz ?? '';
  run.session.send(
    run.frame().story === 'quiz.question' ? { type: 'quiz.skip', item } : { type: 'scene.continue', scene },
  );
  return run;
}
const toOrder = () => next(next(next(play(world).take('s1-goal/talk'))));

describe('parties', () => {
  test('that are visible stand in the order of the file, the player marked', () => {
    const { parties } = view(play(world));
    expect(parties.map(({ id }) => id)).toEqual(['F', 'M', 'W', 'B']);
    expect(parties.filter(({ isPlayer }) => isPlayer).map(({ id }) => id)).toEqual(['F']);
    expect(parties[0]).toMatchObject({ name: 'F & Co.', role: 'F role', figure: 'founder', city: 'home' });
  });

  test('show the face and the words of the first status whose gate holds', () => {
    const run = play(world);
    expect(party(run, 'W')).toMatchObject({ mood: 'suspicious', status: 'W watching' });
    expect(party(run, 'M')).toMatchObject({ mood: 'tired', status: 'M away' });
    // Without any status: a calm face and no words.
    expect(party(run, 'B')).toMatchObject({ mood: 'neutral', status: '' });
    expect(party(run.take('s1-goal/exclusive'), 'M')).toMatchObject({
      mood: 'speaking',
      status: 'M talking',
    });
    expect(party(run.take('s3-table/high'), 'M')).toMatchObject({ mood: 'laughing', status: 'M signed' });
    expect(party(run, 'W')).toMatchObject({ mood: 'angry', status: 'W ordered' });
  });

  test('show approval in five steps, and where it went since the last decision', () => {
    const run = play(world);
    expect(party(run, 'M')).toMatchObject({ approval: 3, trend: 'flat' });
    run.take('s1-goal/talk');
    expect(party(run, 'M')).toMatchObject({ approval: 4, trend: 'up' });
    expect(party(run, 'W')).toMatchObject({ approval: 3, trend: 'flat', info: 0 });
    const later = toOrder();
    // 50 less 6 points for the order; the trend of the decision before is still shown.
    expect(party(later, 'W')).toMatchObject({ approval: 2, trend: 'down', info: 1 });
    expect(party(later, 'M')).toMatchObject({ approval: 4, trend: 'up' });
    later.take('s3-table/not-yet');
    expect(party(later, 'M')).toMatchObject({ trend: 'down' });
    expect(party(later, 'W')).toMatchObject({ trend: 'flat' });
  });

  test('speak when their person speaks', () => {
    expect(view(play(world)).parties.filter(({ isSpeaking }) => isSpeaking)).toEqual([]);
    const run = toOrder();
    expect(view(run).state).toBe('present');
    expect(
      view(run)
        .parties.filter(({ isSpeaking }) => isSpeaking)
        .map(({ id }) => id),
    ).toEqual(['W']);
  });
});

describe('lines on the map', () => {
  test('go to every party with a place and a line, whose first gate holds', () => {
    expect(view(play(world)).relations).toEqual([
      { party: 'M', city: 'harbour', style: 'none', tension: 0, label: 'M away' },
      { party: 'W', city: 'capital', style: 'open', tension: 0, label: 'W watching' },
      { party: 'B', city: 'port', style: 'open', tension: 0, label: 'B quiet' },
    ]);
    const run = toOrder();
    expect(relation(run, 'M')).toMatchObject({ style: 'open', tension: 1, label: 'M talking' });
    expect(relation(run, 'W')).toMatchObject({ style: 'tense', tension: 4, label: 'W ordered' });
  });
});

describe('stamps', () => {
  test('land when a line is signed, once', () => {
    const run = play(world).take('s1-goal/exclusive');
    expect(view(run).stamps).toEqual([]);
    run.take('s3-table/high');
    expect(view(run).stamps).toEqual([{ id: 'M-signed', party: 'M', text: 'M signed', tone: 'good' }]);
    expect(view(next(run)).stamps).toEqual([]);
  });

  test('land when a line breaks, and not when it is only tense', () => {
    expect(view(toOrder()).stamps).toEqual([]);
    const run = toOrder().take('s3-table/not-yet').take('s4-sue/wait');
    next(run);
    expect(view(next(next(run))).stamps).toEqual([
      { id: 'B-broken', party: 'B', text: 'B veto', tone: 'bad' },
    ]);
  });

  test('are taken back with the decision', () => {
    const run = play(world).take('s1-goal/exclusive').take('s3-table/high');
    run.session.undo();
    expect(view(run).stamps).toEqual([]);
    expect(relation(run, 'M')?.style).toBe('open');
  });
});
