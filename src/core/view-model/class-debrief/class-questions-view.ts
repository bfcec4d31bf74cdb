import type { SummaryQuestion } from '../../classroom/index.ts';
import { isList, isPairs, isRight, type QuizResponse } from '../../quiz/index.ts';
import { type QuizItem, quizOptions, type Scenario, type ScenarioTexts } from '../../scenario/index.ts';
import { plainText } from '../prose.ts';
import type { CertaintyView, ClassAnswerView, ClassQuestionView } from './class-debrief-types.ts';

/** Of questions with many possible answers. */
const MAX_ANSWERS = 5;

/** How a class has answered a question; nothing for one that the scenario does not have. */
export function presentClassQuestion(
  { quiz }: Scenario,
  texts: ScenarioTexts,
  { item: id, where, answers, right, counts, sure }: SummaryQuestion,
): readonly ClassQuestionView[] {
  const item = quiz.find((candidate) => candidate.id === id);
  if (!item) return [];
  const isChoice = item.type === 'single' || item.type === 'truth' || item.type === 'kind';
  const given = Object.entries(counts).map(([json, count]) => ({ response: responseIn(json), count }));
  const shown = isChoice
    ? quizOptions(item).map((option) => ({
        response: option.id,
        count: given.find(({ response }) => response === option.id)?.count ?? 0,
      }))
    : given.toSorted((a, b) => b.count - a.count).slice(0, MAX_ANSWERS);
  const most = Math.max(
    0,
    ...shown.filter(({ response }) => !isRight(item, response)).map(({ count }) => count),
  );
  const options = shown.map(({ response, count }): ClassAnswerView => {
    const right = isRight(item, response);
    return {
      id: JSON.stringify(response),
      label: wordsOf(item, texts, response),
      count,
      percent: answers === 0 ? 0 : Math.round((count / answers) * 100),
      isRight: right,
      isMain: !right && count > 0 && count === most,
      ...behind(item, texts, response),
    };
  });
  return [
    {
      key: `${where} ${id}`,
      where,
      stem: plainText(texts.quiz[id]?.stem ?? id),
      answers,
      right,
      percent: answers === 0 ? 0 : Math.round((right / answers) * 100),
      options,
      ...(sure && {
        certainty: {
          sureRight: sure.right,
          guessedRight: right - sure.right,
          sureWrong: sure.wrong,
          guessedWrong: answers - right - sure.wrong,
        },
      }),
    },
  ];
}

/** Undefined where nothing was answered. */
export function addCertainty(list: readonly CertaintyView[]): CertaintyView | undefined {
  const sum = (key: keyof CertaintyView) => list.reduce((total, each) => total + each[key], 0);
  const all = {
    sureRight: sum('sureRight'),
    guessedRight: sum('guessedRight'),
    sureWrong: sum('sureWrong'),
    guessedWrong: sum('guessedWrong'),
  };
  return Object.values(all).some((count) => count > 0) ? all : undefined;
}

/** What the scenario says of an answer: why it is right or wrong, and which misconception it stands for. */
function behind(
  item: QuizItem,
  texts: ScenarioTexts,
  response: QuizResponse,
): Pick<ClassAnswerView, 'why' | 'misconception'> {
  if (typeof response !== 'string') return {};
  const why = texts.quiz[item.id]?.options[response]?.why;
  const option = quizOptions(item).find(({ id }) => id === response);
  const ofItem = item.type === 'truth' && response !== item.key ? item.misconception : undefined;
  const misconception = option?.misconception ?? ofItem;
  return {
    ...(why === undefined ? {} : { why: plainText(why) }),
    ...(misconception === undefined ? {} : { misconception }),
  };
}

/** An answer as it was given. */
function wordsOf(item: QuizItem, texts: ScenarioTexts, response: QuizResponse): string {
  const words = texts.quiz[item.id];
  const option = (id: string) => plainText(words?.options[id]?.text ?? id);
  if (isList(response)) return response.map(option).join(item.type === 'order' ? ' → ' : ', ');
  if (isPairs(response))
    return Object.entries(response)
      .map(([id, target]) => `${option(id)}: ${words?.targets[target] ?? target}`)
      .join('; ');
  return typeof response === 'number' ? `${response} ${words?.unit ?? ''}`.trim() : option(response);
}

function responseIn(json: string): QuizResponse {
  try {
    // Written by the room of what it had checked; whatever else it is, is no answer and wrong.
    return JSON.parse(json) as QuizResponse;
  } catch {
    return json;
  }
}
