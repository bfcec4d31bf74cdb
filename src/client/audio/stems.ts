/** Layers of the music; they run in step and only their loudness changes. */
export const STEMS = ['pulse', 'tension', 'deadline'] as const;
export type Stem = (typeof STEMS)[number];

/** Days left as the view model sees them: 0 calm, 1 tense, 2 deadline. */
export type Pressure = 0 | 1 | 2;

const SILENT = 0;
const FULL = 1;
const SOFT = 0.5;

/**
 * Loudness 0..1 of each stem. The pulse ticks, and ticking can distress: without it the strings alone
 * carry the tension.
 */
export function stemVolumes(pressure: Pressure, isTicking: boolean): Readonly<Record<Stem, number>> {
  return {
    pulse: isTicking ? FULL : SILENT,
    tension: pressure >= 1 ? FULL : isTicking ? SILENT : SOFT,
    deadline: pressure === 2 ? (isTicking ? FULL : SOFT) : SILENT,
  };
}
