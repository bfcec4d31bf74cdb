import type { Problem } from '../core/domain/index.ts';
import { factGroup, quizOptions, type Scenario, type ScenarioTexts } from '../core/scenario/index.ts';
import { plainText } from '../core/view-model/index.ts';
import { checkMarks } from './mark-check.ts';
import { quizProblems } from './quiz-check.ts';
import { readability, wordsOf } from './readability.ts';
import { type TextBlock, textBlocks } from './text-blocks.ts';

// Limits Q14 to Q16 of the quality criteria. A text may be as long as its reader's patience.
const LIMITS = {
  scene: 75,
  easyScene: 60,
  easyLabel: 10,
  easyFeedback: 22,
  label: 14,
  feedback: 30,
  headline: 10,
  news: 30,
  ending: 75,
  role: 75,
  why: 30,
  term: 30,
  aftermath: 40,
  comparison: 50,
  laterNote: 60,
  lesson: 60,
  prompt: 25,
  brief: 30,
};
/** Scenes: words in a sentence, LIX for German, Flesch for English. */
const READING = {
  scene: { sentence: 20, maxLix: 45, minFlesch: 60 },
  easyScene: { sentence: 12, maxLix: 40, minFlesch: 70 },
};
/** Below this many letters two languages may differ in length as they like. */
const SHORT_TEXT = 40;
const RATIO = { min: 0.7, max: 1.4 };

/** Missing and superfluous translations, marks, lengths, readability: all texts of all languages. */
export function textProblems(scenario: Scenario): readonly Problem[] {
  const problems: Problem[] = [];
  const languages = scenario.manifest.languages;
  const blocks = new Map(
    languages.map((language) => {
      const texts = scenario.texts[language];
      return [language, texts ? textBlocks(scenario, texts, language) : []] as const;
    }),
  );
  for (const language of languages) {
    const texts = scenario.texts[language];
    if (!texts) continue;
    problems.push(...idProblems(scenario, texts, language));
  }
  problems.push(
    ...blockProblems(scenario, blocks),
    ...cardProblems(scenario),
    ...roleProblems(scenario),
    ...quizProblems(scenario),
  );
  return problems;
}

/** Marks, lengths, readability of texts by language, and whether translations say the same. */
export function blockProblems(
  scenario: Scenario,
  blocks: ReadonlyMap<string, readonly TextBlock[]>,
): readonly Problem[] {
  const problems = [...blocks].flatMap(([language, list]) =>
    list.flatMap((block) => [
      ...checkMarks(scenario, block),
      ...lengthProblems(block),
      ...readingProblems(block, language),
    ]),
  );
  return [...problems, ...siblingProblems(scenario.manifest.languages, blocks)];
}

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

/** Ids without words, and words without an id. */
export function differences(
  file: string,
  path: string,
  wanted: readonly string[],
  have: readonly string[],
  missing = { code: 'missing-text', words: 'words' },
): readonly Problem[] {
  return [
    ...wanted
      .filter((id) => !have.includes(id))
      .map((id) => ({
        code: missing.code,
        file,
        path,
        message: `There are no ${missing.words} for "${id}". Add them.`,
      })),
    ...have
      .filter((id) => !wanted.includes(id))
      .map((id) => ({
        code: 'extra-text',
        file,
        path: join(path, id),
        message: `"${id}" is not in the structure file. Remove it or fix the id.`,
      })),
  ];
}

/** Every id of the structure has words, and no words are left over. */
function idProblems(scenario: Scenario, texts: ScenarioTexts, language: string): readonly Problem[] {
  const problems: Problem[] = [];
  const compare = (...ends: readonly [string, string, readonly string[], readonly string[]]) =>
    void problems.push(...differences(...ends));
  const file = (owner: string) => `${owner}.${language}.yaml`;
  const keys = (value: object) => Object.keys(value);
  compare(file('manifest'), 'deadlines', ids(scenario.manifest.deadlines), keys(texts.manifest.deadlines));
  compare(file('manifest'), 'topics', scenario.manifest.topics, keys(texts.manifest.topics));
  compare(file('manifest'), 'tiers', scenario.manifest.tiers, keys(texts.manifest.tiers));
  compare(file('tracks'), '', ids(scenario.regions), keys(texts.tracks));
  compare(file('calendar'), '', ids(scenario.calendar), keys(texts.calendar));
  compare(file('endings'), 'endings', ids(scenario.endings), keys(texts.endings.endings));
  for (const { id, picture } of scenario.endings) {
    const words = texts.endings.endings[id];
    const have = words?.picture === undefined ? [] : ['picture'];
    if (words) compare(file('endings'), `endings.${id}`, picture ? ['picture'] : [], have);
  }
  compare(file('endings'), 'gauges', ids(scenario.gauges), keys(texts.endings.gauges));
  compare(file('parties'), 'parties', ids(scenario.parties), keys(texts.parties.parties));
  compare(file('parties'), 'cast', ids(scenario.cast), keys(texts.parties.cast));
  for (const party of scenario.parties) {
    const words = texts.parties.parties[party.id];
    if (!words) continue;
    compare(file('parties'), `parties.${party.id}.statuses`, ids(party.statuses), keys(words.statuses));
    compare(file('parties'), `parties.${party.id}.relations`, ids(party.relations), keys(words.relations));
  }
  compare(file('model'), 'issues', ids(scenario.model.issues), keys(texts.model.issues));
  for (const issue of scenario.model.issues)
    compare(
      file('model'),
      `issues.${issue.id}.options`,
      issue.options,
      keys(texts.model.issues[issue.id]?.options ?? {}),
    );
  compare(file('model'), 'tracks', ids(scenario.model.tracks), keys(texts.model.tracks));
  compare(file('model'), 'drafts', ids(scenario.drafts), keys(texts.model.drafts));
  compare(file('model'), 'references', ids(scenario.model.references), keys(texts.model.references));
  compare(file('model'), 'claims', ids(scenario.claims), keys(texts.model.claims));
  compare(file('facts'), '', ids(scenario.facts), keys(texts.facts));
  compare(file('glossary'), '', ids(scenario.terms), keys(texts.glossary));
  compare(file('aftermath'), '', ids(scenario.aftermath), keys(texts.aftermath));
  const { later } = scenario;
  if (later && texts.later) {
    compare(file('later'), 'comparisons', ids(later.comparisons), keys(texts.later.comparisons));
    compare(file('later'), 'notes', ids(later.notes), keys(texts.later.notes));
  }
  const groups = Object.keys(texts.manifest.factGroups);
  // Groups without names are not offered; but one name asks for all.
  const used = new Set(scenario.facts.map(({ id }) => factGroup(id)));
  if (groups.length > 0) compare(file('manifest'), 'factGroups', [...used], groups);
  for (const scene of scenario.scenes) {
    const words = texts.scenes[scene.id];
    if (!words) continue;
    const name = `scenes/${scene.id}.${language}.yaml`;
    compare(name, 'choices', ids(scene.choices), keys(words.choices));
    compare(name, 'perspectives', ids(scene.perspectives), keys(words.perspectives));
    if (scene.choices.length > 0 && words.question === undefined)
      problems.push({
        code: 'missing-text',
        file: name,
        path: '',
        message: 'A scene with choices asks a question. Add "question".',
      });
    if (scene.speaker !== undefined && words.speech === undefined)
      problems.push({
        code: 'missing-text',
        file: name,
        path: '',
        message: 'The scene names a speaker. Add "speech".',
      });
  }
  problems.push(...easyProblems(scenario, texts, language));
  for (const item of scenario.quiz) {
    const words = texts.quiz[item.id];
    if (!words) continue;
    const name = `quiz/${item.id}.${language}.yaml`;
    compare(name, 'options', ids(quizOptions(item)), keys(words.options));
    compare(name, 'targets', item.type === 'match' ? item.targets : [], keys(words.targets));
    const { unit, why } = words;
    const own = Object.entries({ unit, why }).flatMap(([key, text]) => (text === undefined ? [] : [key]));
    compare(name, '', item.type === 'estimate' ? ['unit', 'why'] : [], own);
  }
  return problems;
}

/** The reading level "easy" is optional, but where a language has a part of it, it has all of it. */
function easyProblems({ scenes }: Scenario, texts: ScenarioTexts, language: string): readonly Problem[] {
  if (Object.keys(texts.easy.scenes).length === 0) return [];
  return scenes.flatMap((scene) => {
    const file = `scenes/${scene.id}.${language}.easy.yaml`;
    const standard = texts.scenes[scene.id];
    const easy = texts.easy.scenes[scene.id];
    const gap = (path: string, message: string) => ({ code: 'missing-easy-text', file, path, message });
    if (!standard) return [];
    if (!easy)
      return [gap('', `Scene "${scene.id}" has no words of the reading level "easy". Add the file.`)];
    const parts = (['body', 'speech', 'question'] as const).flatMap((part) =>
      standard[part] !== undefined && easy[part] === undefined ? [gap('', `Add "${part}".`)] : [],
    );
    const choices = differences(file, 'choices', ids(scene.choices), Object.keys(easy.choices), {
      code: 'missing-easy-text',
      words: 'easy words',
    });
    return [...parts, ...choices];
  });
}

/** The model card is optional, but what one language says every language says. */
function cardProblems({ manifest, texts }: Scenario): readonly Problem[] {
  const [first = '', ...others] = manifest.languages;
  const partsOf = (language: string) => [
    ...(texts[language]?.model.card?.sections ?? []).flatMap(({ id, paragraphs }) =>
      paragraphs.map((_, index) => `paragraph ${index + 1} of "${id}"`),
    ),
  ];
  const original = partsOf(first);
  return others.flatMap((language) => {
    if (!texts[language]) return [];
    const own = partsOf(language);
    const at = Math.max(own.length, original.length);
    const index = Array.from({ length: at }).findIndex((_, part) => own[part] !== original[part]);
    if (index < 0) return [];
    const file = `model.${language}.yaml`;
    const message = `The model card differs from model.${first}.yaml: there it has ${original[index] ?? 'nothing more'} where this one has ${own[index] ?? 'nothing'}. Give both the same sections and paragraphs.`;
    return [{ code: 'card-differs', file, path: 'card', message }];
  });
}

/** Roles are optional, but every language offers the same ones in the same order. */
function roleProblems({ manifest, texts }: Scenario): readonly Problem[] {
  const [first = '', ...others] = manifest.languages;
  const rolesOf = (language: string) =>
    Object.keys(texts[language]?.endings.roles ?? {}).join(', ') || 'none';
  const original = rolesOf(first);
  return others.flatMap((language) => {
    const own = rolesOf(language);
    if (!texts[language] || own === original) return [];
    const message = `The roles differ from endings.${first}.yaml: there they are ${original}, here ${own}. Give both the same ids in the same order.`;
    return [{ code: 'roles-differ', file: `endings.${language}.yaml`, path: 'roles', message }];
  });
}

function lengthProblems(block: TextBlock): readonly Problem[] {
  if (block.kind === 'other') return [];
  const limit = LIMITS[block.kind];
  const count = wordsOf(plainText(block.text)).length;
  if (count <= limit) return [];
  return [problem(block, 'too-long', `${count} words; at most ${limit}. Cut it.`)];
}

function readingProblems(block: TextBlock, language: string): readonly Problem[] {
  if (block.kind !== 'scene' && block.kind !== 'easyScene') return [];
  const limit = READING[block.kind];
  const { longestSentence, lix, flesch } = readability(plainText(block.text));
  const problems: Problem[] = [];
  if (longestSentence > limit.sentence)
    problems.push(
      problem(
        block,
        'long-sentence',
        `A sentence has ${longestSentence} words; at most ${limit.sentence}. Split it.`,
      ),
    );
  if (language === 'de' && lix > limit.maxLix)
    problems.push(
      problem(
        block,
        'hard-to-read',
        `LIX ${lix.toFixed(0)}; at most ${limit.maxLix}. Use shorter words and sentences.`,
      ),
    );
  if (language === 'en' && flesch < limit.minFlesch)
    problems.push(
      problem(
        block,
        'hard-to-read',
        `Flesch ${flesch.toFixed(0)}; at least ${limit.minFlesch}. Use shorter words and sentences.`,
      ),
    );
  return problems;
}

/** Translations say the same: the same marks, about the same length. */
function siblingProblems(
  languages: readonly string[],
  blocks: ReadonlyMap<string, readonly TextBlock[]>,
): readonly Problem[] {
  const [first = '', ...others] = languages;
  const originals = new Map((blocks.get(first) ?? []).map((block) => [block.key, block]));
  return others.flatMap((language) =>
    (blocks.get(language) ?? []).flatMap((block) => {
      const original = originals.get(block.key);
      if (!original) return [];
      const problems: Problem[] = [];
      if (marksIn(block.text) !== marksIn(original.text))
        problems.push(
          problem(
            block,
            'marks-differ',
            `The marks differ from ${original.file}: ${marksIn(original.text) || 'none'}.`,
          ),
        );
      const [own, other] = [plainText(block.text).length, plainText(original.text).length];
      const ratio = other / Math.max(1, own);
      if (Math.max(own, other) > SHORT_TEXT && (ratio < RATIO.min || ratio > RATIO.max))
        problems.push(
          problem(
            block,
            'length-ratio',
            `${own} letters here, ${other} in ${original.file}. Is something missing?`,
          ),
        );
      return problems;
    }),
  );
}

function marksIn(text: string): string {
  return [...text.matchAll(/\[(F-[A-Z]+-\d{2})\]|\[\[([^|\]]+)\|/g)]
    .map(([, fact, term]) => fact ?? term)
    .sort()
    .join(' ');
}

const problem = ({ file, path }: TextBlock, code: string, message: string): Problem => ({
  code,
  file,
  path,
  message,
});
const join = (path: string, id: string) => (path === '' ? id : `${path}.${id}`);
