import type { Problem } from '../../core/domain/index.ts';

/** A piece of the game that comes late could not be had. */
export function offlineChunk(error: unknown): Problem {
  return { code: 'offline-chunk', path: '', message: String(error) };
}
