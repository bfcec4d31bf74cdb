// A run: intents in, frames out; log, undo, replay and save.
export { chanceOdds, drawAgendaEvent } from './chance.ts';
export {
  counterpartsAt,
  defaultPractice,
  KNOWLEDGE_LEVELS,
  type KnowledgeLevel,
  movePractice,
  type Practice,
  type PracticeOptions,
  practiceSetting,
  startPractice,
} from './practice.ts';
export { intentSchema, MAX_SEED, offerSchema, responseSchema } from './run-schema.ts';
export { openSave, parseSave, parseSaveText, type Replay, replay } from './save-codec.ts';
export { createSession, intentsOf } from './session.ts';
export {
  type Decision,
  type Frame,
  type RegionValues,
  type RunEffect,
  SAVE_FORMAT,
  type Save,
  type Session,
  type SessionOptions,
  type StoryState,
} from './session-api.ts';
