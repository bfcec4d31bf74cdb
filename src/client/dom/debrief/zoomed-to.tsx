import type { DealCloudView, DealPlaneView } from '../../../core/view-model/index.ts';
import { SCALE, windowAround } from '../charts/plane-window.ts';
import { useWords } from '../parts/env.ts';

interface ZoomedToProps {
  readonly cloud: DealCloudView;
  readonly plane: DealPlaneView;
  readonly picked: string;
  readonly zoom: number;
}

/** How near the picture is, and what part of it is seen. */
export function ZoomedTo({ cloud: { axes, named }, plane: { x, y, frontier }, picked, zoom }: ZoomedToProps) {
  const t = useWords();
  const shown = [...named, ...frontier].find(({ id }) => id === picked);
  const windowOf = (axis: number) => windowAround(shown?.values[axis] ?? SCALE / 2, zoom).map(Math.round);
  const [xLow = 0, xHigh = SCALE] = windowOf(x);
  const [yLow = 0, yHigh = SCALE] = windowOf(y);
  return (
    <span role="status">
      {t('debrief.plane.zoom', {
        zoom,
        x: axes[x]?.name ?? '',
        y: axes[y]?.name ?? '',
        xLow,
        xHigh,
        yLow,
        yHigh,
      })}
    </span>
  );
}
