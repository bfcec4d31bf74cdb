import type { IncomingMessage } from 'node:http';

/** Whom a limit counts for: kept in memory for minutes, written nowhere. A home has many addresses of version 6. */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  isProxyTrusted: boolean,
): string {
  const header = headers['x-forwarded-for'];
  // A proxy adds the peer it has seen at the end; what stands before that anyone can write.
  const forwarded = (Array.isArray(header) ? header.join(',') : header)?.split(',').at(-1)?.trim();
  const address = (isProxyTrusted && forwarded) || socket.remoteAddress || '';
  const plain = address.replace(/^::ffff:/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
