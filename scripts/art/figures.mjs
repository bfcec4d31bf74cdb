// The cast in layers for interface and stage: `node scripts/art/figures.mjs`.
// Sources: assets/art/sources (parts.json: Open Peeps, CC0; cast.json and the garments below: our own).
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../assets/art/', import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const parts = readJson('sources/parts.json');
const cast = readJson('sources/cast.json');

// Where the artist's grid puts each kind of part.
const AT = { body: [0, 0], head: [225, 0], face: [384, 186], facialHair: [348, 338], acc: [272, 241] };
const EDGE_WIDTH = 46;

/** Suit and shirt, drawn over `ShirtCoat`. */
const OVERLAYS = {
  tie: (accent, { ink }) =>
    `<g stroke="${ink}" stroke-linejoin="round" stroke-linecap="round"><path d="M384 520L570 520L562 1152L450 1152Z" fill="#fff" stroke="none"/><path d="M376 512L448 1156M570 524L561 1156" fill="none" stroke-width="15"/><path d="M455 640L505 640L494 690L466 690Z" fill="${accent}" stroke-width="12"/><path d="M466 690L494 690L526 1040L488 1092L444 1040Z" fill="${accent}" stroke-width="12"/><path d="M384 505L478 632L428 706L372 560Z" fill="#fff" stroke-width="13"/><path d="M566 515L480 632L536 706L576 575Z" fill="#fff" stroke-width="13"/></g>`,
  blouse: (accent, { ink, skin }) =>
    `<g stroke="${ink}" stroke-linejoin="round" stroke-linecap="round"><path d="M384 520L570 520L562 1152L450 1152Z" fill="${accent}" stroke="none"/><path d="M376 512L448 1156M570 524L561 1156" fill="none" stroke-width="15"/><path d="M378 505L484 740L566 515" fill="${skin}" stroke-width="13"/></g>`,
};

const paint = (markup, colors) => markup.replace(/\{(\w+)\}/g, (_, name) => colors[name]);

function placed(kind, markup, colors) {
  const [x, y] = AT[kind];
  if (!markup) return '';
  return x === 0 && y === 0
    ? paint(markup, colors)
    : `<g transform="translate(${x} ${y})">${paint(markup, colors)}</g>`;
}

/** Outline that both skin and shadow are cut to: the colour plate under the ink of a body. */
function platePath(body) {
  return (
    parts.bust[body].match(/<path fill="\{bg\}"[^>]* d="([^"]+)"/)?.[1] ??
    parts.bust[body].match(/d="([^"]+)"/)[1]
  );
}

function figure(id, look) {
  const colors = { ink: cast.ink, skin: look.skin, hair: look.hair, bg: look.garment };
  const skin = (parts.hands[look.body] ?? []).join('');
  const plate = parts.bust[look.body].match(/<path[^>]*\{bg\}[^>]*\/>/)[0];
  const lines = parts.bust[look.body].replace(plate, '');
  const clip = `clip-path="url(#${id}-c)"`;
  const overlay = look.overlay ? OVERLAYS[look.overlay](look.accent, colors) : '';
  const body = [
    placed('body', plate, colors),
    skin && `<path ${clip} fill="${look.skin}" d="${skin}"/>`,
    `<g ${clip}><path d="M-60 400H260C200 620 190 900 230 1260H-60Z" fill="url(#${id}-h)" opacity=".3"/><path d="M640 560C720 760 700 1000 690 1260H980V560Z" fill="url(#${id}-h)" opacity=".18"/></g>`,
    placed('body', lines, colors),
    overlay,
    placed('head', parts.head[look.head], colors),
    placed('facialHair', parts.facialHair[look.facialHair], { ...colors, bg: look.hair }),
  ].join('');
  const defs = `<defs><clipPath id="${id}-c"><path d="${platePath(look.body)}"/></clipPath><pattern id="${id}-h" width="22" height="22" patternUnits="userSpaceOnUse" patternTransform="rotate(38)"><circle cx="11" cy="11" r="6.2" fill="${cast.ink}"/></pattern></defs>`;
  // The paper edge is the figure itself with a wide white stroke, below the figure.
  const edge = `<use href="#${id}-f" stroke="${cast.paper}" stroke-width="${EDGE_WIDTH}" stroke-linejoin="round"/>`;
  const front = placed('acc', parts.acc[look.acc], { ...colors, bg: 'none' });
  return { body: `${defs}${edge}<g id="${id}-f">${body}</g>`, ...(front ? { front } : {}) };
}

const figures = Object.fromEntries(
  Object.entries(cast.figures).map(([name, look]) => [name, figure(`fig-${name}`, look)]),
);
const faces = Object.fromEntries(
  Object.entries(cast.moods).map(([mood, face]) => [
    mood,
    placed('face', parts.face[face], { ink: cast.ink, bg: '#fff' }),
  ]),
);
writeFileSync(
  new URL('figures.json', root),
  `${JSON.stringify({ viewBox: cast.viewBox, figures, faces }, null, 1)}\n`,
);
console.log(`${Object.keys(figures).length} figures, ${Object.keys(faces).length} moods`);
