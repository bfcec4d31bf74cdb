// The dotted map of the stage, for a wide and a compact frame: `node scripts/art/map.mjs`.
// Sources: assets/map/sources (world.json: rastered from Natural Earth, public domain; frames.json: our own).
// Projection: Lambert azimuthal equal area (Snyder, Map Projections: A Working Manual, 1987, p. 182).
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../assets/map/', import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const RADIANS = Math.PI / 180;
const HEX_ROW = Math.sqrt(3) / 2;
const HORIZON = 130 * RADIANS;
const GRATICULE_STEP = 15;

const { columns, rows } = readJson('sources/world.json');
const { cities, frames, tints } = readJson('sources/frames.json');
const cells = rows.map((row) =>
  [...row.matchAll(/([0-9a-z]+)([SLUC])/g)]
    .map(([, run, kind]) => kind.repeat(Number.parseInt(run, 36)))
    .join(''),
);

function landAt([longitude, latitude]) {
  const row = Math.min(rows.length - 1, Math.max(0, Math.floor(((90 - latitude) / 180) * rows.length)));
  const column = Math.floor((((((longitude + 180) % 360) + 360) % 360) / 360) * columns);
  return cells[row][column];
}

function projection({ center: [lon0, lat0], scale, origin: [originX, originY] }) {
  const [sin0, cos0] = [Math.sin(lat0 * RADIANS), Math.cos(lat0 * RADIANS)];
  const project = ([longitude, latitude]) => {
    const [lambda, phi] = [(longitude - lon0) * RADIANS, latitude * RADIANS];
    const cosAngle = sin0 * Math.sin(phi) + cos0 * Math.cos(phi) * Math.cos(lambda);
    if (Math.acos(Math.min(1, Math.max(-1, cosAngle))) > HORIZON) return undefined;
    const stretch = Math.sqrt(2 / (1 + cosAngle)) * scale;
    const x = stretch * Math.cos(phi) * Math.sin(lambda);
    const y = stretch * (cos0 * Math.sin(phi) - sin0 * Math.cos(phi) * Math.cos(lambda));
    return [originX + x, originY - y];
  };
  const invert = ([pageX, pageY]) => {
    const [x, y] = [(pageX - originX) / scale, (originY - pageY) / scale];
    const radius = Math.hypot(x, y);
    if (radius > 2 * Math.sin(HORIZON / 2)) return undefined;
    if (radius === 0) return [lon0, lat0];
    const angle = 2 * Math.asin(radius / 2);
    const phi = Math.asin(Math.cos(angle) * sin0 + (y * Math.sin(angle) * cos0) / radius);
    const lambda = Math.atan2(
      x * Math.sin(angle),
      radius * cos0 * Math.cos(angle) - y * sin0 * Math.sin(angle),
    );
    return [lon0 + lambda / RADIANS, phi / RADIANS];
  };
  return { project, invert };
}

/** Lines that would lie on one another are bent apart by hand. */
function bent({ bend = {} }, pair, { x, y }) {
  return { x, y: y + (bend[pair] ?? 0) };
}

/** Half way along the great circle. */
function midpoint(from, to) {
  const vector = ([lon, lat]) => {
    const [l, p] = [lon * RADIANS, lat * RADIANS];
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
  };
  const [a, b] = [vector(from), vector(to)];
  const [x, y, z] = a.map((part, axis) => part + b[axis]);
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

function dotRows({ size: { width, height }, bleed: { x: bleedX, y: bleedY }, pitch }, invert) {
  const count = Math.ceil((width + 2 * bleedX) / pitch);
  const lines = [];
  for (let row = 0, y = -bleedY; y < height + bleedY; row++, y = -bleedY + row * pitch * HEX_ROW) {
    let line = '';
    for (let index = 0; index < count; index++) {
      const place = invert([-bleedX + (index + (row % 2) / 2) * pitch, y]);
      line += place ? landAt(place) : 'S';
    }
    lines.push(line.replace(/(.)\1*/g, (run) => `${run.length.toString(36)}${run[0]}`));
  }
  return lines;
}

/** Meridians and parallels as lists of points; lines leave the list where they leave the frame. */
function graticule({ size: { width, height }, bleed: { x: bleedX, y: bleedY } }, project) {
  const lines = [];
  const trace = (points) => {
    let line = [];
    const close = () => {
      if (line.length > 2) lines.push(line);
      line = [];
    };
    for (const place of points) {
      const point = project(place);
      const isInside =
        point &&
        point[0] > -bleedX &&
        point[0] < width + bleedX &&
        point[1] > -bleedY &&
        point[1] < height + bleedY;
      if (isInside) line.push(Math.round(point[0]), Math.round(point[1]));
      else close();
    }
    close();
  };
  const range = (from, to, step) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  for (const lon of range(-180, 165, GRATICULE_STEP)) trace(range(-15, 75, 5).map((lat) => [lon, lat]));
  for (const lat of range(-15, 75, GRATICULE_STEP)) trace(range(20, 380, 5).map((lon) => [lon, lat]));
  return lines;
}

function frame(plan) {
  const { project, invert } = projection(plan);
  const rounded = (place) => {
    const [x, y] = project(place).map((part) => Math.round(part * 10) / 10);
    return { x, y };
  };
  const names = Object.keys(cities);
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other]));
  return {
    size: plan.size,
    bleed: plan.bleed,
    pitch: plan.pitch,
    portrait: plan.portrait,
    tints,
    slots: plan.slots,
    cities: Object.fromEntries(names.map((name) => [name, rounded(cities[name])])),
    midpoints: Object.fromEntries(
      pairs.map(([a, b]) => [`${a} ${b}`, bent(plan, `${a} ${b}`, rounded(midpoint(cities[a], cities[b])))]),
    ),
    graticule: graticule(plan, project),
    rows: dotRows(plan, invert),
  };
}

/** The wide map as a picture for the title page: each dot is a line of no length with round ends. */
function poster({ rows: lines, pitch, bleed, size: { width, height }, tints: colours, cities: places }) {
  const { color, party } = JSON.parse(readFileSync(new URL('../art/sources/tokens.json', root), 'utf8'));
  const paths = new Map();
  lines.forEach((line, row) => {
    let column = 0;
    for (const [, run, kind] of line.matchAll(/([0-9a-z]+)([A-Z])/g)) {
      for (const end = column + Number.parseInt(run, 36); column < end; column++) {
        const [x, y] = [-bleed.x + (column + (row % 2) / 2) * pitch, -bleed.y + row * pitch * HEX_ROW];
        if (kind === 'S' || x < -pitch || y < -pitch || x > width + pitch || y > height + pitch) continue;
        const capital = places[colours[kind]?.around];
        const near = capital ? Math.exp(-Math.hypot(x - capital.x, y - capital.y) / 150) : 0;
        const size = Math.round(pitch * ((kind === 'L' ? 0.54 : 0.6) + 0.34 * near) * 2) / 2;
        const key = `${kind} ${size}`;
        paths.set(key, `${paths.get(key) ?? ''}M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}h0`);
      }
    }
  });
  const colourOf = (kind) => (kind === 'L' ? color.land : party[colours[kind].color].map);
  const dots = [...paths].map(([key, path]) => {
    const [kind, size] = key.split(' ');
    return `<path stroke="${colourOf(kind)}" stroke-width="${size}" d="${path}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none" stroke-linecap="round">${dots.join('')}</svg>\n`;
}

const map = Object.fromEntries(Object.entries(frames).map(([name, plan]) => [name, frame(plan)]));
writeFileSync(new URL('map.json', root), `${JSON.stringify(map)}\n`);
writeFileSync(new URL('poster.svg', root), poster(map.wide));
for (const [name, { cities: places }] of Object.entries(map)) console.log(name, JSON.stringify(places));
