// The scenario format: what author files may say, and the checked scenario that comes out.
export { type Effect, effectSchema } from './effect.ts';
export { type Gate, gateSchema } from './gate.ts';
export type * from './scenario.ts';
export * from './schema.ts';
export { sceneTextSchema, textSchemas } from './text-schema.ts';
