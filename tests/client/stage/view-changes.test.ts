import { expect, test } from 'vitest';
import { changesBetween } from '../../../src/client/stage/view-changes.ts';
import type { PlayView } from '../../../src/core/view-model/index.ts';
import { fixtureView } from '../../support/views.ts';

function sampleView(): PlayView {
  const view = fixtureView('play', 'en').play;
  if (!view) throw new Error('the sample has no run');
  return view;
}

test('the first view moves nothing but its stamps', () => {
  const stamps = [{ id: 'O-signed', party: 'O', text: 'Signed', tone: 'good' as const }];
  const changes = changesBetween(undefined, { ...sampleView(), stamps });
  expect([...changes.newStamps]).toEqual(['O-signed']);
  expect(changes.parties.size + changes.relations.size + changes.daysPassed).toBe(0);
  expect(changes.newSpeaker).toBeUndefined();
});

test('the same view moves nothing', () => {
  const changes = changesBetween(sampleView(), sampleView());
  expect(changes).toEqual({ parties: new Set(), relations: new Set(), newStamps: new Set(), daysPassed: 0 });
});

test('moods, pips, lines, stamps, speaker and days are told apart', () => {
  const before = sampleView();
  const after: PlayView = {
    ...before,
    masthead: { ...before.masthead, date: '2020-09-17' },
    parties: before.parties.map((party) => {
      if (party.id === 'W') return { ...party, mood: 'pleased' };
      if (party.id === 'O') return { ...party, approval: 0, isSpeaking: true };
      return { ...party, isSpeaking: false };
    }),
    relations: [
      ...before.relations.map((relation) =>
        relation.party === 'O' ? { ...relation, style: 'signed' as const } : relation,
      ),
      { party: 'U', city: 'losangeles', style: 'open', tension: 0, label: '' },
    ],
    stamps: [{ id: 'O-signed', party: 'O', text: 'Signed', tone: 'good' }],
  };
  const changes = changesBetween(before, after);
  expect([...changes.parties].sort()).toEqual(['O', 'W']);
  expect([...changes.relations].sort()).toEqual(['O', 'U']);
  expect(changes.newSpeaker).toBe('O');
  expect([...changes.newStamps]).toEqual(['O-signed']);
  expect(changes.daysPassed).toBe(3);
});

test('a run that goes back tears off no leaves', () => {
  const later = sampleView();
  const earlier = { ...later, masthead: { ...later.masthead, date: '2020-08-01' } };
  expect(changesBetween(later, earlier).daysPassed).toBe(0);
});
