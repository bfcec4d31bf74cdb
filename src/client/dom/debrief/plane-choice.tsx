import type { DealCloudView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

interface PlaneChoiceProps {
  readonly cloud: DealCloudView;
  /** Of the group of radio buttons. */
  readonly name: string;
  readonly planeAt: number;
  readonly onChoose: (at: number) => void;
}

/** Which two parties span the picture. */
export function PlaneChoice({ cloud: { planes, axes }, name, planeAt, onChoose }: PlaneChoiceProps) {
  const t = useWords();
  if (planes.length < 2) return null;
  return (
    <fieldset class="contracts__planes">
      <legend>{t('debrief.plane.choose')}</legend>
      {planes.map(({ x, y }, at) => (
        <label key={`${x}-${y}`} class="contracts__plane">
          <input type="radio" name={name} checked={at === planeAt} onChange={() => onChoose(at)} />
          <span>{t('debrief.plane.pair', { x: axes[x]?.name ?? '', y: axes[y]?.name ?? '' })}</span>
        </label>
      ))}
    </fieldset>
  );
}
