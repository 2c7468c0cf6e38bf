import { Injectable, Injector, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Question } from './confirm-dialog';

/** Asks before something that can not be undone; where an undo is possible, offer that instead. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly injector = inject(Injector);

  /** Resolves to whether the person agreed. */
  async ask(question: Question): Promise<boolean> {
    const [{ MatDialog }, { ConfirmDialog }] = await Promise.all([import('@angular/material/dialog'), import('./confirm-dialog')]);
    const dialog = this.injector.get(MatDialog).open<unknown, Question, boolean>(ConfirmDialog, { data: question, width: 'min(420px, 94vw)', role: 'alertdialog' });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }
}
