import { unreachable } from '../domain/index.ts';
import { displayOrder, isList, isPairs, isRight, type QuizAnswer, type QuizResponse } from '../quiz/index.ts';
import { type QuizItem, quizOptions, type Scenario, type ScenarioTexts } from '../scenario/index.ts';
import { type Footnotes, parseProse } from './prose.ts';
import { presentPicture } from './quiz-picture-view.ts';
import type { QuizItemView, QuizOptionView, QuizTaskView } from './quiz-types.ts';

/** What an item is shown with. */
export interface QuizPresenting {
  readonly scenario: Scenario;
  readonly texts: ScenarioTexts;
  readonly footnotes: Footnotes;
  /** Decides how the movable part of an item first stands. */
  readonly seed: string;
  readonly isExplained: boolean;
  /** Missing while the question is open, and for one that was skipped. */
  readonly answer?: QuizAnswer | undefined;
}

/** An item as it is asked, or as it is explained. */
export function presentQuizItem(item: QuizItem, presenting: QuizPresenting): QuizItemView {
  const { scenario, texts, footnotes, isExplained } = presenting;
  const answer = isExplained ? presenting.answer : undefined;
  const picture = presentPicture(scenario, texts, item);
  return {
    item: item.id,
    type: item.type,
    stem: parseProse(texts.quiz[item.id]?.stem ?? '', footnotes),
    task: presentTask(item, presenting, answer?.response),
    ...(picture ? { picture } : {}),
    state: isExplained ? (answer ? 'explained' : 'skipped') : 'question',
    ...(answer ? { isCorrect: isRight(item, answer.response), confidence: answer.confidence } : {}),
    facts: isExplained ? item.facts : [],
  };
}

function presentTask(
  item: QuizItem,
  { texts, footnotes, seed, isExplained }: QuizPresenting,
  response: QuizResponse | undefined,
): QuizTaskView {
  const words = texts.quiz[item.id];
  const prose = (text: string | undefined) => parseProse(text ?? '', footnotes);
  const optionView = (id: string, marks: Pick<QuizOptionView, 'isKey' | 'isChosen'>): QuizOptionView => ({
    id,
    text: prose(words?.options[id]?.text),
    ...(isExplained ? { why: prose(words?.options[id]?.why), ...marks } : {}),
  });
  const list = isList(response) ? response : [];
  const pairs = isPairs(response) ? response : {};
  switch (item.type) {
    case 'single':
    case 'truth':
    case 'kind':
      return {
        kind: 'choice',
        options: quizOptions(item).map(({ id }) =>
          optionView(id, { isKey: id === item.key, isChosen: id === response }),
        ),
      };
    case 'veto':
      return {
        kind: 'marks',
        options: item.options.map(({ id }) =>
          optionView(id, { isKey: item.key.includes(id), isChosen: list.includes(id) }),
        ),
      };
    case 'order': {
      const order = isExplained ? item.key : displayOrder(item, seed);
      return {
        kind: 'order',
        options: order.map((id, place) => {
          const chosen = list.indexOf(id);
          const option = optionView(id, { isKey: true, isChosen: chosen === place });
          if (!isExplained) return option;
          return { ...option, keyPlace: place + 1, ...(chosen < 0 ? {} : { chosenPlace: chosen + 1 }) };
        }),
      };
    }
    case 'match':
      return {
        kind: 'match',
        options: item.options.map(({ id }) => {
          const [key = '', chosen] = [item.key[id], pairs[id]];
          const option = optionView(id, { isKey: true, isChosen: key === chosen });
          if (!isExplained) return option;
          return { ...option, keyTarget: key, ...(chosen === undefined ? {} : { chosenTarget: chosen }) };
        }),
        targets: displayOrder(item, seed).map((id) => ({ id, text: words?.targets[id] ?? id })),
      };
    case 'estimate':
      return {
        kind: 'estimate',
        ...item.range,
        unit: words?.unit ?? '',
        ...(isExplained ? { key: item.key, tolerance: item.tolerance, why: prose(words?.why) } : {}),
        ...(typeof response === 'number' ? { chosen: response } : {}),
      };
    default:
      return unreachable(item);
  }
}
