import { createDice, hash32 } from '../domain/index.ts';
import type { QuizItem } from '../scenario/index.ts';
import { inAnyOrder } from './any-order.ts';

/** Ids in an order that only the seed decides; every order is as likely as any other. */
export function shuffled(ids: readonly string[], seed: string): readonly string[] {
  const dice = createDice(hash32(seed));
  return inAnyOrder(ids, (count) => dice.nextIndex(count));
}

/**
 * How the movable part of an item first stands: options to be ordered, never in their right order, and targets to be
 * matched. All other answers stand as in the file, where their order may mean something.
 */
export function displayOrder(
  item: Extract<QuizItem, { readonly type: 'order' | 'match' }>,
  seed: string,
): readonly string[] {
  if (item.type === 'match') return shuffled(item.targets, `${seed} ${item.id}`);
  const order = shuffled(
    item.options.map(({ id }) => id),
    `${seed} ${item.id}`,
  );
  const isKey = order.every((id, place) => id === item.key[place]);
  return isKey ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
