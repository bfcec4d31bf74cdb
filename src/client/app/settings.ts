import type { Language } from '../../core/domain/index.ts';
import type { SettingsView } from '../../core/view-model/index.ts';

export const DEFAULT_SETTINGS: SettingsView = {
  music: true,
  sound: true,
  ticking: true,
  captions: true,
  motion: 'system',
  stage: 'on',
  reading: 'standard',
};

/** Settings as they lay in the store; what is missing or wrong takes its default. */
export function parseSettings(value: unknown): SettingsView {
  const stored = fieldsOf(value);
  const flag = (key: 'music' | 'sound' | 'ticking' | 'captions') => {
    const setting = stored[key];
    return typeof setting === 'boolean' ? setting : DEFAULT_SETTINGS[key];
  };
  return {
    music: flag('music'),
    sound: flag('sound'),
    ticking: flag('ticking'),
    captions: flag('captions'),
    motion: stored.motion === 'reduced' ? 'reduced' : 'system',
    stage: stored.stage === 'off' ? 'off' : 'on',
    reading: stored.reading === 'easy' ? 'easy' : 'standard',
  };
}

/** The language that the player chose on an earlier visit, if the game still has it. */
export function storedLanguage(value: unknown, known: readonly Language[]): Language | undefined {
  const { language } = fieldsOf(value);
  return known.find((candidate) => candidate === language);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
