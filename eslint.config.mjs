import js from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { documentedExports } from './tools/lint/documented-exports.mjs';

const typescript = ['backend/**/*.ts', 'frontend/**/*.ts'];
const tests = [
  '**/*.spec.ts', 'frontend/src/test-setup.ts',
  '**/*.testing.ts',
  'backend/test/**/*.ts',
  'frontend/src/testing/**/*.ts',
  'frontend/e2e/**/*.ts',
];
const clocks = [
  'backend/src/platform/clock.ts',
  'backend/src/platform/clock/**',
  'frontend/src/app/core/clock.ts',
  'frontend/src/app/core/clock/**',
];

const oneClock =
  'Only the clock (backend platform/clock, frontend core/clock) asks for the time: take it as a parameter.';
const readingTheTime = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: oneClock },
  { selector: 'CallExpression[callee.name="Date"]', message: oneClock },
];

const everyTestRuns = 'Every test runs: none is focused, skipped or left for later.';
const notRunning = '/^(only|skip|todo|fixme|failing|concurrent)$/';
const leavingTestsOut = [
  {
    selector: `MemberExpression[object.name=/^(it|test|describe)$/][property.name=${notRunning}]`,
    message: everyTestRuns,
  },
  {
    selector: `MemberExpression[object.object.name=/^(it|test|describe)$/][property.name=${notRunning}]`,
    message: everyTestRuns,
  },
  { selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]', message: everyTestRuns },
];

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'coverage/',
      '*/coverage/',
      '**/test-results/',
      '**/out-tsc/',
      '.nx/',
      '.angular/',
      '.cache/',
      '**/.tmp-*/',
      '.data/',
      'frontend/src/app/core/api/schema.ts',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  {
    name: 'tools',
    files: ['**/*.{mjs,cjs,js}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        'console process performance URL Buffer fetch AbortController AbortSignal setTimeout clearTimeout setInterval require module'
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...leavingTestsOut],
    },
  },

  {
    name: 'typescript',
    files: typescript,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    plugins: { tangent: { rules: { 'documented-exports': documentedExports } } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      // Control characters in text are refused, and that is written as a pattern of them.
      'no-control-regex': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: oneClock },
        { object: 'Temporal', property: 'Now', message: oneClock },
      ],
      'no-restricted-syntax': ['error', ...readingTheTime, ...leavingTestsOut],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'tangent/documented-exports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Spreading a text gives its code points and spreading a row its columns, which is what is meant here.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // The types of the API client are computed: an empty object or void is what a route without input or answer comes to.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Options of libraries are declared as classes and given as plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
    },
  },

  {
    name: 'backend',
    files: ['backend/**/*.ts'],
    languageOptions: { parserOptions: { project: ['backend/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  },

  {
    name: 'frontend',
    files: ['frontend/**/*.ts'],
    ignores: ['frontend/e2e/**'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: {
      parserOptions: {
        project: ['frontend/tsconfig.app.json', 'frontend/tsconfig.spec.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-output-emitter-ref': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
    },
  },

  {
    name: 'templates',
    files: ['frontend/**/*.html'],
    ignores: ['frontend/src/index.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/no-any': 'error',
    },
  },

  {
    name: 'tests',
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      'tangent/documented-exports': 'off',
      // What jest's matchers and supplied answers are typed as is any.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  {
    name: 'browser tests',
    files: ['frontend/e2e/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
    rules: { 'no-restricted-properties': 'off', 'no-empty-pattern': 'off', 'no-restricted-syntax': ['error', ...leavingTestsOut] },
  },

  {
    name: 'migrations',
    files: ['backend/src/platform/database/migrations/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', 'tangent/documented-exports': 'off' },
  },

  {
    name: 'clocks',
    files: clocks,
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': ['error', ...leavingTestsOut] },
  },
);
