/**
 * Where things stand in this workspace, and how to run its programs under the Node version it brings along.
 * Runs on the person's own Node (20 or newer) and on nothing but Node itself: nothing may be installed yet.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const modules = join(root, 'node_modules');
const commands = join(modules, '.bin');

/** The oldest Node that the product runs on, should this machine have no binary among the workspace's packages. */
const OLDEST_NODE = 24;

/** The Node binary that was installed with the workspace for this machine; undefined when there is none. */
export function bundledNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  return ['node', 'node-bin']
    .flatMap((name) => [file, 'bin/node.exe'].map((path) => join(modules, `${name}-${system}-${process.arch}`, path)))
    .find(existsSync);
}

/** The Node to run the product and its tools with: the bundled one, or the person's own if it is new enough. */
export function productNode() {
  const bundled = bundledNode();
  if (bundled) return bundled;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  throw new Error(
    `No Node for ${process.platform}-${process.arch} comes with Tangent, and this one is ${process.version}: ` +
      `install Node ${OLDEST_NODE} or newer and start again.`,
  );
}

/**
 * How the product's Node keeps its memory small: young objects get 4 MB instead of 16, and a heap that may not pass 1 GB is swept before it has
 * grown fourfold, as it otherwise is on a large machine. Together they halve a busy process, at no measurable cost (`npm run bench`);
 * `--optimize-for-size` would cost half of the speed.
 */
export const memoryFlags = ['--max-semi-space-size=4', '--max-old-space-size=1024'];

/** The environment for the workspace's own programs: `node`, `nx`, `jest` and so on are found in it first. */
export const toolEnvironment = (extra = {}) => withPath((folders) => [commands, ...folders], extra);

/** The environment for npm, which must not run on the Node inside the folder that it replaces. */
export const npmEnvironment = () => withPath((folders) => folders);

function withPath(arrange, extra = {}) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (process.env[name] ?? '').split(delimiter).filter((folder) => folder && resolve(folder) !== commands);
  return { ...process.env, [name]: arrange(folders).join(delimiter), ...extra };
}

/**
 * Runs a program in the workspace, or another folder, to its end and gives `{ code, output }`; a signal counts as 128 + its number.
 * With `show` the output goes to the terminal as it comes, and is not kept.
 */
export function run(command, args, options = {}) {
  const { directory = root, env = toolEnvironment(), show = false, shell = false } = options;
  const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: directory, env, shell, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.once('error', (error) => done({ code: 127, output: `${output}${command}: ${error.message}` }));
    child.once('close', (code, signal) => done({ code: code ?? exitCodeOf(signal), output }));
  });
}

/** Runs a JavaScript program of an installed package under the product's Node, such as `nx/bin/nx.js`. */
export const runTool = (script, args, options) => run(productNode(), [join(modules, script), ...args], options);

/** The exit code by which shells report that a signal ended a program. */
export const exitCodeOf = (signal) => 128 + (constants.signals[signal] ?? 0);

/** The time since `start` (of `performance.now()`) in words, such as `3.2 s` or `2 min 05 s`. */
export function since(start) {
  const seconds = (performance.now() - start) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}
