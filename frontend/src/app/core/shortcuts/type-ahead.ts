import { DIALOG, isTyping } from './keys';

const LONGEST_WAIT_MS = 3_000;

/**
 * Holds what is typed between the key that opens a dialog and the moment its field has the focus, and puts it into
 * that field: a fast hand loses no letter while the dialog's code loads, and none of the letters is taken for another shortcut.
 */
export class TypeAhead {
  private held = '';
  private until = 0;

  constructor() {
    document.addEventListener('focusin', ({ target }) => { this.settle(target); });
  }

  /** A dialog has been asked for at that moment, in milliseconds of the page. */
  begin(at: number): void {
    this.held = '';
    this.until = at + LONGEST_WAIT_MS;
  }

  /** Whether the key press was held back for the dialog to come. */
  hold(event: KeyboardEvent): boolean {
    if (event.timeStamp > this.until) return false;
    if (event.key === 'Escape' || isTyping(event.target)) {
      this.until = 0;
      return false;
    }
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    this.held += event.key;
    event.preventDefault();
    return true;
  }

  /** The focus has moved; into a field of a dialog goes what was typed, anything else of a dialog drops it. */
  private settle(target: EventTarget | null): void {
    if (!this.until || !(target instanceof HTMLElement) || !target.closest(DIALOG)) return;
    // The dialog itself has the focus for a moment before its field gets it.
    if (target.matches(DIALOG)) return;
    const typed = this.held;
    this.until = 0;
    this.held = '';
    if (!typed || !(target instanceof HTMLInputElement) || !isTyping(target)) return;
    target.value += typed;
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
