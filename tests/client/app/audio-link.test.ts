import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createAudioLink } from '../../../src/client/app/audio-link.ts';
import { DEFAULT_SETTINGS } from '../../../src/client/app/settings.ts';
import type { Cue, PlayView, SettingsView } from '../../../src/core/view-model/index.ts';
import { fixtureView } from '../../support/views.ts';

const heard = vi.hoisted(() => ({
  steps: [] as (readonly string[])[],
  music: [] as boolean[],
  ticking: [] as boolean[],
  made: 0,
}));
vi.mock('../../../src/client/audio/index.ts', () => ({
  createAudio: () => {
    heard.made += 1;
    return {
      play: (cues: readonly Cue[]) => heard.steps.push(cues),
      setMusic: (isOn: boolean) => heard.music.push(isOn),
      setSound: () => {},
      setPressure: () => {},
      setTicking: (isOn: boolean) => heard.ticking.push(isOn),
      dispose: () => {},
    };
  },
}));
beforeEach(() => Object.assign(heard, { steps: [], music: [], ticking: [], made: 0 }));

const frame = (language: string, ...cues: Cue[]): PlayView => ({
  ...fixtureView('play', language).play!,
  language,
  cues,
});

function linked(settings: SettingsView = DEFAULT_SETTINGS) {
  const window = new EventTarget() as Window;
  const problems: string[] = [];
  const link = createAudioLink({
    window,
    report: ({ code }) => problems.push(code),
    caption: () => {},
  });
  return {
    problems,
    touch: () => window.dispatchEvent(new Event('pointerdown')),
    show: (play: PlayView | undefined, change: Partial<SettingsView> = {}, isMotionReduced = false) =>
      link.show(play, { ...settings, ...change }, isMotionReduced),
    loaded: () => vi.waitFor(() => expect(heard.made).toBe(1)),
  };
}

describe('the sound beside the game', () => {
  test('ticks only where it may: not when switched off, not under reduced motion', async () => {
    const { show, touch, loaded } = linked();
    show(frame('en'));
    touch();
    await loaded();
    await vi.waitFor(() => expect(heard.ticking.at(-1)).toBe(true));
    show(frame('en'), { ticking: false });
    expect(heard.ticking.at(-1)).toBe(false);
    show(frame('en'), {}, true);
    expect(heard.ticking.at(-1)).toBe(false);
  });

  test('is loaded once, with the first gesture', async () => {
    const { show, touch, loaded } = linked();
    show(undefined);
    touch();
    touch();
    show(frame('de', 'page'));
    await loaded();
    expect(heard.steps).toEqual([['page']]);
    expect(heard.music.at(-1)).toBe(true);
  });

  test('is not loaded while music and sound are off, and comes when one is switched on', async () => {
    const { show, touch, loaded } = linked({ ...DEFAULT_SETTINGS, music: false, sound: false });
    const play = frame('de', 'page');
    show(play);
    touch();
    show(play);
    await vi.dynamicImportSettled();
    expect(heard.made).toBe(0);
    show(play, { music: true });
    await loaded();
    expect(heard.music.at(-1)).toBe(true);
  });

  test('plays the sounds of each step once', async () => {
    const { show, touch, loaded } = linked();
    touch();
    const first = frame('de', 'page');
    show(first);
    await loaded();
    show(first);
    show(undefined);
    show(first);
    show(frame('de', 'card', 'buzz'));
    expect(heard.steps).toEqual([['page'], ['card', 'buzz']]);
  });

  test('does not play what the page showed before the first gesture', async () => {
    const { show, touch, loaded } = linked();
    show(frame('de', 'failure'));
    touch();
    await loaded();
    expect(heard.steps).toEqual([]);
    show(frame('de', 'card'));
    expect(heard.steps).toEqual([['card']]);
  });

  test('does not play a step again in another language', async () => {
    const { show, touch, loaded } = linked();
    touch();
    show(frame('de', 'telex'));
    await loaded();
    show(frame('en', 'telex'));
    expect(heard.steps).toEqual([['telex']]);
    show(frame('en', 'card'));
    expect(heard.steps).toEqual([['telex'], ['card']]);
  });

  test('is silent on the title', async () => {
    const { show, touch, loaded } = linked();
    touch();
    show(frame('de', 'page'));
    await loaded();
    show(undefined);
    expect(heard.music.at(-1)).toBe(false);
  });
});
