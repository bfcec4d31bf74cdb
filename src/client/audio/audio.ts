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
  /** Whether the music may tick; without, it stays as tense. */
  setTicking(isOn: boolean): void;
  /** Plays the sounds of one step one after another; what an earlier step has left over is dropped. */
  play(cues: readonly Cue[]): void;
  dispose(): void;
}

const CAPTION_MS = 2600;
/** Paper rustles when the page changes: that it has changed is to be seen, and words for it would only be in the way. */
const UNSPOKEN: ReadonlySet<Cue> = new Set(['card', 'page']);
/** From one sound to the next: long enough to tell them apart and to read a caption of two words. */
const MIN_STEP_MS = 800;
const MAX_STEP_MS = 1200;

export function createAudio({ onCaption, onUnavailable }: AudioOptions): Audio {
  // Howler would put the device to sleep after 30 seconds, and on some systems it never wakes again.
  Howler.autoSuspend = false;
  const music = createMusic();
  let sounds: Howl | undefined;
  let isMusicOn = false;
  let isSoundOn = false;
  let pressure: Pressure = 0;
  let isTicking = true;
  let waiting: readonly Cue[] = [];
  let stepTimer: ReturnType<typeof globalThis.setTimeout> | undefined;
  let captionTimer: ReturnType<typeof globalThis.setTimeout> | undefined;

  const applyMusic = () => {
    if (isMusicOn) music.fadeTo(stemVolumes(pressure, isTicking));
    else music.stop();
  };

  const showCaption = (cue: Cue) => {
    globalThis.clearTimeout(captionTimer);
    onCaption({ key: `caption.${cue}` });
    captionTimer = globalThis.setTimeout(() => onCaption(undefined), CAPTION_MS);
  };

  const playNext = () => {
    const [cue, ...rest] = waiting;
    if (cue === undefined) return;
    waiting = rest;
    sounds?.play(cue);
    const [, lengthMs = 0] = sprites[cue];
    stepTimer = globalThis.setTimeout(playNext, Math.min(MAX_STEP_MS, Math.max(MIN_STEP_MS, lengthMs)));
    if (!UNSPOKEN.has(cue)) showCaption(cue);
  };

  const playAll = (cues: readonly Cue[]) => {
    globalThis.clearTimeout(stepTimer);
    // Two pieces of news at once are one telex: the same sound twice would only be twice as loud.
    waiting = [...new Set(cues)];
    playNext();
  };

  /** Some systems stop the sound of a page in the background, or for a call, until the page wakes it. */
  const wake = () => {
    if (document.hidden || !Howler.ctx || Howler.ctx.state === 'running') return;
    Howler.ctx.resume().catch(() => {});
  };
  const onVisibility = () => {
    // A page in the background is silent.
    Howler.mute(document.hidden);
    wake();
  };
  document.addEventListener('visibilitychange', onVisibility);
  // iOS wakes it only for a gesture.
  const gestures = ['pointerdown', 'keydown'] as const;
  for (const gesture of gestures) document.addEventListener(gesture, wake);
  // Opens the device, and so tells whether there is one.
  onVisibility();
  if (!Howler.ctx) onUnavailable();

  return {
    setMusic: (isOn) => {
      if (isOn === isMusicOn) return;
      isMusicOn = isOn;
      applyMusic();
    },
    setSound: (isOn) => {
      if (isOn === isSoundOn) return;
      isSoundOn = isOn;
      // The file is fetched only by who wants to hear it.
      if (isOn) sounds ??= loadSounds();
      else {
        playAll([]);
        sounds?.stop();
      }
    },
    setPressure: (next) => {
      if (next === pressure) return;
      pressure = next;
      applyMusic();
    },
    setTicking: (isOn) => {
      if (isOn === isTicking) return;
      isTicking = isOn;
      applyMusic();
    },
    play: (cues) => {
      if (isSoundOn) playAll(cues);
    },
    dispose: () => {
      globalThis.clearTimeout(stepTimer);
      globalThis.clearTimeout(captionTimer);
      document.removeEventListener('visibilitychange', onVisibility);
      for (const gesture of gestures) document.removeEventListener(gesture, wake);
      music.dispose();
      sounds?.unload();
    },
  };
}

function loadSounds(): Howl {
  return new Howl({
    src: [sfxWebm, sfxM4a],
    sprite: Object.fromEntries(
      Object.entries(sprites).map(([name, [start, length]]) => [name, [start ?? 0, length ?? 0]]),
    ),
  });
}
