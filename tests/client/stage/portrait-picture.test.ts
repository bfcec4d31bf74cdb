import { describe, expect, test } from 'vitest';
import figures from '../../../assets/art/figures.json';
import emblems from '../../../assets/icons/emblems.json';
import type { Palette } from '../../../src/client/stage/palette.ts';
import { emblemMarkup, portraitMarkup } from '../../../src/client/stage/portrait-picture.ts';

const colors = { base: '#111111', tint: '#eeeeee', map: '#555555' };
const palette = { ink: '#000000' } as Palette;
const CAST = [
  'washington',
  'beijing',
  'microsoft',
  'oracle',
  'bytedance',
  'investor',
  'counsel',
  'strategist',
  'engineer',
  'creator',
  'press',
];
const MOODS = [
  'neutral',
  'pleased',
  'worried',
  'angry',
  'speaking',
  'suspicious',
  'tired',
  'laughing',
] as const;

describe('portraits', () => {
  test.each(CAST)('%s has a face for every mood', (name) => {
    const pictures = MOODS.map((mood) => portraitMarkup(figures, name, mood, colors, palette));
    expect(new Set(pictures).size).toBe(MOODS.length);
    for (const picture of pictures) expect(picture).toMatch(/^<svg [\s\S]*<\/svg>$/);
  });

  test('no drawing carries a script, an outside address or an open placeholder', () => {
    const all = JSON.stringify({ figures, emblems });
    expect(all).not.toMatch(/<script|javascript:|https?:|url\((?!#)|\{(ink|bg|skin|hair)\}|undefined/);
  });

  test('ids in different figures differ: they stand in one document', () => {
    const ids = Object.values(figures.figures).flatMap(({ body }) =>
      [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('what does not exist has no picture', () => {
    expect(portraitMarkup(figures, 'nobody', 'neutral', colors, palette)).toBeUndefined();
    expect(emblemMarkup(emblems, 'nobody')).toBeUndefined();
  });
});
