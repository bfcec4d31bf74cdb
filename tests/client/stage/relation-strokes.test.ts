import { describe, expect, test } from 'vitest';
import { strokesOf } from '../../../src/client/stage/relation-strokes.ts';

const line = [
  { x: 0, y: 0 },
  { x: 400, y: 0 },
];
const layout = { ratio: 1, isCompact: false };
const palette = { sea: '#sea', ink: '#ink', ink3: '#ink3', good: '#good' };
const draw = (style: Parameters<typeof strokesOf>[0]['style'], tension = 0) =>
  strokesOf({ style, tension }, line, layout, palette);

describe('how a relation looks', () => {
  test('none draws nothing, and neither does a line that has not begun', () => {
    expect(draw('none')).toEqual([]);
    expect(strokesOf({ style: 'open', tension: 0 }, [], layout, palette)).toEqual([]);
  });

  test('open is one whole line', () => {
    const [margin, stroke, ...rest] = draw('open');
    expect(margin?.color).toBe('#sea');
    expect(stroke?.lines).toEqual([line]);
    expect(rest).toEqual([]);
  });

  test('more tension means more and longer ticks', () => {
    const ticks = [1, 3, 5].map((tension) => draw('tense', tension)[2]?.lines ?? []);
    const counts = ticks.map(({ length }) => length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBe(3);
    expect(draw('tense', 0)).toHaveLength(2);
    expect(draw('tense', 9)).toHaveLength(2);
  });

  test('broken is dotted, with a gap and a cross half way', () => {
    const [, dots, cross] = draw('broken');
    const isInGap = (x: number) => x > 187 && x < 213;
    expect(dots?.lines.flat().some(({ x }) => isInGap(x))).toBe(false);
    expect(cross?.lines).toHaveLength(2);
  });

  test('signed is a double line in the colour of a yes', () => {
    const [, rails] = draw('signed');
    expect(rails?.color).toBe('#good');
    expect(rails?.lines).toHaveLength(2);
  });
});
