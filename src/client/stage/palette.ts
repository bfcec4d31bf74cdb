/** Colours of the page's design, read from its custom properties: the stage has none of its own. */
export interface Palette {
  readonly paper: string;
  readonly sheet: string;
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly highlight: string;
  readonly sea: string;
  readonly land: string;
  readonly good: string;
  readonly bad: string;
  readonly uiFont: string;
  party(key: string): PartyColors;
}

export interface PartyColors {
  readonly base: string;
  readonly tint: string;
  readonly map: string;
}

export function readPalette(): Palette {
  // Of the root, not of the host: a host that is not in the page has no style.
  const styles = getComputedStyle(document.documentElement);
  const read = (name: string, fallback: string) => styles.getPropertyValue(`--${name}`).trim() || fallback;
  const color = (name: string, fallback: string) => read(`color-${name}`, fallback);
  const ink2 = color('ink2', '#4a453c');
  return {
    paper: color('paper', '#f6efe2'),
    sheet: color('sheet', '#fffdf8'),
    sunken: color('sunken', '#ece2d0'),
    ink: color('ink', '#1b1a17'),
    ink2,
    ink3: color('ink3', '#665f53'),
    rule: color('rule', '#cfc4b0'),
    highlight: color('highlight', '#ffd23f'),
    sea: color('sea', '#efe6d5'),
    land: color('land', '#cdbfa7'),
    good: color('good', '#1f6b3a'),
    bad: color('bad', '#a3261c'),
    uiFont: read('font-ui', 'sans-serif'),
    party: (key) => {
      const base = color(key, ink2);
      return { base, tint: color(`${key}-tint`, '#ece2d0'), map: color(`${key}-map`, base) };
    },
  };
}

/** `#rrggbb` as the number that Phaser takes. */
export function toNumber(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}
