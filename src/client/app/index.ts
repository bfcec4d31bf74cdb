// Wires everything: loads, opens, saves, and hands each view model to the views.
export { createGame, type Game, type GameOptions, type GamePorts } from './game.ts';
