import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import type { ImportView } from './mapping-state';
import { Refusals } from './refusals';
import { UndoOutcome } from './undo-outcome';

/** Offers to take an import back: first what that would do, then doing it. */
@Component({
  selector: 't-undo-panel',
  imports: [MatButton, MatProgressBar, UndoOutcome],
  template: `
    <section class="t-panel" aria-labelledby="import-undo">
      <h2 id="import-undo">{{ t('imports.undo.title') }}</h2>
      @if (preview(); as plan) {
        <t-undo-outcome [counts]="plan" />
        <div class="actions">
          <button matButton="filled" type="button" [disabled]="isBusy() || plan.removed + plan.putBack + plan.partly === 0" (click)="undo()">{{ t('imports.undo.confirm') }}</button>
          <button matButton type="button" [disabled]="isBusy()" (click)="preview.set(null)">{{ t('imports.undo.leave') }}</button>
        </div>
      } @else {
        <p class="t-muted">{{ t(view().state === 'undone' ? 'imports.undo.again' : 'imports.undo.about', { until: format.day(until().slice(0, 10)) }) }}</p>
        <div class="actions"><button matButton="outlined" type="button" [disabled]="isBusy()" (click)="look()">{{ t('imports.undo.look') }}</button></div>
      }
      @if (isBusy()) {
        <mat-progress-bar mode="indeterminate" [attr.aria-label]="t('imports.undo.looking')" />
      }
      @if (failure() || stopped(); as text) {
        <p class="failure" role="alert">{{ text }}</p>
      }
    </section>
  `,
  styles: 'section { display: flex; flex-direction: column; gap: var(--t-3); padding: var(--t-4); } h2 { font: var(--t-title-s); } .actions { display: flex; flex-wrap: wrap; gap: var(--t-2); } .failure { color: var(--t-danger); }',
})
export class UndoPanel {
  /** The import that is over. */
  readonly view = input.required<ImportView>();

  /** Until when it can be taken back: an instant. */
  readonly until = input.required<string>();

  /** The undo is under way. */
  readonly begun = output<ImportView>();

  private readonly api = inject(Api);
  private readonly refusals = inject(Refusals);
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly preview = signal<View<'UndoPreviewView'> | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');

  /** Why an undo that was begun before did not come to its end. */
  protected readonly stopped = (): string => {
    const code = this.view().undo?.failure;
    return code ? this.t('imports.undo.stopped', { reason: this.refusals.ofFailure(code) }) : '';
  };

  protected look(): Promise<void> {
    return this.attempt(async () => {
      this.preview.set(await this.api.get('/api/imports/{id}/undo', { path: { id: this.view().id } }));
    });
  }

  protected undo(): Promise<void> {
    return this.attempt(async () => {
      this.begun.emit(await this.api.post('/api/imports/{id}/undo', { path: { id: this.view().id } }));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await work();
    } catch (error) {
      this.failure.set(this.refusals.all(error, (target) => target).join(' '));
    } finally {
      this.isBusy.set(false);
    }
  }
}
