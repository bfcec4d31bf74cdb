/**
 * Whether a page of this address may ask. Browsers name the page that asks; whatever names none is no browser, and
 * gets nowhere without a code and a token either.
 */
export function isOwnOrigin(
  { origin, host }: { readonly origin: string | undefined; readonly host: string | undefined },
  more: readonly string[],
): boolean {
  if (origin === undefined || more.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
