import { Directive, ElementRef, effect, inject, input, model, output } from '@angular/core';
import { useShortcuts } from '../core/shortcuts';

/** Walks a list with J and K (or the arrows) and opens with Enter; mark each row with `data-row`. */
@Directive({ selector: '[tListKeys]' })
export class ListKeys {
  /** How many rows there are. */
  readonly tListKeys = input.required<number>();

  /** The index of the selected row; -1 for none. */
  readonly selected = model(-1);

  /** The person opens the selected row. */
  readonly opened = output<number>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    const group = 'shortcuts.list';
    useShortcuts(
      { id: 'list-next', keys: 'j', label: 'shortcuts.next', group, run: () => { this.move(1); } },
      { id: 'list-previous', keys: 'k', label: 'shortcuts.previous', group, run: () => { this.move(-1); } },
      { id: 'list-down', keys: 'arrowdown', label: 'shortcuts.next', group, run: () => { this.move(1); } },
      { id: 'list-up', keys: 'arrowup', label: 'shortcuts.previous', group, run: () => { this.move(-1); } },
      { id: 'list-open', keys: 'enter', label: 'shortcuts.open', group, run: () => { this.open(); } },
    );
    effect(() => {
      const rows = this.host.nativeElement.querySelectorAll('[data-row]');
      rows[this.selected()]?.scrollIntoView({ block: 'nearest' });
    });
  }

  private move(step: 1 | -1): void {
    const count = this.tListKeys();
    if (count > 0) this.selected.update((at) => Math.min(Math.max(at + step, 0), count - 1));
  }

  private open(): void {
    const focused = document.activeElement;
    // Enter on a focused link or button means that link or button.
    if (focused instanceof HTMLElement && focused.matches('a, button')) focused.click();
    else if (this.selected() >= 0 && this.selected() < this.tListKeys()) this.opened.emit(this.selected());
  }
}
