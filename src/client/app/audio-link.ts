import type { Message, Problem } from '../../core/domain/index.ts';
import type { PlayView, SettingsView } from '../../core/view-model/index.ts';
import type { Audio } from '../audio/index.ts';

/** Keeps the sound beside the game: loads it after the first gesture and never before. */
export interface AudioLink {
  show(play: PlayView | undefined, settings: SettingsView, isMotionReduced: boolean): void;
}

export interface AudioLinkOptions {
  readonly window: Window;
  readonly report: (problem: Problem) => void;
  readonly caption: (message: Message | undefined) => void;
}

export function createAudioLink({ window, report, caption }: AudioLinkOptions): AudioLink {
  let audio: Audio | undefined;
  let last: { play: PlayView | undefined; settings: SettingsView; isMotionReduced: boolean } | undefined;
  let heard: PlayView | undefined;

  const start = async (): Promise<void> => {
    try {
      const { createAudio } = await import('../audio/index.ts');
      audio = createAudio({
        onCaption: caption,
        onUnavailable: () => report({ code: 'audio-unavailable', path: '', message: 'no audio output' }),
      });
      apply();
    } catch (error) {
      report({ code: 'audio-unavailable', path: '', message: String(error) });
    }
  };
  // Browsers start sound only after a gesture; so the files are not even fetched before one.
  const onGesture = () => {
    window.removeEventListener('pointerdown', onGesture);
    window.removeEventListener('keydown', onGesture);
    void start();
  };
  window.addEventListener('pointerdown', onGesture);
  window.addEventListener('keydown', onGesture);

  const apply = (): void => {
    if (!audio || !last) return;
    const { play, settings, isMotionReduced } = last;
    audio.setReducedMotion(isMotionReduced);
    audio.setMusic(settings.music && play !== undefined);
    audio.setSound(settings.sound);
    if (!play) return;
    audio.setPressure(play.pressure);
    if (play === heard) return;
    heard = play;
    for (const cue of play.cues) audio.play(cue);
  };

  return {
    show: (play, settings, isMotionReduced) => {
      last = { play, settings, isMotionReduced };
      apply();
    },
  };
}
