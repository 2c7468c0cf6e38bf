import { Component, computed, inject, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import type { ImportView } from './mapping-state';

/** How far a dry run, a run or an undo has come. */
@Component({
  selector: 't-import-progress',
  imports: [MatProgressBar],
  template: `
    <section class="t-panel">
      <p role="status">{{ t('imports.progress.' + view().state, { done: format.number(done()), total: format.number(total()) }) }}</p>
      <mat-progress-bar mode="determinate" [value]="percent()" [attr.aria-label]="t('imports.progress.label')" />
      <p class="t-small t-muted">{{ t('imports.progress.leave') }}</p>
    </section>
  `,
  styles: 'section { display: flex; flex-direction: column; gap: var(--t-3); padding: var(--t-4); }',
})
export class Progress {
  /** The import that is under way. */
  readonly view = input.required<ImportView>();

  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  private readonly undo = computed(() => (this.view().state === 'undoing' ? this.view().undo : null));
  protected readonly done = computed(() => this.undo()?.done ?? this.view().rowsDone);
  protected readonly total = computed(() => this.undo()?.total ?? this.view().rowsTotal);
  protected readonly percent = computed(() => (this.total() > 0 ? (100 * this.done()) / this.total() : 0));
}
