import { Howl } from 'howler';
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
const LOOP: [number, number, boolean] = [1000, 38_400, true];
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
}

export function createMusic(): Music {
  const voices = new Map<Stem, Voice>();
  let wanted: Readonly<Record<Stem, number>> | undefined;

  const level = (stem: Stem) => (wanted?.[stem] ?? 0) * LOUDNESS;

  const play = (stem: Stem, voice: Voice): void => {
    if (voice.id !== undefined || !wanted) return;
    const lead = [...voices.values()].find(({ howl, id }) => id !== undefined && howl.playing(id));
    const id = voice.howl.play('loop');
    voice.id = id;
    if (lead?.id !== undefined) voice.howl.seek(lead.howl.seek(lead.id), id);
    voice.howl.volume(0, id);
    voice.howl.fade(0, level(stem), FADE_MS, id);
  };

  const voiceOf = (stem: Stem): Voice => {
    const known = voices.get(stem);
    if (known) return known;
    const voice: Voice = {
      howl: new Howl({
        src: [...FILES[stem]],
        sprite: { loop: LOOP },
        onload: () => play(stem, voice),
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
        if (voice.id === undefined) {
          if (voice.howl.state() === 'loaded') play(stem, voice);
        } else voice.howl.fade(voice.howl.volume(voice.id) as number, level(stem), FADE_MS, voice.id);
      }
    },
    stop: () => {
      wanted = undefined;
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
