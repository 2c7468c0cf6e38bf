/** Builds backend and frontend when their sources changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool, since } from './workspace.mjs';

const results = ['backend/dist/main.js', 'frontend/dist/browser/index.html'];
const sources = ['backend', 'frontend', 'nx.json', 'package-lock.json', 'tsconfig.base.json'];
const otherFolders = new Set([
  'dist',
  'node_modules',
  'test',
  'e2e',
  'test-results',
  'out-tsc',
  '.angular',
]);
const stampFile = join(root, '.cache/built');

/**
 * Builds what is stale. Nx knows that exactly but needs seconds to say so, hence a fingerprint of all sources first: if
 * it is that of the last successful build, nothing is asked.
 */
export async function ensureBuilt(say) {
  const stamp = stampOfSources();
  if (isBuilt(stamp)) return;
  const start = performance.now();
  say('Building (half a minute the first time) …');
  const { code, output } = await runTool('nx/dist/bin/nx.js', ['run-many', '-t', 'build', '--outputStyle=static']);
  if (code !== 0) throw new Error(`The build failed.\n${output}`);
  const missing = results.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new Error(`The build left no ${missing.join(' and no ')}.\n${output}`);
  mkdirSync(join(stampFile, '..'), { recursive: true });
  writeFileSync(stampFile, stamp);
  say(`Built (${since(start)}).`);
}

function isBuilt(stamp) {
  const files = [stampFile, ...results.map((file) => join(root, file))];
  return files.every((file) => existsSync(file)) && readFileSync(stampFile, 'utf8') === stamp;
}

function stampOfSources() {
  const hash = createHash('sha256');
  for (const path of sources) addToStamp(hash, path);
  return hash.digest('hex');
}

function addToStamp(hash, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    const names = readdirSync(join(root, path)).filter((name) => !otherFolders.has(name) && !name.includes('.spec.'));
    for (const name of names.sort()) addToStamp(hash, `${path}/${name}`);
  } else if (found) {
    hash.update(`${path} ${found.size}\n`).update(readFileSync(join(root, path)));
  }
}
