// Colours, type and spacing of the design as CSS custom properties: `node scripts/art/tokens.mjs`.
// Source: assets/art/sources/tokens.json. Refuses a palette in which a text colour falls below WCAG AA.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const AA_CONTRAST = 4.5;

/** @param {string} hex */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair of text and ground that the interface uses. */
function textPairs({ color, party }) {
  const grounds = ['paper', 'sheet', 'sunken'];
  const inks = ['ink', 'ink2', 'ink3'];
  return [
    ...grounds.flatMap((ground) => inks.map((ink) => [`${ink} on ${ground}`, color[ink], color[ground]])),
    ...Object.entries(party).flatMap(([id, { base, tint }]) => [
      ...grounds.map((ground) => [`${id} on ${ground}`, base, color[ground]]),
      [`sheet on ${id}`, color.sheet, base],
      [`${id} on its tint`, base, tint],
      [`ink2 on tint of ${id}`, color.ink2, tint],
    ]),
    ['ink on highlight', color.ink, color.highlight],
    ['ink on highlight-soft', color.ink, color['highlight-soft']],
    ['good on its tint', color.good, color['good-tint']],
    ['bad on its tint', color.bad, color['bad-tint']],
    ['bad on sheet', color.bad, color.sheet],
    ['good on sheet', color.good, color.sheet],
  ];
}

function rem(pixels) {
  return pixels === 0 ? '0' : `${pixels / 16}rem`;
}

function toCss(tokens) {
  const { color, party, font, type, space, radius, line, shadow, motion, ease } = tokens;
  const group = (prefix, entries) => Object.entries(entries).map(([id, value]) => [`${prefix}-${id}`, value]);
  const lines = [
    ...group('color', color),
    ...Object.entries(party).flatMap(([id, { base, tint, map }]) => [
      [`color-${id}`, base],
      [`color-${id}-tint`, tint],
      [`color-${id}-map`, map],
    ]),
    ...group('font', font),
    ...Object.entries(type).flatMap(([id, [size, height, weight]]) => [
      [`text-${id}`, rem(size)],
      [`leading-${id}`, height],
      [`weight-${id}`, weight],
    ]),
    ...space.map((pixels, step) => [`space-${step}`, rem(pixels)]),
    ...group('radius', radius),
    ...group('line', line),
    ...group('shadow', shadow),
    ...group('motion', motion),
    ...group('ease', ease),
    ['touch-min', tokens['touch-min']],
  ];
  const body = lines.map(([name, value]) => `  --${name}: ${value};`).join('\n');
  return `/* Made by scripts/art/tokens.mjs from assets/art/sources/tokens.json. Change it there. */\n:root {\n  color-scheme: light;\n${body}\n}\n`;
}

const tokens = JSON.parse(readFileSync(new URL('assets/art/sources/tokens.json', root), 'utf8'));
const tooFaint = textPairs(tokens).filter(([, text, ground]) => contrast(text, ground) < AA_CONTRAST);
if (tooFaint.length > 0) {
  for (const [name, text, ground] of tooFaint)
    console.error(`${name}: ${contrast(text, ground).toFixed(2)} < ${AA_CONTRAST}`);
  process.exit(1);
}
writeFileSync(new URL('src/client/dom/styles/tokens.css', root), toCss(tokens));
console.log(`tokens.css: ${textPairs(tokens).length} text pairs pass AA`);
