/** A pause in writing: what comes before it is handed on together. Shorter would draw the page with every letter, longer would leave more to the last moment. */
const PAUSE_MS = 400;
/** Signs that the page may be gone at once; the first comes early enough for the store to finish. */
const LEAVING = ['beforeunload', 'pagehide', 'visibilitychange'];

type Field = EventTarget & { readonly value: string };

/**
 * Hands on what is written in a field: the first change at once, so that what is pasted is never lost, what follows
 * when the writer pauses, and at the latest when the field, the chapter or the page is left. Returns what ends it.
 */
export function watchNote(field: Field, page: EventTarget, save: (text: string) => void): () => void {
  let saved = field.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // Only while something is unsaved: who listens to these keeps the page from being restored at once.
    for (const sign of LEAVING) page.removeEventListener(sign, flush);
    if (field.value === saved) return;
    saved = field.value;
    save(saved);
  };
  const change = (): void => {
    if (timer === undefined) flush();
    else for (const sign of LEAVING) page.addEventListener(sign, flush);
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MS);
  };
  field.addEventListener('input', change);
  field.addEventListener('blur', flush);
  return () => {
    field.removeEventListener('input', change);
    field.removeEventListener('blur', flush);
    // The page is just being drawn without the field.
    queueMicrotask(flush);
  };
}
