export { type DemoOptions, WHOLE_DEMO, provideDemo } from './demo.ts';
export type { DemoSize } from './making.ts';
