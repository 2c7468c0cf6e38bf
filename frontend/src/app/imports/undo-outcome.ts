import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';

type Counts = Pick<View<'UndoPreviewView'>, 'removed' | 'putBack' | 'partly' | 'kept' | 'examples'>;

/** What an undo would do, or has done: how many records go or are as before, and which stay for what reason. */
@Component({
  selector: 't-undo-outcome',
  imports: [RouterLink],
  template: `
    <ul class="counts">
      @for (line of lines(); track line) {
        <li>{{ line }}</li>
      }
    </ul>
    @if (counts().kept.length > 0) {
      <h3>{{ t('imports.undo.stay') }}</h3>
      <ul>
        @for (one of counts().kept; track one.reason) {
          <li><span class="t-tabular">{{ format.number(one.count) }}</span> · {{ t('imports.undo.reasons.' + one.reason) }}</li>
        }
      </ul>
      @if (counts().examples.length > 0) {
        <p class="t-small t-muted">{{ t('imports.undo.first') }}</p>
        <ul>
          @for (one of counts().examples; track $index) {
            <li class="t-small"><a [routerLink]="['/customers', one.customerId]">{{ one.name }}</a>@if (counts().kept.length > 1) {<span class="t-muted"> · {{ t('imports.undo.reasons.' + one.reason) }}</span>}</li>
          }
        </ul>
      }
    }
  `,
  styles: ':host { display: flex; flex-direction: column; gap: var(--t-2); } ul { margin: 0; padding-inline-start: var(--t-4); } h3 { margin: 0; font: var(--t-text-medium); } a { color: var(--mat-sys-primary); } li { overflow-wrap: anywhere; } @media (max-width: 839.98px) { a { display: inline-flex; align-items: center; min-height: var(--t-touch); } }',
})
export class UndoOutcome {
  /** The counts of a look before, or of the undo itself. */
  readonly counts = input.required<Counts>();

  /** Whether it has happened. */
  readonly isOver = input(false);

  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly lines = computed(() => {
    const { removed, putBack, partly } = this.counts();
    const tense = this.isOver() ? 'did' : 'will';
    const lines = ([['removed', removed], ['putBack', putBack], ['partly', partly]] as const).filter(([, count]) => count > 0).map(([name, count]) => this.t(`imports.undo.${tense}.${name}`, { count }));
    return lines.length > 0 ? lines : [this.t('imports.undo.nothing')];
  });
}
