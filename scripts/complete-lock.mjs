import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Run after every `npm install`: adds the binaries for other systems that npm may have left out of the lock
// file, since without them `npm ci` refuses to work. With --check it only says whether any is missing.

const file = path.resolve(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;
const missing = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${owner}/node_modules/${name}`])
    .map(([name, version]) => ({ name, version })),
);
if (process.argv.includes('--check')) {
  if (missing.length > 0)
    console.error(
      `package-lock.json lacks ${missing.map(({ name }) => name).join(', ')}: run node scripts/complete-lock.mjs`,
    );
  process.exit(missing.length > 0 ? 1 : 0);
}
for (const { name, version } of missing) {
  const os = /darwin|linux|win32|android|freebsd|openbsd|sunos|aix/.exec(name)?.[0];
  const cpu = /arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64/.exec(name)?.[0];
  packages[`node_modules/${name}`] = {
    version,
    dev: true,
    license: 'MIT',
    optional: true,
    ...(os ? { os: [os] } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
  };
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(`${missing.length} packages added`);
