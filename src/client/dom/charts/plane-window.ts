/** Points go from 0 to this. */
export const SCALE = 100;

/** What of a scale is in the picture: everything at zoom 1, else that part of it around a value, never beyond its ends. */
export function windowAround(middle: number, zoom: number): readonly [low: number, high: number] {
  const size = SCALE / zoom;
  const low = Math.min(SCALE - size, Math.max(0, middle - size / 2));
  return [low, low + size];
}
