/** The name of a key press: 'n', '?', 'mod+k' (Ctrl, or ⌘ on a Mac), 'mod+enter', 'escape'. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const isSymbol = key.length === 1 && key.toUpperCase() === key;
  return [event.ctrlKey || event.metaKey ? 'mod+' : '', event.altKey ? 'alt+' : '', event.shiftKey && !isSymbol ? 'shift+' : '', key].join('');
}

/** What finds an open dialog, sheet or picker: the page behind it does not hear keys. */
export const DIALOG = '[role=dialog], [role=alertdialog]';

/** Whether a key press would be typed into something. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select, [role=combobox], [role=listbox], [role=menu] *')) return true;
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'submit', 'reset', 'range'].includes(target.type);
}

/** How a shortcut is written for people: 'mod+k' is ['⌘', 'K'] on a Mac, ['Ctrl', 'K'] elsewhere; 'g c' is ['G', 'C']. */
export function keyCaps(keys: string, isMac = /mac|iphone|ipad/i.test(navigator.userAgent)): string[] {
  const names: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', alt: isMac ? '⌥' : 'Alt', shift: '⇧', enter: '↵', escape: 'Esc', arrowdown: '↓', arrowup: '↑', space: '␣' };
  return keys.split(/[ +]/).map((key) => names[key] ?? key.toUpperCase());
}
