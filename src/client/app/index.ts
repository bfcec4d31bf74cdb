// Wires everything: loads, opens, saves, and hands each view model to the views.
export { createGame, type Game, type GamePorts } from './game.ts';
export type { GameOptions } from './game-state.ts';
