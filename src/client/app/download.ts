/** Long after every browser has begun to read the file: one that is taken away at once may not arrive. */
const KEPT_MS = 60_000;

/** Hands a file to the player; JSON where no other type is named. */
export function download(fileName: string, text: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
