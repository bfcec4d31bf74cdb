import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

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

/** SHA-256 in hexadecimal digits: all that is ever kept of a token. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Takes as long for a near miss as for a far one. */
export function isSameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
