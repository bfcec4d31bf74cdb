// Wires everything: loads, opens, saves, and hands each view model to the views.
export { createGame, type Game } from './game.ts';
export type { GamePorts } from './game-ports.ts';
export type { GameOptions } from './game-state.ts';
