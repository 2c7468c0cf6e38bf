/**
 * `node tools/fix-lock.mjs [package-lock.json]`, after every `npm install` that changed the lock file.
 *
 * Many packages come with one optional package per operating system and processor. npm leaves those out of the lock file
 * that the registry at hand does not carry, and `npm ci` then refuses the file as incomplete. This adds an entry
 * (version, system, processor, C library) for each that is missing, so that every npm accepts the lock file and skips
 * what does not fit its machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = {
  linux: ['linux', 'linuxmusl'],
  darwin: ['darwin'],
  win32: ['win32', 'windows', 'win'],
  ...Object.fromEntries(
    ['freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'android', 'openharmony'].map((os) => [os, [os]]),
  ),
};
const processors = {
  ia32: ['ia32', 'x86'],
  ...Object.fromEntries(
    'x64 arm64 arm ppc64 ppc64le s390x riscv64 loong64 mips64el wasm32'.split(' ').map((cpu) => [cpu, [cpu]]),
  ),
};

/** The words of a package name by which it says where it runs, such as `linux`, `x64` and `musl`. */
const wordsOf = (name) => name.split('/').at(-1).split(/[-.]/);

/** The entry of `table` that the last fitting word names. */
const lastNamed = (table, words) =>
  words
    .map((word) => Object.keys(table).find((key) => table[key].includes(word)))
    .filter(Boolean)
    .at(-1);

/** What a package name says of where it runs, in the terms of the lock file. */
function machineOf(name) {
  const words = wordsOf(name);
  const os = lastNamed(systems, words);
  const cpu = lastNamed(processors, words);
  const isMusl = words.some((word) => word.includes('musl'));
  const isGlibc = os === 'linux' && words.some((word) => word.startsWith('gnu'));
  const libc = isMusl ? 'musl' : isGlibc ? 'glibc' : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

/** Whether a package that stands at `path` finds `name` in its own or an outer `node_modules`. */
function isLocked(packages, path, name) {
  const inside = path ? `${path}/` : '';
  if (`${inside}node_modules/${name}` in packages) return true;
  if (!path) return false;
  const end = path.lastIndexOf('/node_modules/');
  return isLocked(packages, end < 0 ? '' : path.slice(0, end), name);
}

/** Adds an entry for every optional package that is missing; returns how many were. */
function addMissing(packages) {
  let added = 0;
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (isLocked(packages, path, name)) continue;
      const version = range.replace(/^[\^~]/, '');
      const { cpu, libc, os } = machineOf(name);
      if (!/^\d+\.\d+\.\d+/.test(version) || !(os || cpu)) {
        console.log(`Left out: ${name} ${range}`);
        continue;
      }
      packages[`node_modules/${name}`] = {
        version,
        ...(cpu && { cpu }),
        ...(dev && { dev: true }),
        ...(libc && { libc }),
        optional: true,
        ...(os && { os }),
      };
      added++;
    }
  }
  return added;
}

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = addMissing(lock.packages);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${added} packages for other machines to ${file}.`);
