import type { GamePorts } from './game-ports.ts';

/** What the tab keeps. Some browsers forbid it: then nothing outlives a reload. */
export const tabNotes: GamePorts['tab'] = {
  read: (key) => {
    try {
      return sessionStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write: (key, text) => {
    try {
      if (text === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    } catch {
      // Kept nowhere.
    }
  },
};
