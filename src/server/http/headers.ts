/**
 * Headers of every answer. The game loads nothing from elsewhere and runs no inline script; Phaser and Howler
 * hand pictures and sounds on as blobs.
 */
export function securityHeaders(host: string | undefined): Readonly<Record<string, string>> {
  return { ...FIXED, 'content-security-policy': policyFor(host) };
}

const FIXED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Sockets to this host have their own scheme, which not every browser counts as the page's own. */
function policyFor(host = ''): string {
  const sockets = /^[\w.-]+(:\d+)?$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Files with a hash in their name never change; everything else is asked for anew. */
export function cacheControl(pathname: string): string {
  return HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
