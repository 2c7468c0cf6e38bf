/** The steps of `npm test`, in their order. Each runs to its end and gives `{ passed, failed, skipped }`. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, howToGetABrowser } from './browser.mjs';
import { add, jestCounts, nodeCounts, oneCheck, playwrightCounts, playwrightListed } from './counts.mjs';
import { productNode, root, run, runTool, toolEnvironment } from './workspace.mjs';

const reports = join(root, '.cache/reports');
const show = { show: true };

/** A place for a runner's report, empty before it runs. */
function reportFile(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

const nx = (...args) => runTool('nx/dist/bin/nx.js', [...args, '--outputStyle=static'], show);

async function lint() {
  const lines = await runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], show);
  const folders = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', ['backend', 'frontend'], show);
  return add(oneCheck(lines.code === 0), oneCheck(folders.code === 0));
}

async function tools() {
  const report = reportFile('tools.tap');
  const files = readdirSync(join(root, 'tools'), { recursive: true }).filter((file) => file.endsWith('.spec.mjs'));
  const reporters = ['spec', 'stdout', 'tap', report].map(
    (value, n) => `--test-reporter${n % 2 ? '-destination' : ''}=${value}`,
  );
  const { code } = await run(
    productNode(),
    ['--test', ...reporters, ...files.map((file) => join('tools', file))],
    show,
  );
  return nodeCounts(report, code);
}

async function types() {
  return oneCheck((await nx('run-many', '-t', 'typecheck')).code === 0);
}

async function jest(project) {
  const report = reportFile(`${project}.json`);
  const args = ['-c', `${project}/jest.config.mjs`, '--json', `--outputFile=${report}`];
  const { code } = await runTool('jest/bin/jest.js', args, show);
  return jestCounts(report, code);
}

/** The OpenAPI document and the frontend's types, made anew, are the committed ones. */
async function contract() {
  const built = await nx('run', 'backend:build');
  const document = reportFile('openapi.json');
  const made = built.code === 0 ? await run(productNode(), ['backend/dist/openapi.js', document], show) : built;
  const isSame = made.code === 0 && same(document, 'backend/openapi.json');
  const typesFile = reportFile('schema.ts');
  const typed = await runTool('openapi-typescript/bin/cli.js', ['backend/openapi.json', '-o', typesFile]);
  const isTyped = typed.code === 0 && same(typesFile, 'frontend/src/app/core/api/schema.ts');
  return add(oneCheck(isSame), oneCheck(isTyped));
}

function same(made, committed) {
  const file = join(root, committed);
  const isSame = existsSync(made) && existsSync(file) && readFileSync(made, 'utf8') === readFileSync(file, 'utf8');
  console.log(isSame ? `${committed} is up to date.` : `${committed} is not what the backend gives: npm run openapi`);
  return isSame;
}

async function build() {
  return oneCheck((await nx('run-many', '-t', 'build')).code === 0);
}

async function browser() {
  const path = findBrowser();
  const playwright = (args, report, env) =>
    runTool('@playwright/test/cli.js', ['test', '-c', 'frontend/e2e/playwright.config.ts', ...args], {
      ...(report.isShown ? show : {}),
      env: toolEnvironment({
        PLAYWRIGHT_JSON_OUTPUT_FILE: report.file,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report.file,
        ...env,
      }),
    });
  if (path) {
    const report = reportFile('browser.json');
    console.log(`The browser is ${path}`);
    const { code } = await playwright(
      ['--reporter=list,json'],
      { file: report, isShown: true },
      { CHROMIUM_PATH: path },
    );
    return playwrightCounts(report, code);
  }
  const report = reportFile('browser-list.json');
  await playwright(['--list', '--reporter=json'], { file: report, isShown: false });
  console.log(
    `\n${'!'.repeat(78)}\nNO BROWSER WAS FOUND: the browser tests were NOT run.\n${howToGetABrowser}\n${'!'.repeat(78)}`,
  );
  const skipped = { passed: 0, failed: 0, skipped: playwrightListed(report) };
  return process.env.CI === 'true' ? add(skipped, oneCheck(false)) : skipped;
}

/** All steps: the name for `--only`, the heading, and the work. */
export const steps = [
  { name: 'lint', heading: 'Lint and folder rules', work: lint },
  { name: 'tools', heading: 'Tests of the tools and of the lint rules', work: tools },
  { name: 'types', heading: 'Types', work: types },
  { name: 'backend', heading: 'Backend: unit, database and story tests', work: () => jest('backend') },
  { name: 'contract', heading: 'Contract between backend and frontend', work: contract },
  { name: 'frontend', heading: 'Frontend: unit and component tests', work: () => jest('frontend') },
  { name: 'build', heading: 'Build', work: build },
  { name: 'browser', heading: 'Browser tests', work: browser },
];
