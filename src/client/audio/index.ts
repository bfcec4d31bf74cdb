// Music that follows the days left, and sounds with their words. The only room that knows Howler.
export { type Audio, type AudioOptions, createAudio } from './audio.ts';
