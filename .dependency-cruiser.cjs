/**
 * Who may use whom. `npx depcruise backend frontend` checks it, tools/lint/lint-rules.spec.mjs proves each rule.
 *
 * The backend's features, each with those whose doors it may use. A feature that is not named here may use none and be
 * used by none but the application itself, so a new one has to be given its place.
 */
const ground = ['people', 'calendar', 'channels'];
const features = {
  people: [],
  calendar: ['people'],
  channels: ['people'],
  // The standards for contacts, known to whatever names or follows one.
  norms: ground,
  customers: ground,
  approvals: ['customers', ...ground],
  incentives: ['approvals', 'customers', ...ground],
  plans: ['approvals', 'incentives', 'norms', 'customers', ...ground],
  touchpoints: ['plans', 'approvals', 'norms', 'customers', ...ground],
  'follow-ups': ['touchpoints', 'plans', 'approvals', 'norms', 'customers', ...ground],
  'contact-cards': ['follow-ups', 'touchpoints', 'plans', 'incentives', 'norms', 'customers', ...ground],
  schedule: ['follow-ups', 'touchpoints', 'plans', 'approvals', 'customers', ...ground],
  'my-day': ['schedule', 'follow-ups', 'touchpoints', 'plans', 'approvals', 'customers', ...ground],
  'plan-keeping': ['follow-ups', 'touchpoints', 'plans', 'approvals', 'incentives', 'customers', ...ground],
  // Two customers become one with all that hangs on them.
  merging: ['follow-ups', 'touchpoints', 'plans', 'approvals', 'incentives', 'customers', ...ground],
  // Reports read published SQL views; from people they take who asks and what that person may see.
  reports: ['people'],
  // The words that people choose from (channels, stages, outcomes …), read in one go and edited in Settings.
  vocabulary: ['follow-ups', 'touchpoints', 'plans', 'norms', 'customers', ...ground],
  // Who is public is decided in people.
  health: ['people'],
};
const all = Object.keys(features);
features.imports = all;
features.demo = [...all, 'imports'];

const oneOf = (names) => `(${names.join('|')})`;
const anyFeature = '^backend/src/(?!kernel/|platform/)[^/]+/';
const frontendFeature = '^frontend/src/app/(?!core/|ui/)([^/]+)/';
const test = '[.](spec|testing)[.]ts$';

const direction = Object.entries(features).map(([name, used]) => ({
  name: `${name}-uses-only-what-lies-below`,
  comment: `${name} may use ${used.join(', ') || 'no other feature'}`,
  severity: 'error',
  from: { path: `^backend/src/${name}/` },
  to: { path: anyFeature, pathNot: `^backend/src/${oneOf([name, ...used])}/` },
}));

module.exports = {
  forbidden: [
    ...direction,
    {
      name: 'every-feature-has-its-place',
      comment: 'A new feature is named in this file before it uses others.',
      severity: 'error',
      from: {
        path: '^backend/src/([^/]+)/',
        pathNot: `^backend/src/${oneOf(['kernel', 'platform', ...Object.keys(features)])}/`,
      },
      to: { path: anyFeature, pathNot: '^backend/src/$1/' },
    },
    {
      name: 'features-have-one-door',
      comment: 'A feature is entered by its index.ts; only the list of all tables reads the entities directly.',
      severity: 'error',
      from: { path: '^backend/src/(?!entities[.]ts)([^/]+)' },
      to: { path: anyFeature, pathNot: ['^backend/src/$1/', '^backend/src/[^/]+/index[.]ts$'] },
    },
    {
      name: 'nothing-uses-the-application',
      comment: 'main, app and their like put the parts together; the parts do not know them.',
      severity: 'error',
      from: { path: '^backend/src/[^/]+/', pathNot: ['^backend/src/platform/database/data-source[.]ts$', '[.]spec[.]ts$'] },
      to: { path: '^backend/src/[^/]+[.]ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^backend/src/platform/' },
      to: { path: anyFeature },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^backend/src/kernel/', pathNot: test },
      to: { pathNot: '^backend/src/kernel/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'The rules of the domain (*.rules.ts) run on the kernel and each other; from elsewhere they take types.',
      severity: 'error',
      from: { path: '^backend/.*[.]rules[.]ts$' },
      to: { pathNot: ['^backend/src/kernel/', '[.]rules[.]ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'entities-know-no-nest',
      severity: 'error',
      from: { path: '[.]entity[.]ts$' },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'frontend-features-are-islands',
      comment: 'Features of the frontend stand on core and ui and are joined by routes alone.',
      severity: 'error',
      from: { path: frontendFeature },
      to: { path: frontendFeature, pathNot: '^frontend/src/app/$1/' },
    },
    {
      name: 'core-and-ui-know-no-feature',
      severity: 'error',
      from: { path: '^frontend/src/app/(core|ui)/' },
      to: { path: [frontendFeature, '^frontend/src/app/[^/]+[.]ts$'] },
    },
    {
      name: 'ui-knows-no-api',
      severity: 'error',
      from: { path: '^frontend/src/app/ui/' },
      to: { path: '^frontend/src/app/core/api/' },
    },
    {
      name: 'frontend-knows-no-backend',
      severity: 'error',
      from: { path: '^frontend/' },
      to: { path: '^backend/' },
    },
    {
      name: 'backend-knows-no-frontend',
      severity: 'error',
      from: { path: '^backend/' },
      to: { path: '^frontend/' },
    },
    {
      name: 'no-cycles',
      comment: 'Types may refer to each other, code that runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-what-exists',
      comment: 'An import that leads nowhere would pass every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(backend|frontend)/(dist|coverage|out-tsc|test-results)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
