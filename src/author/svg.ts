/** A drawing as text. Everything an author has written goes through `text`, which escapes it. */
export interface Drawing {
  readonly rect: (x: number, y: number, width: number, height: number, kind?: string) => void;
  readonly text: (x: number, y: number, words: string, kind?: string) => void;
  /** A line that ends in an arrow head; `d` is an SVG path. */
  readonly arrow: (d: string, kind?: string) => void;
  readonly toText: (width: number, height: number) => string;
}

const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #1d2433; }
text.head { font-weight: 700; font-size: 14px; }
text.small { font-size: 10px; fill: #4a5468; }
rect { fill: #ffffff; stroke: #4a5468; rx: 6px; }
rect.panel { fill: #f3f5f9; stroke: #c8cfdb; }
rect.start { stroke-width: 2.5px; }
path { fill: none; stroke: #4a5468; marker-end: url(#head); }
path.maybe { stroke-dasharray: 5 4; }
`;

export function createDrawing(title: string): Drawing {
  const parts: string[] = [];
  const classOf = (kind: string | undefined) => (kind === undefined ? '' : ` class="${kind}"`);
  return {
    rect: (x, y, width, height, kind) =>
      void parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}"${classOf(kind)}/>`),
    text: (x, y, words, kind) =>
      void parts.push(`<text x="${x}" y="${y}"${classOf(kind)}>${escaped(words)}</text>`),
    arrow: (d, kind) => void parts.push(`<path d="${d}"${classOf(kind)}/>`),
    toText: (width, height) =>
      [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
        `<title>${escaped(title)}</title>`,
        `<style>${STYLE}</style>`,
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8Z" style="fill:#4a5468;stroke:none;marker-end:none"/></marker></defs>',
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
