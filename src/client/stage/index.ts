// The drawn half of the game. Loaded late; the text game plays without it.
export { loadStage, mountStage, type Stage, type StageOptions } from './mount-stage.ts';
