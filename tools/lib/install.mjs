/** Installs the workspace's packages when they are missing or not those of the lock file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, npmEnvironment, root, run, since } from './workspace.mjs';

/** Brings `node_modules` up to `package-lock.json`; does nothing, in some hundredths of a second, when it is. */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  const start = performance.now();
  say(existsSync(modules) ? 'Bringing the packages up to date …' : 'Installing the packages (once, some minutes) …');
  const locked = await npm('ci');
  if (locked.code !== 0) {
    say('The packages of the lock file could not be installed as they are; trying npm install …');
    const loose = await npm('install');
    if (loose.code !== 0) throw new Error(`The packages could not be installed.\n${locked.output}\n${loose.output}`);
  }
  say(`Packages installed (${since(start)}).`);
}

const npm = (command) =>
  run('npm', [command, '--no-fund', '--no-audit'], { env: npmEnvironment(), shell: process.platform === 'win32' });

/**
 * Compares the lock file with the one that npm keeps inside `node_modules`. npm writes that one last, so an interrupted
 * installation shows as well. Packages for other machines are in the lock file alone and are passed over.
 */
function isInstalled() {
  const installed = readLock(join(modules, '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === version : optional === true);
  });
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
