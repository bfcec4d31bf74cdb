/** Invisible characters, those that turn the direction of writing, private and broken ones, blanks that look like none. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const SPACES = /[\s\p{Cc}\p{Z}]+/gu;
/** More marks on one letter than any language needs: they would run over the lines above and below. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * Words of a person as they may be shown: in one line, without anything invisible, composed (NFC), at most `max`
 * UTF-16 code units. Clean text stays as it is; the result can be empty.
 */
export function cleanText(text: string, max: number): string {
  const line = text
    .replace(UNSEEN, '')
    .replace(SPACES, ' ')
    .normalize('NFC')
    .replace(STACKED_MARKS, '$1')
    .replace(SPACES, ' ')
    .trim();
  if (line.length <= max) return line;
  // A character of two code units is not cut through.
  return line
    .slice(0, max)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}
