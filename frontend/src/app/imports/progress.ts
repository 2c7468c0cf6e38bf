import { Component, computed, inject, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import type { ImportView } from './mapping-state';

/** How far a dry run or a run has come. */
@Component({
  selector: 't-import-progress',
  imports: [MatProgressBar],
  template: `
    <section class="t-panel">
      <p role="status">{{ t(view().state === 'running' ? 'imports.progress.running' : 'imports.progress.checking', { done: format.number(view().rowsDone), total: format.number(view().rowsTotal) }) }}</p>
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
  protected readonly percent = computed(() => { const { rowsDone, rowsTotal } = this.view(); return rowsTotal > 0 ? (100 * rowsDone) / rowsTotal : 0; });
}
