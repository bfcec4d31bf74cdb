import { unreachable } from '../domain/index.ts';
import { type QuizItem, quizOptions } from '../scenario/index.ts';
import { inAnyOrder } from './any-order.ts';

/**
 * What the player answers. The type of the item says which form: an option id; a number; option ids in order or as
 * a set; the target id by option id.
 */
export type QuizResponse = string | number | readonly string[] | Readonly<Record<string, string>>;

/** How sure the player is before the answer is shown. */
export const CONFIDENCES = ['guess', 'fairly-sure', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What the player answered to a quiz item. */
export interface QuizAnswer {
  readonly response: QuizResponse;
  readonly confidence: Confidence;
}

/** Sums of decimals differ in the last digits; the edge of the tolerance is right. */
const ROUNDING = 1e-9;

/** True when the response is an answer to this item at all: right or wrong, it may stand in a log. */
export function isResponseTo(item: QuizItem, response: QuizResponse): boolean {
  const ids = quizOptions(item).map(({ id }) => id);
  switch (item.type) {
    case 'single':
    case 'truth':
    case 'kind':
      return typeof response === 'string' && ids.includes(response);
    case 'order':
      return isList(response) && response.length === ids.length && isSetOf(response, ids);
    case 'veto':
      return isList(response) && response.length > 0 && isSetOf(response, ids);
    case 'estimate':
      return typeof response === 'number' && response >= item.range.min && response <= item.range.max;
    case 'match': {
      const { targets } = item;
      return (
        isPairs(response) &&
        isSetOf(Object.keys(response), ids) &&
        Object.keys(response).length === ids.length &&
        Object.values(response).every((target) => targets.includes(target))
      );
    }
    default:
      return unreachable(item);
  }
}

/** Right or wrong: the one place that says so. What is no answer to the item is wrong. */
export function isRight(item: QuizItem, response: QuizResponse): boolean {
  if (!isResponseTo(item, response)) return false;
  switch (item.type) {
    case 'single':
    case 'truth':
    case 'kind':
      return response === item.key;
    case 'order':
      return isList(response) && item.key.every((id, place) => response[place] === id);
    case 'veto':
      return isList(response) && response.length === item.key.length && isSetOf(response, item.key);
    case 'estimate':
      return typeof response === 'number' && Math.abs(response - item.key) <= item.tolerance + ROUNDING;
    case 'match':
      return (
        isPairs(response) && Object.entries(item.key).every(([option, target]) => response[option] === target)
      );
    default:
      return unreachable(item);
  }
}

/**
 * An answer by chance. `nextIndex(count)` gives an integer from 0 to `count` - 1; all answers of a list of options
 * are equally likely.
 */
export function guessResponse(item: QuizItem, nextIndex: (count: number) => number): QuizResponse {
  const pick = (list: readonly string[]) => (list.length > 1 ? list[nextIndex(list.length)] : list[0]) ?? '';
  switch (item.type) {
    case 'single':
    case 'truth':
    case 'kind':
      return pick(quizOptions(item).map(({ id }) => id));
    case 'order':
      return inAnyOrder(
        item.options.map(({ id }) => id),
        nextIndex,
      );
    case 'veto': {
      const ids = item.options.map(({ id }) => id);
      const chosen = ids.filter(() => nextIndex(2) === 1);
      return chosen.length > 0 ? chosen : [pick(ids)];
    }
    case 'estimate': {
      const { min, max, step } = item.range;
      return min + step * nextIndex(Math.floor((max - min) / step + ROUNDING) + 1);
    }
    case 'match':
      return Object.fromEntries(item.options.map(({ id }) => [id, pick(item.targets)]));
    default:
      return unreachable(item);
  }
}

/** Of an item that is put in order, or several options of which are marked. */
export function isList(response: QuizResponse | undefined): response is readonly string[] {
  return Array.isArray(response);
}

/** Of an item that is matched: the target by option. */
export function isPairs(response: QuizResponse | undefined): response is Readonly<Record<string, string>> {
  return typeof response === 'object' && !Array.isArray(response);
}

/** Each of the ids at most once, and no other. */
function isSetOf(response: readonly string[], ids: readonly string[]): boolean {
  return new Set(response).size === response.length && response.every((id) => ids.includes(id));
}
