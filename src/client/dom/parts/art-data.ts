import type { SpeakerView } from '../../../core/view-model/index.ts';

type Mood = SpeakerView['mood'];

/** Inner SVG markup by name, drawn on one grid. Our own build makes it; nothing foreign gets in here. */
export interface IconArt {
  readonly viewBox: string;
  readonly icons: Readonly<Record<string, string>>;
}

/** The sign of a party: shape and pictogram, coloured. */
export interface EmblemArt {
  readonly viewBox: string;
  readonly emblems: Readonly<Record<string, string>>;
}

/** Figures in layers: what lies behind the face, the face of each mood, what lies before it (glasses). */
export interface FigureArt {
  readonly viewBox: string;
  readonly figures: Readonly<Record<string, { readonly body: string; readonly front?: string }>>;
  readonly faces: Readonly<Record<Mood, string>>;
}
