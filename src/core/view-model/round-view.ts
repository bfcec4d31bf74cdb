import type { Language } from '../domain/index.ts';
import {
  CONFIDENCES,
  type EnteredCode,
  isRight,
  isTest,
  normalisedGain,
  openItems,
  type QuizDiary,
  type Round,
  sourceItems,
  wrongItems,
} from '../quiz/index.ts';
import type { QuizItem, Scenario } from '../scenario/index.ts';
import { factView } from './notebook-view.ts';
import { createFootnotes } from './prose.ts';
import { presentQuizItem } from './quiz-item-view.ts';
import { presentRetest } from './retest-view.ts';
import type { QuizOfferView, RoundSetupView, RoundView } from './round-types.ts';
import { textsOf } from './run-history.ts';

/** What is remembered: the diary, and a code that was typed in. */
interface RoundMemory {
  readonly diary: QuizDiary;
  readonly entered: EnteredCode | undefined;
}

export type PresentRound = typeof presentRound;
export type PresentRoundSetup = typeof presentRoundSetup;

/** The page on which a round is chosen. */
export function presentRoundSetup(
  scenario: Scenario,
  language: Language,
  { offer, diary, entered }: { readonly offer: QuizOfferView } & RoundMemory,
): RoundSetupView {
  const { topics } = textsOf(scenario, language).manifest;
  return {
    stage: 'setup',
    topics: scenario.manifest.topics.map((id) => ({
      id,
      name: topics[id] ?? id,
      count: openItems(scenario).filter(({ topic }) => topic === id).length,
    })),
    sourceCount: sourceItems(scenario).length,
    offer,
    ...(entered ? { retest: presentRetest(scenario, entered, diary.tests.post) } : {}),
  };
}

/** A round as it stands: a question, its explanation, or the review. */
export function presentRound(
  scenario: Scenario,
  language: Language,
  { round, diary: { tests }, entered }: { readonly round: Round } & RoundMemory,
): RoundView {
  const texts = textsOf(scenario, language);
  const footnotes = createFootnotes();
  const viewOf = (item: QuizItem, isExplained: boolean) =>
    presentQuizItem(item, {
      scenario,
      texts,
      footnotes,
      seed: `${round.seed}`,
      isExplained,
      answer: round.answers[item.id],
    });
  const notes = () => footnotes.cited().flatMap((id) => factView(scenario, texts, id) ?? []);
  const itemOf = (id: string | undefined) => scenario.quiz.find((item) => item.id === id);
  const { kind, items, answers, place, stage } = round;
  const isCorrect = (id: string) => {
    const [item, answer] = [itemOf(id), answers[id]];
    return item !== undefined && answer !== undefined && isRight(item, answer.response);
  };
  const current = itemOf(items[place]);
  if (stage !== 'review' && current) {
    const answered = items.slice(0, stage === 'explained' ? place + 1 : place).filter((id) => answers[id]);
    const quiz = viewOf(current, stage === 'explained');
    return {
      stage: 'question',
      kind,
      number: place + 1,
      count: items.length,
      isTest: isTest(kind),
      quiz: { ...quiz, history: answered.map((item) => ({ item, isCorrect: isCorrect(item) })) },
      footnotes: stage === 'explained' ? notes() : [],
    };
  }
  const missed = wrongItems(scenario, round);
  const shown = isTest(kind) ? items : missed;
  const explained = shown.flatMap((id) => {
    const item = itemOf(id);
    return item ? [viewOf(item, true)] : [];
  });
  const { pre, post } = tests;
  const percent = pre && post ? normalisedGain(pre, post) : undefined;
  return {
    stage: 'review',
    kind,
    right: items.filter(isCorrect).length,
    count: items.length,
    skipped: items.filter((id) => !answers[id]).length,
    calibration: CONFIDENCES.toReversed().flatMap((level) => {
      const own = items.filter((id) => answers[id]?.confidence === level);
      const right = own.filter(isCorrect).length;
      return own.length === 0 ? [] : [{ level, right, wrong: own.length - right }];
    }),
    explained,
    missed,
    ...(kind === 'post' && pre && post
      ? { gain: { pre, post, ...(percent === undefined ? {} : { percent: Math.round(percent * 100) }) } }
      : {}),
    ...(kind === 'post' && entered ? { retest: presentRetest(scenario, entered, post) } : {}),
    footnotes: notes(),
  };
}
