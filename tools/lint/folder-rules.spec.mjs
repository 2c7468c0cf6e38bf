/** One breach of each rule of .dependency-cruiser.cjs, and the proof that it is reported. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { runTool } from '../lib/workspace.mjs';
import { plant } from './planted-tree.mjs';

const uses = (path) => `import '${path}';\n`;
const value = 'export const one = 1;\n';
const features =
  'people calendar channels norms customers plans touchpoints follow-ups schedule my-day reports vocabulary health imports demo'.split(
    ' ',
  );

/** A tree that keeps the rules: each feature uses one that it may, through its door. */
const clean = {
  'backend/src/app.ts': features.map((name) => uses(`./${name}/index.ts`)).join(''),
  'backend/src/entities.ts': uses('./people/person.entity.ts'),
  'backend/src/kernel/index.ts': uses('./days.ts'),
  'backend/src/kernel/days.ts': value,
  'backend/src/kernel/days.spec.ts': uses('fast-check'),
  'backend/src/platform/clock.ts': uses('../kernel/index.ts'),
  'backend/src/platform/database/data-source.ts': uses('../../entities.ts'),
  'backend/src/people/person.entity.ts': uses('typeorm'),
  'backend/src/people/index.ts': uses('./person.entity.ts'),
  'backend/src/people/scope.rules.ts': `${uses('../kernel/index.ts')}import type { one } from './other.ts';\n`,
  'backend/src/people/other.ts': value,
  'backend/src/calendar/index.ts': uses('../people/index.ts'),
  'backend/src/channels/index.ts': uses('../people/index.ts'),
  'backend/src/norms/index.ts': uses('../channels/index.ts'),
  'backend/src/contact-cards/index.ts': uses('../norms/index.ts'),
  'backend/src/customers/index.ts': uses('../calendar/index.ts') + uses('../platform/clock.ts'),
  'backend/src/customers/inner.ts': value,
  'backend/src/approvals/index.ts': uses('../customers/index.ts'),
  'backend/src/plans/index.ts': uses('../customers/index.ts'),
  'backend/src/touchpoints/index.ts': uses('../plans/index.ts'),
  'backend/src/follow-ups/index.ts': uses('../touchpoints/index.ts'),
  'backend/src/schedule/index.ts': uses('../follow-ups/index.ts'),
  'backend/src/my-day/index.ts': uses('../schedule/index.ts'),
  'backend/src/plan-keeping/index.ts': uses('../follow-ups/index.ts'),
  'backend/src/merging/index.ts': uses('../follow-ups/index.ts'),
  'backend/src/reports/index.ts': uses('../people/index.ts'),
  'backend/src/vocabulary/index.ts': uses('../follow-ups/index.ts'),
  'backend/src/health/index.ts': uses('../people/index.ts'),
  'backend/src/imports/index.ts': uses('../my-day/index.ts'),
  'backend/src/demo/index.ts': uses('../imports/index.ts'),
  'frontend/src/main.ts': uses('./app/routes'),
  'frontend/src/app/routes.ts': uses('./customers/routes') + uses('./my-day/routes'),
  'frontend/src/app/core/api/api.ts': value,
  'frontend/src/app/core/session.ts': uses('./api/api'),
  'frontend/src/app/ui/avatar.ts': value,
  'frontend/src/app/customers/routes.ts': uses('../core/api/api') + uses('../ui/avatar'),
  'frontend/src/app/my-day/routes.ts': uses('../core/session'),
};

/** Each breach: the rule that must find it, the file it stands in, and the file that it must not use. */
const breaches = [
  ['people-uses-only-what-lies-below', 'backend/src/people/breach.ts', '../customers/index.ts'],
  ['calendar-uses-only-what-lies-below', 'backend/src/calendar/breach.ts', '../channels/index.ts'],
  ['channels-uses-only-what-lies-below', 'backend/src/channels/breach.ts', '../customers/index.ts'],
  ['norms-uses-only-what-lies-below', 'backend/src/norms/breach.ts', '../customers/index.ts'],
  ['contact-cards-uses-only-what-lies-below', 'backend/src/contact-cards/breach.ts', '../my-day/index.ts'],
  ['customers-uses-only-what-lies-below', 'backend/src/customers/breach.ts', '../plans/index.ts'],
  ['approvals-uses-only-what-lies-below', 'backend/src/approvals/breach.ts', '../plans/index.ts'],
  ['incentives-uses-only-what-lies-below', 'backend/src/incentives/breach.ts', '../plans/index.ts'],
  ['plans-uses-only-what-lies-below', 'backend/src/plans/breach.ts', '../touchpoints/index.ts'],
  ['touchpoints-uses-only-what-lies-below', 'backend/src/touchpoints/breach.ts', '../follow-ups/index.ts'],
  ['follow-ups-uses-only-what-lies-below', 'backend/src/follow-ups/breach.ts', '../schedule/index.ts'],
  ['schedule-uses-only-what-lies-below', 'backend/src/schedule/breach.ts', '../my-day/index.ts'],
  ['my-day-uses-only-what-lies-below', 'backend/src/my-day/breach.ts', '../reports/index.ts'],
  ['plan-keeping-uses-only-what-lies-below', 'backend/src/plan-keeping/breach.ts', '../my-day/index.ts'],
  ['merging-uses-only-what-lies-below', 'backend/src/merging/breach.ts', '../my-day/index.ts'],
  ['reports-uses-only-what-lies-below', 'backend/src/reports/breach.ts', '../follow-ups/index.ts'],
  ['vocabulary-uses-only-what-lies-below', 'backend/src/vocabulary/breach.ts', '../reports/index.ts'],
  ['health-uses-only-what-lies-below', 'backend/src/health/breach.ts', '../customers/index.ts'],
  ['imports-uses-only-what-lies-below', 'backend/src/imports/breach.ts', '../demo/index.ts'],
  ['demo-uses-only-what-lies-below', 'backend/src/demo/breach.ts', '../novelty/index.ts'],
  ['every-feature-has-its-place', 'backend/src/novelty/index.ts', '../people/index.ts'],
  ['features-have-one-door', 'backend/src/touchpoints/door.ts', '../customers/inner.ts'],
  ['features-have-one-door', 'backend/src/openapi.ts', './customers/inner.ts'],
  ['nothing-uses-the-application', 'backend/src/reports/app.ts', '../openapi.ts'],
  ['platform-knows-no-feature', 'backend/src/platform/breach.ts', '../people/index.ts'],
  ['kernel-imports-nothing', 'backend/src/kernel/breach.ts', '../platform/clock.ts'],
  ['kernel-imports-nothing', 'backend/src/kernel/file.ts', 'node:fs'],
  ['kernel-imports-nothing', 'backend/src/kernel/package.ts', 'rxjs'],
  ['rules-are-pure', 'backend/src/customers/breach.rules.ts', '../platform/clock.ts'],
  ['rules-are-pure', 'backend/src/customers/table.rules.ts', 'typeorm'],
  ['entities-know-no-nest', 'backend/src/customers/breach.entity.ts', '@nestjs/common'],
  ['frontend-features-are-islands', 'frontend/src/app/customers/breach.ts', '../my-day/routes'],
  ['core-and-ui-know-no-feature', 'frontend/src/app/core/breach.ts', '../customers/routes'],
  ['core-and-ui-know-no-feature', 'frontend/src/app/ui/breach.ts', '../routes'],
  ['ui-knows-no-api', 'frontend/src/app/ui/calling.ts', '../core/api/api'],
  ['frontend-knows-no-backend', 'frontend/src/app/core/other-side.ts', '../../../../backend/src/kernel/index.ts'],
  ['backend-knows-no-frontend', 'backend/src/plans/other-side.ts', '../../../frontend/src/app/ui/avatar.ts'],
  ['only-what-exists', 'backend/src/plans/nowhere.ts', './gone.ts'],
];
const cycle = { 'backend/src/plans/egg.ts': uses('./hen.ts'), 'backend/src/plans/hen.ts': uses('./egg.ts') };

let planted;
let found;

before(async () => {
  const files = Object.fromEntries(breaches.map(([, file, used]) => [file, uses(used)]));
  planted = plant({ ...clean, ...files, ...cycle });
  found = await violations(planted.folder);
});
after(() => planted.remove());

/** Runs the check in a folder as `npm test` does, and gives what it finds as `{ rule, from }`. */
async function violations(folder) {
  const args = ['--output-type', 'json', 'backend', 'frontend'];
  const { output } = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', args, { directory: folder });
  return JSON.parse(output).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

for (const [rule, file, used] of breaches)
  test(`${rule} is reported when ${file} uses ${used}`, () => {
    assert.ok(
      found.some((one) => one.rule === rule && one.from === file),
      JSON.stringify(found.filter(({ from }) => from === file)),
    );
  });

test('no-cycles is reported for a circle of files', () => {
  assert.ok(found.some(({ rule, from }) => rule === 'no-cycles' && from in cycle));
});

test('every rule has a breach here', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
  const tried = new Set([...breaches.map(([rule]) => rule), 'no-cycles']);
  assert.deepEqual(
    forbidden.map(({ name }) => name).filter((name) => !tried.has(name)),
    [],
  );
});

test('what keeps the rules is not reported', () => {
  assert.deepEqual(
    found.filter(({ from }) => from in clean),
    [],
  );
});
