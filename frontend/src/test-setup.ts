import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

// jsdom lacks these three, and Material asks for them.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
globalThis.matchMedia ??= (query: string): MediaQueryList => Object.assign(new EventTarget(), {
  matches: false, media: query, onchange: null, addListener: () => undefined, removeListener: () => undefined,
}) as MediaQueryList;
Element.prototype.scrollIntoView ??= () => undefined;

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
afterEach(() => localStorage.clear());
