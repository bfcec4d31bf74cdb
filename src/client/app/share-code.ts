import { failure, type Result, success } from '../../core/domain/index.ts';

/** A packed run is some 1 kB; a small code can unpack to a flood, so the output is limited too. */
const MAX_CODE_LENGTH = 100_000;
const MAX_UNPACKED_LENGTH = 1_000_000;

/**
 * A save packed for the address of a page: deflated JSON in base64url. Rejects when the browser cannot pack, or
 * when the code would be too long to be read again.
 */
export async function encodeShareCode(save: unknown): Promise<string> {
  const packed = await pipe(
    new TextEncoder().encode(JSON.stringify(save)),
    new CompressionStream('deflate-raw'),
  );
  // Base64 makes four signs of three bytes.
  if (packed.length > MAX_CODE_LENGTH * 0.75) throw new Error('the run is too long for an address');
  // One by one: as the arguments of one call, many bytes would overflow the stack.
  const text = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Unpacks a code to text that is still to be parsed: `share-code-broken`. Never rejects. */
export async function decodeShareCode(code: string): Promise<Result<string>> {
  if (code.length > MAX_CODE_LENGTH) return broken('far too long');
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const unpacked = await pipe(bytes, new DecompressionStream('deflate-raw'));
    return success(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
  } catch (error) {
    return broken(String(error));
  }
}

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_UNPACKED_LENGTH) {
      await reader.cancel();
      throw new Error('unpacks to more than a run can be');
    }
    chunks.push(part.value);
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

function broken(detail: string): Result<never> {
  return failure({ code: 'share-code-broken', path: '', message: `The link does not hold a run: ${detail}` });
}
