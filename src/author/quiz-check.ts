import type { Problem } from '../core/domain/index.ts';
import type { QuizItem, Scenario, ScenarioTexts } from '../core/scenario/index.ts';
import { plainText } from '../core/view-model/index.ts';

// How quiz items are worded (`negotiation.md` 4.3 and Q12, after Haladyna, Downing and Rodriguez 2002).

/** "All of the above" and its like, in the languages that are known here. */
const CATCH_ALL: Readonly<Record<string, RegExp>> = {
  de: /\b(alle|keine|nichts|beide)\b[^.]*\b(davon|genannten?|obigen|oben|Antworten)\b/i,
  en: /\b(all|none|both|neither)\b of (the |these |those )?(above|answers|options|these|them)\b/i,
};
/** A negation that is not written in capitals is overlooked. */
const NEGATION: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})([Nn]icht|[Kk]ein(e[mnrs]?)?|[Nn]iemals|[Nn]ie)(?!\p{L})/u,
  en: /(?<!\p{L})([Nn]ot|[Nn]ever|[Cc]annot|\p{L}+n['’]t)(?!\p{L})/u,
};
/** Up to this many letters a key may be as long as it likes: a name is no give-away. */
const SHORT_KEY = 25;
const MAX_KEY_RATIO = 1.3;
/** From so many single items on, the place of the key is a statistic. */
const BANK_FOR_PLACES = 20;
/** From so many items on, the bank is meant to cover every learning objective. */
const BANK_FOR_OBJECTIVES = 40;
const MIN_PER_OBJECTIVE = 5;
const OBJECTIVES = ['LO1', 'LO2', 'LO3', 'LO4', 'LO5', 'LO6', 'LO7', 'LO8'];
/** Chi-square at 5 % for 2 and 3 degrees of freedom: three or four places. */
const CRITICAL: Readonly<Record<number, number>> = { 3: 5.99, 4: 7.81 };

/** What gives the answer of an item away, or makes it hard to read; and how well the bank is balanced. */
export function quizProblems(scenario: Scenario): readonly Problem[] {
  const worded = scenario.manifest.languages.flatMap((language) => {
    const texts = scenario.texts[language];
    if (!texts) return [];
    const items = scenario.quiz.flatMap((item) => wordProblems(item, texts, language));
    return [...items, ...kindWordProblems(scenario, texts, language)];
  });
  return [
    ...worded,
    ...citationProblems(scenario),
    ...placeProblems(scenario),
    ...objectiveProblems(scenario),
  ];
}

function wordProblems(item: QuizItem, texts: ScenarioTexts, language: string): readonly Problem[] {
  const words = texts.quiz[item.id];
  if (!words) return [];
  const problems: Problem[] = [];
  const add = (code: string, path: string, message: string) =>
    void problems.push({ code, file: `quiz/${item.id}.${language}.yaml`, path, message });
  for (const [id, { text }] of Object.entries(words.options)) {
    if (CATCH_ALL[language]?.test(text))
      add(
        'catch-all-option',
        `options.${id}.text`,
        'Such an option tests logic, not knowledge. Say something.',
      );
  }
  // The words of somebody else stay as they are.
  const negation = item.type === 'kind' ? undefined : NEGATION[language]?.exec(words.stem)?.[0];
  if (negation !== undefined)
    add(
      'unmarked-negation',
      'stem',
      `"${negation}" is easily overlooked. Ask without it, or write ${negation.toUpperCase()}.`,
    );
  if (item.type === 'single') {
    const lengthOf = (id: string) => plainText(words.options[id]?.text ?? '').length;
    const key = lengthOf(item.key);
    const other = Math.max(...item.options.filter(({ id }) => id !== item.key).map(({ id }) => lengthOf(id)));
    if (key > SHORT_KEY && key > other * MAX_KEY_RATIO)
      add(
        'long-key',
        `options.${item.key}.text`,
        `The right option has ${key} letters, the longest other ${other}: its length gives it away. Shorten it.`,
      );
  }
  return problems;
}

/** The three answers are the same words in every item of this type. */
function kindWordProblems({ quiz }: Scenario, texts: ScenarioTexts, language: string): readonly Problem[] {
  const items = quiz.filter(({ type }) => type === 'kind');
  const wordsOf = (item: QuizItem, id: string) => texts.quiz[item.id]?.options[id]?.text;
  return ['fact', 'report', 'claim'].flatMap((id) => {
    const first = items.map((item) => wordsOf(item, id)).find((text) => text !== undefined);
    return items
      .filter((item) => (wordsOf(item, id) ?? first) !== first)
      .map((item) => ({
        code: 'kind-words',
        file: `quiz/${item.id}.${language}.yaml`,
        path: `options.${id}.text`,
        message: `Other items call this answer "${first}". Use the same words in all of them.`,
      }));
  });
}

/** The texts of an item cite exactly the facts that its structure file lists. */
function citationProblems({ quiz, manifest, texts }: Scenario): readonly Problem[] {
  const [first = ''] = manifest.languages;
  return quiz.flatMap(({ id, facts }) => {
    const words = texts[first]?.quiz[id];
    if (!words) return [];
    const cited = new Set(
      [...JSON.stringify(words).matchAll(/\[(F-[A-Z]+-\d{2})\]/g)].map(([, fact = '']) => fact),
    );
    const unlisted = [...cited].filter((fact) => !facts.includes(fact));
    const unused = facts.filter((fact) => !cited.has(fact));
    const file = `quiz/${id}.yaml`;
    return [
      ...unlisted.map((fact) => ({
        code: 'unlisted-fact',
        file,
        path: 'facts',
        message: `Fact ${fact} is cited in the texts but not listed here. Add it to "facts".`,
      })),
      ...unused.map((fact) => ({
        code: 'unused-evidence',
        file,
        path: 'facts',
        message: `Fact ${fact} is listed, but no text of the item has a mark [${fact}].`,
      })),
    ];
  });
}

/** Who always takes the same place must not do better than by chance. */
function placeProblems({ quiz }: Scenario): readonly Problem[] {
  const single = quiz.filter((item) => item.type === 'single');
  if (single.length < BANK_FOR_PLACES) return [];
  return [3, 4].flatMap((count) => {
    const places = single
      .filter(({ options }) => options.length === count)
      .map(({ options, key }) => options.findIndex(({ id }) => id === key));
    const expected = places.length / count;
    const counts = Array.from({ length: count }, (_, place) => places.filter((at) => at === place).length);
    const chiSquare = counts.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0);
    // Too few of this length say nothing.
    if (places.length < BANK_FOR_PLACES || chiSquare <= (CRITICAL[count] ?? 0)) return [];
    return [
      {
        code: 'key-place',
        file: 'manifest.yaml',
        path: '',
        message: `Of ${places.length} items with ${count} options the key stands ${counts.join(', ')} times in place 1 to ${count}. Move some, so that no place is the better guess.`,
      },
    ];
  });
}

function objectiveProblems({ quiz }: Scenario): readonly Problem[] {
  if (quiz.length < BANK_FOR_OBJECTIVES) return [];
  return OBJECTIVES.flatMap((objective) => {
    const count = quiz.filter((item) => item.objective === objective).length;
    if (count >= MIN_PER_OBJECTIVE) return [];
    return [
      {
        code: 'thin-objective',
        file: 'manifest.yaml',
        path: '',
        message: `${objective} has ${count} quiz items; at least ${MIN_PER_OBJECTIVE}. Add some.`,
      },
    ];
  });
}
