import { Injectable, Injector, effect, inject } from '@angular/core';
import { SessionExpiry } from '../core/api';
import { Session } from '../core/session';

/** Opens a sign-in dialog over the page when the session has expired, so that what was typed stays. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly injector = inject(Injector);
  private readonly expiry = inject(SessionExpiry);
  private readonly session = inject(Session);

  /** Starts to watch; call once, where injection is possible. */
  watch(): void {
    effect(() => { if (this.expiry.isAsking()) void this.ask(); });
  }

  private async ask(): Promise<void> {
    const [{ MatDialog }, { SignInAgainDialog }] = await Promise.all([import('@angular/material/dialog'), import('./sign-in-again-dialog')]);
    const dialog = this.injector.get(MatDialog).open<unknown, unknown, boolean>(SignInAgainDialog, { disableClose: true, width: 'min(400px, 94vw)' });
    dialog.afterClosed().subscribe((isBack) => {
      this.expiry.settle(isBack === true);
      // Another page load forgets everything of the person who left; drafts stay stored under their own key.
      if (isBack !== true || !this.session.isSignedIn()) location.assign('/sign-in');
    });
  }
}
