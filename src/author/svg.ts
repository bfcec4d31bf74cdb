/** A drawing as text. Everything an author has written goes through `text`, which escapes it. */
export interface Drawing {
  readonly rect: (x: number, y: number, width: number, height: number, kind?: 'panel' | 'start') => void;
  readonly text: (x: number, y: number, words: string, kind?: 'head' | 'small') => void;
  /** A line that ends in an arrow head; `d` is an SVG path. */
  readonly arrow: (d: string, kind?: 'maybe') => void;
  readonly toText: (width: number, height: number) => string;
}

const FONT = 'font-family="system-ui, sans-serif"';
/** Attributes and not a style sheet: every viewer of pictures understands them. */
const LOOKS = {
  rect: {
    plain: 'fill="#ffffff" stroke="#4a5468" rx="6"',
    panel: 'fill="#f3f5f9" stroke="#c8cfdb" rx="6"',
    start: 'fill="#ffffff" stroke="#1d2433" stroke-width="2.5" rx="6"',
  },
  text: {
    plain: `${FONT} font-size="12" fill="#1d2433"`,
    title: `${FONT} font-size="20" font-weight="700" fill="#1d2433"`,
    head: `${FONT} font-size="14" font-weight="700" fill="#1d2433"`,
    small: `${FONT} font-size="11" fill="#4a5468"`,
  },
  path: {
    plain: 'fill="none" stroke="#4a5468" marker-end="url(#head)"',
    maybe: 'fill="none" stroke="#4a5468" stroke-dasharray="5 4" marker-end="url(#head)"',
  },
} as const;

/** Room that title and legend take above everything else. */
export const HEAD_HEIGHT = 64;
const HEAD_X = 24;

/** Starts a drawing; the title stands above it, and is what a screen reader says. The legend explains the signs. */
export function createDrawing(title: string, legend: string): Drawing {
  const parts: string[] = [
    `<text x="${HEAD_X}" y="30" ${LOOKS.text.title}>${escaped(title)}</text>`,
    `<text x="${HEAD_X}" y="50" ${LOOKS.text.small}>${escaped(legend)}</text>`,
  ];
  return {
    rect: (x, y, width, height, kind) =>
      void parts.push(
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${LOOKS.rect[kind ?? 'plain']}/>`,
      ),
    text: (x, y, words, kind) =>
      void parts.push(`<text x="${x}" y="${y}" ${LOOKS.text[kind ?? 'plain']}>${escaped(words)}</text>`),
    arrow: (d, kind) => void parts.push(`<path d="${d}" ${LOOKS.path[kind ?? 'plain']}/>`),
    toText: (width, height) =>
      [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
        `<title>${escaped(title)}</title>`,
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8Z" fill="#4a5468"/></marker></defs>',
        // Viewers with a dark page would show dark words on it.
        `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
        ...parts,
        '</svg>',
        '',
      ].join('\n'),
  };
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
