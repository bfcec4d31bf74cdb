import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createMusic } from '../../../src/client/audio/music.ts';

/** A sound library whose own idea of where a loop stands is wrong, as after an hour in the background. */
const device = vi.hoisted(() => ({
  howls: [] as {
    src: string;
    loaded: () => void;
    failed: () => void;
    heard: () => void;
    seeks: number[];
    fades: number[];
  }[],
  ctx: { currentTime: 0 },
}));
vi.mock('howler', () => ({
  Howler: { ctx: device.ctx },
  Howl: function Howl(options: { src: string[]; onload: () => void; onloaderror: () => void }) {
    let isLoaded = false;
    const kept = {
      src: options.src[0]!,
      loaded: () => {
        isLoaded = true;
        options.onload();
      },
      failed: options.onloaderror,
      heard: () => {},
      seeks: [] as number[],
      fades: [] as number[],
    };
    device.howls.push(kept);
    return {
      play: () => 1,
      once: (_event: string, then: () => void) => {
        kept.heard = then;
      },
      seek: (first: number, id?: number) => {
        if (id === undefined) return 1.2;
        return kept.seeks.push(first);
      },
      volume: () => 0,
      fade: (_from: number, to: number) => kept.fades.push(to),
      state: () => (isLoaded ? 'loaded' : 'loading'),
      stop: () => {},
    };
  },
}));
beforeEach(() => {
  device.howls.length = 0;
  device.ctx.currentTime = 0;
});

const stem = (name: string) => device.howls.filter(({ src }) => src.includes(`music-${name}`));

describe('the layered music', () => {
  test('lets a stem that comes later fall in by the clock of the device', () => {
    const music = createMusic();
    music.fadeTo({ pulse: 1, tension: 0, deadline: 0 });
    const [pulse] = stem('pulse');
    device.ctx.currentTime = 10.2;
    pulse!.loaded();
    pulse!.heard();
    expect(pulse!.seeks).toEqual([]);
    // The loop began at 10; two turns and five seconds later:
    device.ctx.currentTime = 10 + 2 * 38.4 + 5;
    music.fadeTo({ pulse: 1, tension: 1, deadline: 0 });
    const [tension] = stem('tension');
    tension!.loaded();
    tension!.heard();
    expect(tension!.seeks).toEqual([expect.closeTo(1 + 5, 6)]);
  });

  test('does not fade to where a stem is already', () => {
    const music = createMusic();
    music.fadeTo({ pulse: 1, tension: 0, deadline: 0 });
    const [pulse] = stem('pulse');
    pulse!.loaded();
    pulse!.heard();
    music.fadeTo({ pulse: 1, tension: 1, deadline: 0 });
    music.fadeTo({ pulse: 0, tension: 1, deadline: 0 });
    expect(pulse!.fades).toEqual([0.5, 0]);
  });

  test('fetches only what is wanted, and asks again for what could not be had', () => {
    const music = createMusic();
    music.fadeTo({ pulse: 0, tension: 1, deadline: 0 });
    expect(device.howls).toHaveLength(1);
    stem('tension')[0]!.failed();
    music.fadeTo({ pulse: 0, tension: 0.5, deadline: 0 });
    expect(stem('tension')).toHaveLength(2);
  });

  test('does not start what was switched off while it was loading', () => {
    const music = createMusic();
    music.fadeTo({ pulse: 1, tension: 0, deadline: 0 });
    music.stop();
    const [pulse] = stem('pulse');
    pulse!.loaded();
    pulse!.heard();
    expect(pulse!.fades).toEqual([]);
  });
});
