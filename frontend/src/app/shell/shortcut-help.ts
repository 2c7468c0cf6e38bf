import { Injectable, Injector, inject } from '@angular/core';

/** Opens the list of keyboard shortcuts; its dialog is loaded when asked for. */
@Injectable({ providedIn: 'root' })
export class ShortcutHelp {
  private readonly injector = inject(Injector);

  /** Shows what the keys do on the page at hand. */
  async open(): Promise<void> {
    const [{ MatDialog }, { ShortcutHelpDialog }] = await Promise.all([import('@angular/material/dialog'), import('./shortcut-help-dialog')]);
    this.injector.get(MatDialog).open(ShortcutHelpDialog, { autoFocus: 'dialog', width: 'min(560px, 94vw)' });
  }
}
