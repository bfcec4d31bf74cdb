import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 16 * 1024;

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-large' };

/** At most 16 KiB: whoever announces more is told so, and whoever sends more is cut off. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return { kind: 'too-large' };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      size += part.length;
      if (size > MOST_BYTES) return { kind: 'too-large' };
      parts.push(part);
    }
    return { kind: 'json', value: JSON.parse(Buffer.concat(parts).toString('utf8')) };
  } catch {
    return { kind: 'malformed' };
  }
}
