import { Howl, Howler } from 'howler';
import deadlineM4a from '../../../assets/audio/music-deadline.m4a?url';
import deadlineWebm from '../../../assets/audio/music-deadline.webm?url';
import pulseM4a from '../../../assets/audio/music-pulse.m4a?url';
import pulseWebm from '../../../assets/audio/music-pulse.webm?url';
import tensionM4a from '../../../assets/audio/music-tension.m4a?url';
import tensionWebm from '../../../assets/audio/music-tension.webm?url';
import { STEMS, type Stem } from './stems.ts';

const FILES: Readonly<Record<Stem, readonly string[]>> = {
  pulse: [pulseWebm, pulseM4a],
  tension: [tensionWebm, tensionM4a],
  deadline: [deadlineWebm, deadlineM4a],
};
// Each file holds one second of the same music before and after the loop, so the seam is never heard.
const LOOP_START_S = 1;
const LOOP_LENGTH_S = 38.4;
const LOOP: [number, number, boolean] = [LOOP_START_S * 1000, LOOP_LENGTH_S * 1000, true];
const FADE_MS = 1800;
const LOUDNESS = 0.5;

/** The layered music. A stem is fetched when it is first wanted and joins the others in step. */
export interface Music {
  /** Loudness 0..1 by stem; missing or 0 is silent. */
  fadeTo(volumes: Readonly<Record<Stem, number>>): void;
  stop(): void;
  dispose(): void;
}

interface Voice {
  readonly howl: Howl;
  id?: number;
  /** Loudness that it has, or is on its way to. */
  level: number;
}

export function createMusic(): Music {
  const voices = new Map<Stem, Voice>();
  let wanted: Readonly<Record<Stem, number>> | undefined;
  /**
   * When the loop began, on the clock of the sound device. Howler's own place in a loop comes from timers,
   * which run late in a page in the background, a little more with every turn.
   */
  let startedAt: number | undefined;

  const fade = (stem: Stem, voice: Voice): void => {
    const level = (wanted?.[stem] ?? 0) * LOUDNESS;
    // To where it is already, Howler would fade for ever.
    if (voice.id === undefined || level === voice.level) return;
    voice.howl.fade(Number(voice.howl.volume(voice.id)), level, FADE_MS, voice.id);
    voice.level = level;
  };

  /** Called when it can be heard: falls in with the others, and comes up from silence. */
  const join = (stem: Stem, voice: Voice, id: number): void => {
    if (voice.id !== id) return;
    const now = Howler.ctx.currentTime;
    if (startedAt === undefined) startedAt = now - (voice.howl.seek(id) - LOOP_START_S);
    else voice.howl.seek(LOOP_START_S + ((now - startedAt) % LOOP_LENGTH_S), id);
    fade(stem, voice);
  };

  const play = (stem: Stem, voice: Voice): void => {
    if (voice.id !== undefined || !wanted) return;
    const id = voice.howl.play('loop');
    voice.id = id;
    voice.level = 0;
    voice.howl.once('play', () => join(stem, voice, id), id);
  };

  const voiceOf = (stem: Stem): Voice => {
    const known = voices.get(stem);
    if (known) return known;
    const voice: Voice = {
      level: 0,
      howl: new Howl({
        src: [...FILES[stem]],
        sprite: { loop: LOOP },
        volume: 0,
        onload: () => play(stem, voice),
        // Without a network now: asked for again when the music next changes.
        onloaderror: () => voices.delete(stem),
      }),
    };
    voices.set(stem, voice);
    return voice;
  };

  return {
    fadeTo: (volumes) => {
      wanted = volumes;
      for (const stem of STEMS) {
        if (volumes[stem] === 0 && !voices.has(stem)) continue;
        const voice = voiceOf(stem);
        if (voice.id !== undefined) fade(stem, voice);
        else if (voice.howl.state() === 'loaded') play(stem, voice);
      }
    },
    stop: () => {
      wanted = undefined;
      startedAt = undefined;
      for (const voice of voices.values()) {
        voice.howl.stop();
        delete voice.id;
      }
    },
    dispose: () => {
      for (const { howl } of voices.values()) howl.unload();
      voices.clear();
    },
  };
}
