/**
 * `npm test [-- --only=lint,backend]`: installs what is missing, runs every kind of check there is, goes on after a
 * failure, and closes with a table and the totals. The exit code is 1 when anything failed.
 */
import { parseArgs } from 'node:util';
import { add } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { steps } from './lib/steps.mjs';
import { since } from './lib/workspace.mjs';

/** The steps that were asked for by `--only`, or all; a wrong name is explained and ends the program. */
function chosenSteps() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    const names = values.only?.split(',') ?? steps.map(({ name }) => name);
    const unknown = names.filter((name) => !steps.some((step) => step.name === name));
    if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}.`);
    return steps.filter(({ name }) => names.includes(name));
  } catch (error) {
    console.error(`${error.message}\nnpm test [-- --only=${steps.map(({ name }) => name).join(',')}]`);
    process.exit(2);
  }
}

/** Runs one step under its heading; a step that breaks down counts as one failure. */
async function take({ heading, work }) {
  console.log(`\n${'─'.repeat(78)}\n${heading}\n${'─'.repeat(78)}`);
  const start = performance.now();
  const counts = await work().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { heading, counts, duration: since(start) };
}

const row = (...cells) => cells.map((cell, n) => (n === 0 ? cell.padEnd(42) : String(cell).padStart(8))).join(' ');

const chosen = chosenSteps();
try {
  await ensureInstalled(console.log);
} catch (error) {
  console.error(`${error.message}\n0 passed, 1 failed`);
  process.exit(1);
}
const start = performance.now();
const taken = [];
for (const step of chosen) taken.push(await take(step));

const total = taken.map(({ counts }) => counts).reduce(add);
console.log(`\n${row('', 'passed', 'failed', 'skipped', 'time')}`);
for (const { heading, counts, duration } of taken)
  console.log(row(heading, counts.passed, counts.failed, counts.skipped, duration));
console.log(`${row('In all', total.passed, total.failed, total.skipped, since(start))}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
