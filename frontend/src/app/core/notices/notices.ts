import { Injectable, Injector, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../api';
import { Errors } from '../errors';
import { I18n } from '../i18n';
import type { BarData } from './notice-bar';

/** How long an undo is offered. */
export const UNDO_MS = 10_000;

/** How long a message stays that offers more than an undo. */
export const OFFER_MS = 20_000;

/** Something else that can be done about what was said. */
export interface Offer { readonly label: string; readonly run: () => Promise<unknown> }

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

  /** As `offerUndo`, with other things beside it that one press does; with none of them it is the same. Resolves to whether it was taken back. */
  async offer(text: string, offers: readonly Offer[], undo: () => Promise<unknown>): Promise<boolean> {
    if (offers.length === 0) return this.offerUndo(text, undo);
    const [bar, { NoticeBar }] = [await this.bar(), await import('./notice-bar')];
    const data: BarData = { text, labels: [...offers.map(({ label }) => label), this.i18n.t('common.undo')], chosen: null };
    await firstValueFrom(bar.openFromComponent(NoticeBar, { data, duration: OFFER_MS }).afterDismissed());
    if (data.chosen === null) return false;
    const offer = offers[data.chosen];
    try {
      await (offer ? offer.run() : undo());
      if (!offer) await this.say(this.i18n.t('common.undone'));
      return !offer;
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
