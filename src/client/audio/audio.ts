import { Howl, Howler } from 'howler';
import sprites from '../../../assets/audio/sfx.json';
import sfxM4a from '../../../assets/audio/sfx.m4a?url';
import sfxWebm from '../../../assets/audio/sfx.webm?url';
import type { Message } from '../../core/domain/index.ts';
import type { Cue } from '../../core/view-model/index.ts';
import { createMusic } from './music.ts';
import { type Pressure, stemVolumes } from './stems.ts';

export interface AudioOptions {
  /** The words for a sound that plays now, and `undefined` when they may go. */
  readonly onCaption: (message: Message | undefined) => void;
  /** Told once when this device can make no sound at all. */
  readonly onUnavailable: () => void;
}

/** Music and sounds. Start it only after a gesture of the player; browsers allow no other way. */
export interface Audio {
  setMusic(isOn: boolean): void;
  setSound(isOn: boolean): void;
  setPressure(pressure: Pressure): void;
  /** Under reduced motion nothing ticks. */
  setReducedMotion(isReduced: boolean): void;
  play(cue: Cue): void;
  dispose(): void;
}

const CAPTION_MS = 2600;

export function createAudio({ onCaption, onUnavailable }: AudioOptions): Audio {
  const music = createMusic();
  const sounds = new Howl({
    src: [sfxWebm, sfxM4a],
    sprite: Object.fromEntries(
      Object.entries(sprites).map(([name, [start, length]]) => [name, [start ?? 0, length ?? 0]]),
    ),
  });
  let isMusicOn = false;
  let isSoundOn = true;
  let pressure: Pressure = 0;
  let isMotionReduced = false;
  let captionTimer: ReturnType<typeof globalThis.setTimeout> | undefined;

  const applyMusic = () => {
    if (isMusicOn) music.fadeTo(stemVolumes(pressure, isMotionReduced));
    else music.stop();
  };

  const showCaption = (cue: Cue) => {
    globalThis.clearTimeout(captionTimer);
    onCaption({ key: `caption.${cue}` });
    captionTimer = globalThis.setTimeout(() => onCaption(undefined), CAPTION_MS);
  };

  // A page in the background is silent; some systems suspend its sound for good unless it is woken.
  const onVisibility = () => {
    Howler.mute(document.hidden);
    if (!document.hidden && Howler.ctx?.state !== 'running') Howler.ctx?.resume().catch(() => {});
  };
  document.addEventListener('visibilitychange', onVisibility);
  if (Howler.noAudio || !Howler.ctx) onUnavailable();

  return {
    setMusic: (isOn) => {
      if (isOn === isMusicOn) return;
      isMusicOn = isOn;
      applyMusic();
    },
    setSound: (isOn) => {
      isSoundOn = isOn;
    },
    setPressure: (next) => {
      if (next === pressure) return;
      pressure = next;
      applyMusic();
    },
    setReducedMotion: (isReduced) => {
      if (isReduced === isMotionReduced) return;
      isMotionReduced = isReduced;
      applyMusic();
    },
    play: (cue) => {
      if (!isSoundOn) return;
      sounds.play(cue);
      showCaption(cue);
    },
    dispose: () => {
      globalThis.clearTimeout(captionTimer);
      document.removeEventListener('visibilitychange', onVisibility);
      music.dispose();
      sounds.unload();
    },
  };
}
