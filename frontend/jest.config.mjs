import presets from 'jest-preset-angular/presets/index.js';
// Packages that ship ES modules as .js (Angular's own .mjs are always transformed).
const esm = ['@jsverse', 'echarts', 'zrender', 'fullcalendar', '@fullcalendar', '@full-ui', 'preact', 'temporal-[a-z]+', 'tslib'];
const preset = presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });
export default {
  ...preset,
  rootDir: '.', roots: ['<rootDir>/src'],
  transform: { '\\.(svg|css)$': '<rootDir>/tools/svg-as-text.cjs', ...Object.fromEntries(Object.entries(preset.transform).map(([files, how]) => [files.replace('|svg', ''), how])) },
  // A busy machine compiles the first test of a file for seconds.
  testTimeout: 30_000,
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  transformIgnorePatterns: [`/node_modules/(?!(.*\\.mjs$|(${esm.join('|')})/|.*\\.svg$))`],
};
