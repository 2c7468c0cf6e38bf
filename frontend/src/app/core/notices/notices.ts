import { Injectable, Injector, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../api';
import { Errors } from '../errors';
import { I18n } from '../i18n';

/** How long an undo is offered. */
export const UNDO_MS = 10_000;

/** Short messages at the foot of the page. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly injector = inject(Injector);
  private readonly i18n = inject(I18n);
  private readonly errors = inject(Errors);

  /** Says something that needs no answer. */
  async say(text: string): Promise<void> {
    (await this.bar()).open(text, undefined, { duration: 5_000 });
  }

  /** Says why something failed. */
  sayProblem(error: unknown): Promise<void> {
    return this.say(this.errors.ofProblem(Problem.from(error)));
  }

  /** Says what was done and takes it back if asked within ten seconds; resolves to whether it was taken back. */
  async offerUndo(text: string, undo: () => Promise<unknown>): Promise<boolean> {
    const shown = (await this.bar()).open(text, this.i18n.t('common.undo'), { duration: UNDO_MS });
    const { dismissedByAction } = await firstValueFrom(shown.afterDismissed());
    if (!dismissedByAction) return false;
    try {
      await undo();
      await this.say(this.i18n.t('common.undone'));
      return true;
    } catch (error) {
      await this.sayProblem(error);
      return false;
    }
  }

  private async bar(): Promise<import('@angular/material/snack-bar').MatSnackBar> {
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    return this.injector.get(MatSnackBar);
  }
}
