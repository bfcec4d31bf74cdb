import type { Language, Problem } from '../core/domain/index.ts';
import type { RoleBriefs, RoleFile, RoleTexts, Scenario } from '../core/scenario/index.ts';
import { block, type TextBlock } from './text-blocks.ts';
import { blockProblems, differences } from './text-check.ts';

type WordsByLanguage = Readonly<Record<Language, RoleTexts>>;

/** The words of instructions: missing and superfluous ones, lengths, and the same in every language. */
export function roleTextProblems(
  scenario: Scenario,
  { briefs }: RoleFile,
  texts: WordsByLanguage,
): readonly Problem[] {
  const languages = Object.entries(texts);
  return [
    ...languages.flatMap(([language, words]) => {
      const file = `roles.${language}.yaml`;
      const parties = briefs.map(({ party }) => party);
      return [
        ...differences(file, 'briefs', parties, Object.keys(words.briefs)),
        ...briefs.flatMap(({ party, sentences }) => {
          const own = words.briefs[party];
          const wanted = sentences.map(({ id }) => id);
          return own ? differences(file, `briefs.${party}`, wanted, Object.keys(own)) : [];
        }),
      ];
    }),
    ...blockProblems(
      scenario,
      new Map(languages.map(([language, words]) => [language, roleBlocks(words, language)])),
    ),
  ];
}

/** The instructions as the server has them: sentences with what they rest on, by language and party. */
export function roleBriefsOf({ briefs }: RoleFile, texts: WordsByLanguage): RoleBriefs {
  const of = (words: RoleTexts) =>
    briefs.map(({ party, sentences }) => [
      party,
      sentences.map(({ id, facts }) => ({ text: words.briefs[party]?.[id] ?? '', facts })),
    ]);
  return Object.fromEntries(
    Object.entries(texts).map(([language, words]) => [language, Object.fromEntries(of(words))]),
  );
}

/** Marks of facts stand in the structure file, so the words have none. */
function roleBlocks({ briefs }: RoleTexts, language: Language): readonly TextBlock[] {
  const file = `roles.${language}.yaml`;
  return Object.entries(briefs).flatMap(([party, sentences]) =>
    Object.entries(sentences).map(([id, text]) => block('brief', file, `briefs.${party}.${id}`, text, [])),
  );
}
