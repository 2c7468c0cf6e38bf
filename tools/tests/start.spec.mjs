/** `npm start` in a small workspace of its own: real installation check, real Nx build, a product of four lines. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pauseBefore } from '../lib/restarts.mjs';
import { modules, root } from '../lib/workspace.mjs';

const product = `
  const { PORT = '', HOST = '', EXIT } = process.env;
  if (EXIT) process.exit(Number(EXIT));
  process.on('SIGTERM', () => setTimeout(() => process.exit(0), 100));
  console.log(['up', PORT, HOST, ...process.argv.slice(2), 'as', process.pid].join(' '));
  if (process.env.OPENS) process.send('open');
  setInterval(() => undefined, 1000);
`;

let workspace;

before(() => {
  workspace = mkdtempSync(join(tmpdir(), 'tangent-start-'));
  for (const file of ['tools', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json'])
    cpSync(join(root, file), join(workspace, file), { recursive: true });
  symlinkSync(modules, join(workspace, 'node_modules'));
  makeProject('backend', 'dist/main.js', product);
  makeProject('frontend', 'dist/browser/index.html', '<p>page</p>');
});
after(() => rmSync(workspace, { recursive: true, force: true }));

function makeProject(name, result, content) {
  const folder = join(workspace, name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'src/content'), content);
  const copy = `const fs = require('fs'); fs.cpSync('${name}/src/content', '${name}/${result}', { recursive: true })`;
  writeFileSync(join(folder, 'build.cjs'), copy);
  const targets = { build: { command: `node ${name}/build.cjs`, outputs: ['{projectRoot}/dist'] } };
  writeFileSync(join(folder, 'project.json'), JSON.stringify({ name, targets }));
}

/** Starts the product; `line(text)` waits for a line of output that holds the text, `ended` for the exit code. */
function start(args = [], env = {}) {
  const child = spawn(process.execPath, ['tools/start.mjs', ...args], {
    cwd: workspace,
    env: { ...process.env, PORT: '', HOST: '', NX_DAEMON: 'false', ...env },
  });
  let output = '';
  const listeners = new Set();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
      for (const listener of listeners) listener();
    });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const line = (text, nth = 1) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = output.split('\n').filter((one) => one.includes(text));
        if (found.length >= nth) resolve(found[nth - 1]);
      };
      listeners.add(look);
      look();
      child.once('close', () => reject(new Error(`ended without “${text}”:\n${output}`)));
    });
  return { child, ended, line, output: () => output };
}

test('builds what is missing, runs the product with the given port and host, and stops it on SIGTERM', async () => {
  const { child, ended, line } = start(['--demo', '--port', '3456', '--host=0.0.0.0']);
  await line('Built (');
  assert.match(await line('up '), /^up 3456 0\.0\.0\.0 --demo as \d+$/);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
});

test('asks for no build when the sources are those of the last one, and for one when they changed', async () => {
  const begin = performance.now();
  const unchanged = start([], { EXIT: '0' });
  assert.equal(await unchanged.ended, 0);
  assert.doesNotMatch(unchanged.output(), /Buil[dt]/);
  assert.ok(performance.now() - begin < 4000, 'a built start costs under four seconds before the product runs');
  writeFileSync(join(workspace, 'frontend/src/content'), '<p>another page</p>');
  const changed = start([], { EXIT: '0' });
  assert.equal(await changed.ended, 0);
  assert.match(changed.output(), /Built \(/);
  assert.equal(readFileSync(join(workspace, 'frontend/dist/browser/index.html'), 'utf8'), '<p>another page</p>');
});

test('ends with the exit code of the product', async () => {
  assert.equal(await start([], { EXIT: '7' }).ended, 7);
});

test('starts a product again that was killed from outside', async () => {
  const { child, ended, line } = start();
  process.kill(Number((await line('up ')).split(' ').at(-1)), 'SIGKILL');
  await line('up ', 2);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
});

test('starts what was open for work at once however often it is killed, and waits longer and longer for what never was', async () => {
  const { child, ended, line } = start([], { OPENS: 'yes' });
  const begin = performance.now();
  for (let kills = 1; kills <= 8; kills++) {
    const pid = Number((await line('up ', kills)).split(' ').at(-1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.kill(pid, 'SIGKILL');
  }
  await line('up ', 9);
  assert.ok(performance.now() - begin < 15_000, 'eight restarts with growing pauses would take 22 seconds');
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.deepEqual([0, 1, 2, 6, 7, 50].map(pauseBefore), [100, 200, 400, 6_400, 10_000, 10_000]);
});

test('explains a wrong option and starts nothing', async () => {
  const { ended, output } = start(['--port', 'http']);
  assert.equal(await ended, 2);
  assert.match(output(), /--port http is not a port/);
  assert.doesNotMatch(output(), /^up /m);
});

test('says why a build failed and starts nothing', async () => {
  writeFileSync(join(workspace, 'backend/build.cjs'), 'console.log("no such thing"); process.exit(1)');
  const { ended, output } = start();
  assert.equal(await ended, 1);
  assert.match(output(), /The build failed\.[^]*no such thing/);
  assert.doesNotMatch(output(), /^up /m);
  assert.ok(existsSync(join(workspace, 'backend/dist/main.js')));
});
