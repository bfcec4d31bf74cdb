/** Resolves as soon as the page has nothing else to do, after a second at the latest. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else globalThis.setTimeout(resolve, 0);
  });
}
