/**
 * After an installation: makes `node_modules/.bin/node` point to the Node that was installed for this machine.
 *
 * Of the packages `node-<system>-<cpu>` npm installs the one that fits. All of them name their program `node`, and npm
 * 10 removes the link again together with the packages that do not fit. Windows has no such link: there the tools find
 * the program by its path.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundledNode, modules } from './lib/workspace.mjs';

const folder = join(modules, '.bin');
const link = join(folder, 'node');
const program = bundledNode();

if (process.platform !== 'win32' && program && !existsSync(link)) {
  mkdirSync(folder, { recursive: true });
  // A link to a program that is gone does not "exist", but stands in the way.
  rmSync(link, { force: true });
  symlinkSync(relative(folder, program), link);
}
