// Icons and party emblems as JSON for the interface: `node scripts/art/icons.mjs`.
// Sources: assets/icons/sources (Phosphor, MIT; shapes of the emblems are our own).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../assets/', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const ICON_GRID = 256;
const EMBLEM_GRID = 32;

/** Path data of an icon, without frame and colour. */
function inner(path) {
  const markup = read(path)
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '');
  return markup
    .replace(/<rect width="256" height="256" fill="none"\/>/, '')
    .replaceAll('></path>', '/>')
    .trim();
}

function emblem({ shape, sign, scale, dx = 0, dy = 0 }, color, paper) {
  const corner = (EMBLEM_GRID - ICON_GRID * scale) / 2;
  const place = `translate(${(corner + dx).toFixed(2)} ${(corner + dy).toFixed(2)}) scale(${scale})`;
  return `<g fill="${color}">${shape}</g><g fill="${paper}" transform="${place}">${inner(`icons/sources/fill/${sign}.svg`)}</g>`;
}

const tokens = JSON.parse(read('art/sources/tokens.json'));
const plan = JSON.parse(read('icons/sources/emblems.json'));
const names = readdirSync(new URL('icons/sources/bold/', root))
  .filter((file) => file.endsWith('.svg'))
  .map((file) => file.slice(0, -'.svg'.length))
  .sort();
const icons = Object.fromEntries(names.map((name) => [name, inner(`icons/sources/bold/${name}.svg`)]));
const emblems = Object.fromEntries(
  Object.entries(plan.emblems).map(([id, sign]) => [
    id,
    emblem(sign, tokens.party[sign.color].base, tokens.color.sheet),
  ]),
);
const write = (path, value) => writeFileSync(new URL(path, root), `${JSON.stringify(value, null, 1)}\n`);
write('icons/icons.json', { viewBox: `0 0 ${ICON_GRID} ${ICON_GRID}`, icons });
write('icons/emblems.json', { viewBox: plan.viewBox, emblems });
console.log(`${names.length} icons, ${Object.keys(emblems).length} emblems`);
