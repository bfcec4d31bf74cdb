/** A code as the words can choose by it: `room-locked` is `roomLocked` there. */
export function wordOf(code: string): string {
  return code.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
