import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** So long does a page that never rests go without what is further down, in milliseconds. */
const LATEST_MS = 300;

/** Draws what is further down, or folded away, when the page has nothing else to do: what is read first need not wait for it. */
export function AfterPaint({ children }: { readonly children: ComponentChildren }) {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in globalThis)) {
      const timer = globalThis.setTimeout(() => setIdle(true));
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(() => setIdle(true), { timeout: LATEST_MS });
    return () => cancelIdleCallback(request);
  }, []);
  return isIdle ? children : null;
}
