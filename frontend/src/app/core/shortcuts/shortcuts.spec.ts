import { TestBed } from '@angular/core/testing';
import { keyCaps } from './keys';
import { Shortcuts } from './shortcuts';

const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body): void => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
};

describe('shortcuts', () => {
  let done: string[];
  let shortcuts: Shortcuts;
  const add = (id: string, keys: string, inDialogs = false): (() => void) => shortcuts.register({ id, keys, label: id, inDialogs, run: () => { done.push(id); } });
  beforeEach(() => {
    done = [];
    document.body.innerHTML = '';
    shortcuts = TestBed.inject(Shortcuts);
  });

  test('answer to a key, a combination, and two keys in a row', () => {
    add('log', 'n'); add('palette', 'mod+k'); add('customers', 'g c'); add('help', '?');
    press('n'); press('k', { ctrlKey: true }); press('K', { metaKey: true }); press('g'); press('c'); press('?', { shiftKey: true }); press('c');
    expect(done).toEqual(['log', 'palette', 'palette', 'customers', 'help']);
  });

  test('leave typing alone, except for combinations', () => {
    add('log', 'n'); add('save', 'mod+enter');
    for (const tag of ['input', 'textarea']) {
      const field = document.body.appendChild(document.createElement(tag));
      press('n', {}, field);
      press('Enter', { ctrlKey: true }, field);
    }
    expect(done).toEqual(['save', 'save']);
  });

  test('leave the composing of Chinese alone', () => {
    add('log', 'n');
    press('n', { isComposing: true });
    expect(done).toEqual([]);
  });

  test('in an open dialog only those for dialogs work', () => {
    add('log', 'n'); add('save', 'mod+enter', true);
    document.body.innerHTML = '<div role="dialog"></div>';
    press('n'); press('Enter', { ctrlKey: true });
    expect(done).toEqual(['save']);
  });

  test('what is typed while a dialog opens goes into its field and starts nothing else', () => {
    shortcuts.register({ id: 'palette', keys: 'mod+k', label: 'palette', opensField: true, run: () => { done.push('palette'); } });
    add('snooze', 's');
    press('k', { ctrlKey: true }); press('s'); press('a');
    document.body.innerHTML = '<div role="dialog" tabindex="-1"><input type="search"></div>';
    document.querySelector<HTMLElement>('[role=dialog]')?.focus();
    press('t');
    const field = document.querySelector('input');
    let said = '';
    field?.addEventListener('input', () => { said = field.value; });
    field?.focus();
    document.body.innerHTML = '';
    press('s');
    expect(said).toBe('sat');
    expect(done).toEqual(['palette', 'snooze']);
  });

  test('Escape gives up waiting for a dialog, and a combination is never held back', () => {
    shortcuts.register({ id: 'palette', keys: 'mod+k', label: 'palette', opensField: true, run: () => { done.push('palette'); } });
    add('snooze', 's'); add('save', 'mod+enter');
    press('k', { ctrlKey: true }); press('Enter', { ctrlKey: true }); press('Escape'); press('s');
    expect(done).toEqual(['palette', 'save', 'snooze']);
  });

  test('the one registered last wins, until it goes', () => {
    add('page', 'j');
    const remove = add('pane', 'j');
    press('j'); remove(); press('j');
    expect(done).toEqual(['pane', 'page']);
    expect(shortcuts.has('pane')).toBe(false);
  });

  test('are written as the keyboard has them', () => {
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('mod+enter', false)).toEqual(['Ctrl', '↵']);
    expect(keyCaps('g c')).toEqual(['G', 'C']);
  });
});
