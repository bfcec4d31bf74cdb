import type { QuizItem, Scenario } from '../scenario/index.ts';
import { dueItems, type QuizDiary } from './diary.ts';
import { shuffled } from './display-order.ts';

/**
 * What a round is for: `free` by topic and length, `pre` and `post` are the forms of the manifest, `due` brings back
 * what is due on this device, `sources` asks what a source is worth, `again` repeats named items.
 */
export type RoundKind = 'free' | 'pre' | 'post' | 'due' | 'sources' | 'again';

/** What the player wants of a round. */
export interface RoundChoice {
  readonly kind: RoundKind;
  /** Topics of a free round; none stands for all. */
  readonly topics?: readonly string[];
  /** Of a free round at most so many items; all when missing. */
  readonly length?: number;
  /** Items of a round that repeats. */
  readonly items?: readonly string[];
}

/** Topic and objective of the criticism of sources. */
const SOURCES_TOPIC = 'sources';
const SOURCES_OBJECTIVE = 'LO6';

/** Items of rounds that the player chooses. Those of the two tests are kept for the tests. */
export function openItems({ quiz, manifest: { tests } }: Scenario): readonly QuizItem[] {
  const kept = new Set([...tests.pre, ...tests.post]);
  return quiz.filter(({ id }) => !kept.has(id));
}

/** Items about what a source is worth: a topic of their own, or else what the objective asks with a choice. */
export function sourceItems(scenario: Scenario): readonly QuizItem[] {
  const open = openItems(scenario);
  return scenario.manifest.topics.includes(SOURCES_TOPIC)
    ? open.filter(({ topic }) => topic === SOURCES_TOPIC)
    : open.filter(
        ({ objective, type }) => objective === SOURCES_OBJECTIVE && (type === 'kind' || type === 'single'),
      );
}

/** Ids of the items of a round, in the order in which they are asked. The day is ISO. */
export function choiceOf(
  scenario: Scenario,
  { kind, topics = [], length, items = [] }: RoundChoice,
  { seed, diary, today }: { readonly seed: number; readonly diary: QuizDiary; readonly today: string },
): readonly string[] {
  const idsOf = (list: readonly QuizItem[]) =>
    shuffled(
      list.map(({ id }) => id),
      `${seed} ${kind}`,
    );
  const known = new Set(scenario.quiz.map(({ id }) => id));
  switch (kind) {
    case 'free': {
      const wanted = openItems(scenario).filter(
        ({ topic = '' }) => topics.length === 0 || topics.includes(topic),
      );
      return idsOf(wanted).slice(0, length ?? wanted.length);
    }
    case 'pre':
    case 'post':
      return scenario.manifest.tests[kind];
    case 'due':
      return dueItems(diary, today).filter((id) => known.has(id));
    case 'sources':
      return idsOf(sourceItems(scenario));
    case 'again':
      return items.filter((id) => known.has(id));
  }
}
