import { addDays } from '../../domain/index.ts';
import { isRight, openItems, type QuizAnswer, type QuizDiary, tallyOf, toRepeat } from '../../quiz/index.ts';
import type { QuizItem } from '../../scenario/index.ts';
import { factView, presentNotebook } from '../notebook-view.ts';
import { createFootnotes } from '../prose.ts';
import { presentQuizItem } from '../quiz-item-view.ts';
import type { QuizItemView } from '../quiz-types.ts';
import { formItems, presentRetest, presentTest } from '../retest-view.ts';
import type { Presenting } from '../run-history.ts';
import type { LearningKnown, LearningView, MissedView, ObjectiveView } from './learning-types.ts';

/** A test is of use again when there was time to forget (`negotiation.md` 4.3). */
const RETEST_DAYS = 7;
/** A round is meant to be short. */
const MAX_ASKED = 10;

type Answers = Readonly<Record<string, QuizAnswer>>;

/** What the player has learnt, as far as questions show it. */
export function presentLearning(present: Presenting, { diary, code, entered }: LearningKnown): LearningView {
  const { scenario, texts, frame } = present;
  const { pre, post } = diary.tests;
  const forms = { pre: formItems(scenario, 'pre'), post: formItems(scenario, 'post') };
  const answers = frame.context.quizAnswers;
  const footnotes = createFootnotes();
  const missedIn = (from: MissedView['from'], items: readonly QuizItem[], given: Answers) =>
    items
      .filter((item) => !isAnsweredRight(item, given))
      .map((item): MissedView => {
        const answer = given[item.id];
        const seed = 'run';
        const due = from === 'run' ? diary.items[item.id]?.due : undefined;
        return {
          from,
          quiz: presentQuizItem(item, { scenario, texts, footnotes, seed, isExplained: true, answer }),
          ...(due === undefined ? {} : { due }),
        };
      });
  const ranked = toRepeat(scenario.quiz, answers, scenario.quiz.length).flatMap((id) =>
    scenario.quiz.filter((item) => item.id === id),
  );
  const inRun = missedIn('run', ranked, answers);
  const missed = [
    ...inRun,
    ...(pre?.answers ? missedIn('pre', forms.pre, pre.answers) : []),
    ...(post?.answers ? missedIn('post', forms.post, post.answers) : []),
  ];
  const { facts, unmet } = presentNotebook({ ...present, footnotes: createFootnotes() });
  const met = new Set(facts.map(({ id }) => id));
  const ask = openItems(scenario).filter(
    (item) => answers[item.id] === undefined && item.facts.every((id) => met.has(id)),
  );
  return {
    hasTests: forms.post.length > 0,
    ...(pre ? { pre: presentTest(scenario, 'pre', pre) } : {}),
    ...(post ? { post: presentTest(scenario, 'post', post) } : {}),
    objectives: presentObjectives(forms, diary),
    hasAnswers: [answers, pre?.answers, post?.answers].some((given) => Object.keys(given ?? {}).length > 0),
    missed,
    repeat: inRun.map(({ quiz }) => quiz.item),
    ...(code === undefined ? {} : { code }),
    ...(post?.day === undefined ? {} : { retestFrom: addDays(post.day, RETEST_DAYS) }),
    ...(entered ? { retest: presentRetest(scenario, entered, post) } : {}),
    facts: { met: facts.length, all: facts.length + unmet.length },
    ask: ask.slice(0, MAX_ASKED).map(({ id }) => id),
    terms: termsIn(missed.map(({ quiz }) => quiz)).flatMap((id) => {
      const words = texts.glossary[id];
      return words ? [{ id, term: words.term }] : [];
    }),
    footnotes: footnotes.cited().flatMap((id) => factView(scenario, texts, id) ?? []),
  };
}

function isAnsweredRight(item: QuizItem, answers: Answers): boolean {
  const answer = answers[item.id];
  return answer !== undefined && isRight(item, answer.response);
}

function presentObjectives(
  forms: Readonly<Record<'pre' | 'post', readonly QuizItem[]>>,
  { tests }: QuizDiary,
): LearningView['objectives'] {
  const tally = (form: 'pre' | 'post', objective: string) => {
    const answers = tests[form]?.answers;
    const items = forms[form].filter((item) => item.objective === objective);
    return answers && items.length > 0 ? { [form]: tallyOf(items, answers) } : {};
  };
  const objectives = new Set([...forms.pre, ...forms.post].map(({ objective }) => objective));
  return [...objectives]
    .toSorted()
    .map(
      (objective): ObjectiveView => ({ objective, ...tally('pre', objective), ...tally('post', objective) }),
    )
    .filter(({ pre, post }) => pre ?? post);
}

/** Terms that the words of questions and answers explain by a mark, each once. */
function termsIn(items: readonly QuizItemView[]): readonly string[] {
  const proses = items.flatMap(({ stem, task }) =>
    task.kind === 'estimate'
      ? [stem, task.why ?? []]
      : [stem, ...task.options.flatMap(({ text, why = [] }) => [text, why])],
  );
  return [...new Set(proses.flat().flatMap((segment) => (segment.kind === 'term' ? [segment.term] : [])))];
}
