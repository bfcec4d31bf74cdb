import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Before anything is measured. */
const FIRST_WIDTH = 640;

/** Width of an element in CSS pixels, kept up to date: a chart drawn at its own size keeps its words readable. */
export function useWidth<E extends Element>(): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const host = element.current;
    if (!host) return;
    const measure = () => {
      const measured = Math.round(host.getBoundingClientRect().width);
      if (measured > 0) setWidth(measured);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
