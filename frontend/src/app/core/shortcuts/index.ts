export { isTyping, keyCaps, keyName } from './keys';
export { Shortcuts, useShortcuts, type Shortcut } from './shortcuts';
