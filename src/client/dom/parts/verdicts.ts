import type { LightView } from '../../../core/view-model/index.ts';

/** Each verdict has its own shape, so nothing depends on the colour. */
export const LIGHT_ICONS = {
  yes: 'check-circle',
  more: 'plus-circle',
  close: 'circle-half',
  no: 'x-circle',
  'no-say': 'minus-circle',
  unknown: 'question',
} as const satisfies Record<LightView['verdict'], string>;

export const listed = (names: readonly string[]): string => names.join(', ');
