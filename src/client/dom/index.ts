// The whole game as text: pure views of the view model that emit intents.
export type { EmblemArt, FigureArt, IconArt } from './parts/art-data.ts';
export type { DomEnv } from './parts/env.ts';
export { renderShell } from './render-shell.tsx';
