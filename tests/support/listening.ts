import type { Page } from 'playwright-core';

/** A piece of sound that was started: told apart by how long its file is. */
export interface Started {
  readonly kind: 'music' | 'sound';
  /** Place in the file where it began, in seconds. */
  readonly from: number;
}

/** What a page plays, heard behind everything that the game could get wrong: at the sound device itself. */
export interface Listening {
  /** Sound devices that the page has opened. */
  devices(): Promise<number>;
  started(kind: Started['kind']): Promise<number>;
  /** Waits until something can be heard. */
  hears(): Promise<void>;
  /** Waits until nothing can be heard any more. */
  hearsNothing(): Promise<void>;
  /** Waits until a stem of the music has this loudness now. */
  stemIs(stem: string, level: number): Promise<void>;
  /** As a system does for a call, or to a page in the background. */
  suspendDevice(): Promise<void>;
  setHidden(isHidden: boolean): Promise<void>;
}

interface Ear {
  readonly devices: AudioContext[];
  readonly started: Started[];
  peak(): number;
  stem(name: string): number | undefined;
}

/** No sound file is longer; every stem of the music is. */
const LONGEST_SOUND_S = 20;
const AUDIBLE = 0.01;

/** Has to be called before the page is opened. */
export async function listen(page: Page): Promise<Listening> {
  await page.addInitScript((longest: number) => {
    const devices: AudioContext[] = [];
    const started: Started[] = [];
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        devices.push(this);
      }
    };
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (when, offset, duration) {
      const length = this.buffer?.duration ?? 0;
      // Shorter ones only open the device.
      if (length > 1) started.push({ kind: length > longest ? 'music' : 'sound', from: offset ?? 0 });
      start.call(this, when, offset, duration);
    };
    interface HowlInside {
      readonly _src: string;
      readonly _sounds: readonly {
        readonly _node: { readonly gain: AudioParam };
        readonly _paused: boolean;
      }[];
    }
    const howler = () =>
      (window as unknown as { Howler?: { masterGain?: AudioNode; _howls: readonly HowlInside[] } }).Howler;
    let analyser: AnalyserNode | undefined;
    const ear: Ear = {
      devices,
      started,
      peak: () => {
        const master = howler()?.masterGain;
        if (!master) return 0;
        if (analyser?.context !== master.context) {
          analyser = new AnalyserNode(master.context, { fftSize: 2048 });
          master.connect(analyser);
        }
        if (master.context.state !== 'running') return 0;
        const wave = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(wave);
        return Math.max(...wave.map(Math.abs));
      },
      stem: (name) =>
        howler()
          ?._howls.find(({ _src }) => _src.includes(`music-${name}`))
          ?._sounds.find(({ _paused }) => !_paused)?._node.gain.value,
    };
    Object.assign(window, { ear });
  }, LONGEST_SOUND_S);

  return {
    devices: () => page.evaluate(() => (window as unknown as { ear: Ear }).ear.devices.length),
    started: (kind) =>
      page.evaluate(
        (wanted) =>
          (window as unknown as { ear: Ear }).ear.started.filter((one) => one.kind === wanted).length,
        kind,
      ),
    hears: async () => {
      await page.waitForFunction(
        (audible) => (window as unknown as { ear: Ear }).ear.peak() > audible,
        AUDIBLE,
      );
    },
    hearsNothing: async () => {
      await page.waitForFunction(() => (window as unknown as { ear: Ear }).ear.peak() === 0);
    },
    stemIs: async (stem, level) => {
      await page.waitForFunction(
        ([name, wanted]) =>
          Math.abs(((window as unknown as { ear: Ear }).ear.stem(name) ?? Number.NaN) - wanted) < 0.01,
        [stem, level] as const,
      );
    },
    suspendDevice: () =>
      page.evaluate(async () => {
        for (const device of (window as unknown as { ear: Ear }).ear.devices)
          if (device.state !== 'closed') await device.suspend();
      }),
    setHidden: (isHidden) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
        Object.defineProperty(document, 'visibilityState', {
          configurable: true,
          value: hidden ? 'hidden' : 'visible',
        });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden),
  };
}
