import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Neither 0 and O nor 1, I and L: a code is read from a wall and typed. */
const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 6;

export function drawRoomCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
}

export function isRoomCode(text: string): boolean {
  return text.length === CODE_LENGTH && [...text].every((symbol) => SYMBOLS.includes(symbol));
}

/** 192 random bits. */
export function drawToken(): string {
  return randomBytes(24).toString('base64url');
}

/** At least 128 bits in base64url, and not so long that somebody could fill a memory with it. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{22,128}$/.test(value);
}

/**
 * SHA-256 in hexadecimal digits: all that is ever kept of a token. Digests are compared, never tokens, so how long a
 * comparison takes tells nothing: nobody can choose a token by the beginning of its digest.
 */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
