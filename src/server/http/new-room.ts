import type { NewRoom } from '../rooms/room-keeper.ts';
import type { ScenarioShelf } from '../scenario-shelf.ts';

/** What a teacher's device asks for, when there is such a scenario. */
export async function parseNewRoom(value: unknown, shelf: ScenarioShelf): Promise<NewRoom | undefined> {
  if (typeof value !== 'object' || value === null) return undefined;
  const { scenario: id, tier, seed, language } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof tier !== 'string' || typeof language !== 'string') return undefined;
  if (seed !== undefined && !isSeed(seed)) return undefined;
  const shelved = await shelf.find(id);
  return shelved && { scenario: shelved.scenario, tier, language, ...(seed === undefined ? {} : { seed }) };
}

function isSeed(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
