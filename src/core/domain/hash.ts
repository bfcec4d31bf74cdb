// FNV-1a (Fowler, Noll, Vo): short, public and the same on every platform. It protects nothing.

const OFFSET_32 = 0x811c9dc5;
const PRIME_32 = 0x01000193;
const OFFSET_64 = BigInt('0xcbf29ce484222325');
const PRIME_64 = BigInt('0x100000001b3');

/** Signed 32-bit hash of a text's UTF-16 code units. */
export function hash32(text: string): number {
  let hash = OFFSET_32;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), PRIME_32);
  return hash | 0;
}

/** 64-bit hash of a JSON value as 16 hex digits; the order of keys does not matter. */
export function hashJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  let hash = OFFSET_64;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * PRIME_64);
  }
  return hash.toString(16).padStart(16, '0');
}
