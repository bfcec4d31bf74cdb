import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** So long does a page that never rests go without what is further down, in milliseconds. */
const LATEST_MS = 300;

/**
 * Draws what is further down, or folded away, when the page has nothing else to do: what is read first need not wait
 * for it. Who prints before that gets it all the same.
 */
export function AfterPaint({ children }: { readonly children: ComponentChildren }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (isDue) return;
    const draw = (): void => setDue(true);
    const forget = whenIdle(draw);
    globalThis.addEventListener('beforeprint', draw);
    return () => {
      forget();
      globalThis.removeEventListener('beforeprint', draw);
    };
  }, [isDue]);
  return isDue ? children : null;
}

function whenIdle(draw: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = globalThis.setTimeout(draw);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(draw, { timeout: LATEST_MS });
  return () => cancelIdleCallback(request);
}
