// Keeps runs and settings on this device: in the browser's database, or in memory where that is blocked.
export {
  createMemoryStore,
  type MemoryTopic,
  openRunStore,
  type RunStore,
  type RunSummary,
  type StoredRun,
  type StoredValue,
} from './run-store.ts';
