import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { skipN } from 'pure-rand/utils/skipN';

/** A seeded source of numbers; the same seed gives the same numbers on every platform. */
export interface Dice {
  /** 0 (included) to 1 (excluded). */
  next01(): number;
  /** Integer from 0 to `count` - 1. */
  nextIndex(count: number): number;
}

// xoroshiro128+ starts close to its seed: the first outputs are not yet mixed.
const WARM_UP = 16;

/** Dice for a whole number as seed; they hold no resource. */
export function createDice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  skipN(generator, WARM_UP);
  return {
    next01: () => uniformFloat32(generator),
    nextIndex: (count) => uniformInt(generator, 0, count - 1),
  };
}
