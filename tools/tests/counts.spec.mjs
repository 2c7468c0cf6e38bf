/** The totals of `npm test` are what the runners report, and no failure gets lost on the way. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { add, jestCounts, nodeCounts, oneCheck, playwrightCounts, playwrightListed } from '../lib/counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tangent-counts-'));
after(() => rmSync(folder, { recursive: true }));

function report(content) {
  const file = join(folder, String(performance.now()));
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const jest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

test('jest: passed, failed and skipped tests are counted', () => {
  assert.deepEqual(jestCounts(report({ ...jest, numFailedTests: 2 }), 1), { passed: 5, failed: 2, skipped: 2 });
});

test('jest: a file that could not be run is a failure', () => {
  assert.equal(jestCounts(report({ ...jest, numRuntimeErrorTestSuites: 1 }), 1).failed, 1);
});

test('a runner that fails without a failed test, or without a report, is one failure', () => {
  assert.deepEqual(jestCounts(report(jest), 1), { passed: 5, failed: 1, skipped: 2 });
  assert.deepEqual(jestCounts(join(folder, 'none'), 1), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(playwrightCounts(join(folder, 'none'), 0), { passed: 0, failed: 1, skipped: 0 });
});

test('node: the summary of TAP is counted, cancelled tests as failures', () => {
  const tap = 'ok 1 - a\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n';
  assert.deepEqual(nodeCounts(report(tap), 1), { passed: 3, failed: 2, skipped: 1 });
});

test('Playwright: a flaky test is a failure', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 0 };
  assert.deepEqual(playwrightCounts(report({ stats }), 1), { passed: 4, failed: 2, skipped: 0 });
});

test('Playwright: the tests of a list are counted through all levels', () => {
  const inner = { specs: [{ tests: [{}, {}] }] };
  assert.equal(playwrightListed(report({ suites: [{ specs: [{ tests: [{}] }], suites: [inner] }] })), 3);
});

test('counts add up', () => {
  const twoChecks = add(oneCheck(true), oneCheck(false));
  assert.deepEqual(twoChecks, { passed: 1, failed: 1, skipped: 0 });
});
