import type { SoWhatView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

/**
 * The questions after the run, each with what the player wrote on it or with room to write; of the sides those for
 * which the player argued.
 */
export function PrintQuestions({ soWhat: { prompts, more, roles } }: { readonly soWhat: SoWhatView }) {
  const t = useWords();
  const argued = roles
    .filter(({ note }) => note !== '')
    .map(({ id, name, text, note }) => ({
      id,
      text: t('debrief.soWhat.file.role', { name, prompt: text }),
      note,
    }));
  return (
    <ol class="report__questions">
      {[...prompts, ...more, ...argued].map(({ id, text, note }) => (
        <li key={id}>
          {text}
          {note === '' ? (
            <div class="report__lines" aria-hidden="true">
              <i />
              <i />
            </div>
          ) : (
            <p class="report__note">{note}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
