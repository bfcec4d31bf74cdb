import type { Message, Problem } from '../../core/domain/index.ts';
import type { PlayView, SettingsView } from '../../core/view-model/index.ts';
import type { Audio } from '../audio/index.ts';

/** Keeps the sound beside the game: loads it after the first gesture, when some is wanted, and never before. */
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
  let state: 'no-gesture' | 'ready' | 'asked' = 'no-gesture';
  let last: { play: PlayView | undefined; settings: SettingsView; isMotionReduced: boolean } | undefined;
  /** The frame whose sounds have been played, or are not to be. */
  let heard: PlayView | undefined;

  const start = async (): Promise<void> => {
    if (state !== 'ready' || !last || !(last.settings.music || last.settings.sound)) return;
    state = 'asked';
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
    state = 'ready';
    // What the page showed before was silent, and stays so.
    heard = last?.play;
    void start();
  };
  window.addEventListener('pointerdown', onGesture);
  window.addEventListener('keydown', onGesture);

  const apply = (): void => {
    if (!audio || !last) return;
    const { play, settings, isMotionReduced } = last;
    // Who wants less motion is spared the ticking too.
    audio.setTicking(settings.ticking && !isMotionReduced);
    if (play) audio.setPressure(play.pressure);
    audio.setMusic(settings.music && play !== undefined);
    audio.setSound(settings.sound);
    if (!play || play === heard) return;
    heard = play;
    audio.play(play.cues);
  };

  return {
    show: (play, settings, isMotionReduced) => {
      // The same frame in another language is no step.
      if (play && last?.play && last.play === heard && play.language !== last.play.language) heard = play;
      last = { play, settings, isMotionReduced };
      apply();
      void start();
    },
  };
}
