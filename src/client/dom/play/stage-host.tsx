import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDom } from '../parts/env.ts';

/** An empty element that the app fills with the canvas. Nothing in it is for assistive technology. */
export function StageHost() {
  const { view, stageHost } = useDom();
  const element = useRef<HTMLDivElement>(null);
  const isOn = view.settings.stage === 'on';
  useLayoutEffect(() => {
    if (!stageHost || !element.current) return;
    stageHost(element.current);
    return () => stageHost(undefined);
  }, [stageHost, isOn]);
  if (!isOn) return null;
  return <div ref={element} class="stage-host" data-stage-host aria-hidden="true" />;
}
