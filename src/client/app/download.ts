/** Long after every browser has begun to read the file: one that is taken away at once may not arrive. */
const KEPT_MS = 60_000;

/** Hands a file to the player. `type` is its media type. */
export function download(
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
