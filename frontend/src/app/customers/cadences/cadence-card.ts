import { Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Api } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Chip } from '../../ui/chip';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';
import { Due } from '../../ui/times';
import { bodyOf } from './cadence-form';
import { CadenceWords, type Standing } from './cadence-words';

/** How a customer stands to its cadence, why, and what can be done about it. */
@Component({
  selector: 't-cadence-card',
  imports: [Chip, Due, MatButton, MatIcon, MatIconButton, MatMenuModule, State],
  templateUrl: './cadence-card.html',
  styleUrl: './cadence-card.scss',
})
export class CadenceCard {
  /** The customer. */
  readonly customerId = input.required<string>();

  /** The customer's tier, which the reason may name. */
  readonly tierId = input.required<string>();

  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  protected readonly words = inject(CadenceWords);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly cadence = this.api.resource('/api/customers/{id}/cadence', () => ({ path: { id: this.customerId() } }), { followWrites: true });
  protected readonly hasMenu = computed(() => this.cadence.value()?.canChange ?? false);

  protected async pause(before: Standing): Promise<void> {
    const paused = await this.sheets.open<Standing>(() => import('./pause-sheet').then((m) => m.PauseSheet), { data: before });
    if (paused?.pausedUntil) await this.notices.offerUndo(this.t('cadences.paused', { day: this.format.day(paused.pausedUntil) }), () => this.api.delete('/api/customers/{id}/cadence/pause', { path: this.path(), version: paused.version }));
  }

  protected resume({ version, pausedUntil, pauseReason }: Standing): Promise<void> {
    return this.attempt(async () => {
      const after = await this.api.delete('/api/customers/{id}/cadence/pause', { path: this.path(), version });
      const again = (): Promise<unknown> => this.api.post('/api/customers/{id}/cadence/pause', { path: this.path(), body: { until: pausedUntil ?? '', reason: pauseReason ?? '' }, version: after.version });
      await this.notices.offerUndo(this.t('cadences.resumed'), again);
    });
  }

  protected async change(before: Standing): Promise<void> {
    const after = await this.sheets.open<Standing>(() => import('./own-sheet').then((m) => m.OwnSheet), { data: before, isWide: true });
    if (!after) return;
    const [path, { version }] = [this.path(), after];
    await this.notices.offerUndo(this.t('cadences.ownSaved'), () =>
      before.target === 'customer' ? this.api.put('/api/customers/{id}/cadence', { path, body: bodyOf(before.terms), version }) : this.api.delete('/api/customers/{id}/cadence', { path, version }));
  }

  protected back({ version, terms }: Standing): Promise<void> {
    return this.attempt(async () => {
      const after = await this.api.delete('/api/customers/{id}/cadence', { path: this.path(), version });
      await this.notices.offerUndo(this.t('cadences.backDone'), () => this.api.put('/api/customers/{id}/cadence', { path: this.path(), body: bodyOf(terms), version: after.version }));
    });
  }

  private path(): { id: string } {
    return { id: this.customerId() };
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.cadence.reload();
      await this.notices.sayProblem(error);
    }
  }
}
