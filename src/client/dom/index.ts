// The whole game as text: pure views of the view model that emit intents.

export { loadTableRoom } from './load-table-room.ts';
export type { EmblemArt, FigureArt, IconArt } from './parts/art-data.ts';
export type { DomEnv, TableRoom } from './parts/env.ts';
export { renderShell } from './render-shell.tsx';
