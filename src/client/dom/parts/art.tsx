import { useId } from 'preact/hooks';
import type { SpeakerView } from '../../../core/view-model/index.ts';
import { useDom } from './env.ts';

// Pictures never carry words: whoever uses one writes the name beside it, visible or for screen readers.

export function Icon({ name }: { readonly name: string }) {
  const { icons } = useDom();
  const markup = icons.icons[name];
  if (markup === undefined) return null;
  return <Picture class="icon" viewBox={icons.viewBox} markup={markup} />;
}

export function Emblem({ name }: { readonly name: string }) {
  const { emblems } = useDom();
  const markup = emblems.emblems[name];
  if (markup === undefined) return null;
  return <Picture class="emblem" viewBox={emblems.viewBox} markup={markup} />;
}

interface FigureProps {
  readonly name: string;
  readonly mood: SpeakerView['mood'];
}

/** A person, cut out of paper. Nothing is drawn while the figures are not loaded. */
export function Figure({ name, mood }: FigureProps) {
  const { figures } = useDom();
  const id = useId();
  const layers = figures.figures[name];
  if (!layers) return null;
  // One person may stand on a page twice, once unseen: each picture needs ids of its own.
  const markup = `${layers.body}${figures.faces[mood]}${layers.front ?? ''}`.replaceAll('fig-', `${id}-`);
  return <Picture class="figure" viewBox={figures.viewBox} markup={markup} />;
}

interface PictureProps {
  readonly class: string;
  readonly viewBox: string;
  readonly markup: string;
}

function Picture({ class: className, viewBox, markup }: PictureProps) {
  return (
    <svg
      class={className}
      viewBox={viewBox}
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}
