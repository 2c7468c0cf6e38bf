/** What the test runners say of themselves, brought to one form: `{ passed, failed, skipped }`. */
import { existsSync, readFileSync } from 'node:fs';

/** The count of one check that either holds or does not. */
export const oneCheck = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The counts of jest's `--json --outputFile`; a file that could not even be run counts as one failure. */
export function jestCounts(file, code) {
  return orFailure(file, code, (text) => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
      JSON.parse(text);
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests + numTodoTests,
    };
  });
}

/** The counts at the end of what `node --test` writes as TAP. */
export function nodeCounts(file, code) {
  return orFailure(file, code, (text) => {
    const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    return {
      passed: number('pass'),
      failed: number('fail') + number('cancelled'),
      skipped: number('skipped') + number('todo'),
    };
  });
}

/** The counts of Playwright's JSON report; a test that only passed when tried again counts as failed. */
export function playwrightCounts(file, code) {
  return orFailure(file, code, (text) => {
    const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  });
}

/** How many tests a list of Playwright (`--list` as JSON) names. */
export function playwrightListed(file) {
  const inSuite = ({ suites = [], specs = [] }) =>
    specs.reduce((sum, { tests }) => sum + tests.length, 0) + suites.reduce((sum, suite) => sum + inSuite(suite), 0);
  return existsSync(file) ? inSuite(JSON.parse(readFileSync(file, 'utf8'))) : 0;
}

/** A runner that failed without saying which test did, or left no report at all, counts as one failure. */
function orFailure(file, code, read) {
  if (!existsSync(file)) return oneCheck(false);
  const counts = read(readFileSync(file, 'utf8'));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
