// What author tools say about a scenario: all that can happen, and what bots make of it.
export type { BargainingStyle } from './bargaining-bot.ts';
export {
  type BargainingCell,
  type BargainingOptions,
  measureBargaining,
} from './bargaining-games.ts';
export { type DeadEnd, type Exploration, type ExploreOptions, explore } from './explore.ts';
export { botIntent, type Persona, parsePersona, personaOf, RANDOM_PERSONA } from './persona.ts';
export { playOut } from './play-run.ts';
export { type Lengths, type Plays, type PlaysOptions, simulatePlays, type TableShares } from './plays.ts';
export { measureReach, type Reach, type ReachOptions, type SceneReach } from './reach.ts';
export { type Sensitivity, type SensitivityOptions, sensitivity } from './sensitivity.ts';
export { type PairTrial, type SceneTrial, type TrialOptions, tryChoices } from './trials.ts';
export { judgeDominance, judgeImpact, type Unjudged } from './verdicts.ts';
