import { sourceItems } from '../../quiz/index.ts';
import type { Scenario, ScenarioTexts } from '../../scenario/index.ts';
import { factView } from '../notebook-view.ts';
import { createFootnotes, parseProse } from '../prose.ts';
import type { KnownNotes, Notes, PromptView, SoWhatView } from './so-what-types.ts';

/** Longer is no reflection but a book. In UTF-16 units, as text fields count. */
export const MAX_NOTE_LENGTH = 4000;

/** The questions after a run with what the player has written on them. */
export function presentSoWhat(
  scenario: Scenario,
  texts: ScenarioTexts,
  ending: string,
  { run, notes, state }: KnownNotes,
): SoWhatView {
  const { endings, reflection, roles } = texts.endings;
  const own = promptsOf('ending', endings[ending]?.prompts ?? [], notes);
  const always = promptsOf('always', reflection, notes);
  const footnotes = createFootnotes();
  return {
    run,
    state,
    maxLength: MAX_NOTE_LENGTH,
    prompts: own.length > 0 ? own : always,
    more: own.length > 0 ? always : [],
    roles: Object.entries(roles).map(([role, words]) => {
      const id = `role.${role}`;
      return {
        id,
        name: words.name,
        case: parseProse(words.case, footnotes),
        text: words.prompt,
        note: notes[id] ?? '',
      };
    }),
    sourceCount: sourceItems(scenario).length,
    footnotes: footnotes.cited().flatMap((id) => factView(scenario, texts, id) ?? []),
  };
}

function promptsOf(kind: string, prompts: readonly string[], notes: Notes): readonly PromptView[] {
  return prompts.map((text, index) => {
    const id = `${kind}.${index + 1}`;
    return { id, text, note: notes[id] ?? '' };
  });
}
