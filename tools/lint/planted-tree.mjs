/** A small tree with the configuration of this workspace, for planting breaches that a rule has to find. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/workspace.mjs';

const configuration = [
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'tools/lint/documented-exports.mjs',
  'tsconfig.base.json',
  'backend/package.json',
  'backend/tsconfig.json',
  'frontend/tsconfig.json',
  'frontend/tsconfig.app.json',
  'frontend/tsconfig.spec.json',
];

/** Makes the tree of `files` (path → text) inside the workspace, where the installed packages are found. */
export function plant(files) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/planted-'));
  for (const file of configuration) cpSync(join(root, file), join(folder, file));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
