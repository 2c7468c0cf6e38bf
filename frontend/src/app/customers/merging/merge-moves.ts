import { Component, computed, inject, input } from '@angular/core';
import type { View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';

/** What would come to the customer that stays, in numbers, and how many contacts would keep another planned contact than today. */
@Component({
  selector: 't-merge-moves',
  template: `
    @if (moves().length) {
      <ul>@for (one of moves(); track one.key) { <li><strong class="t-tabular">{{ format.number(one.count) }}</strong> {{ t('merging.moves.' + one.key, { count: one.count }) }}</li> }</ul>
    } @else {
      <p class="t-muted">{{ t('merging.movesNothing') }}</p>
    }
    <p [class.t-muted]="preview().rematched === 0">{{ preview().rematched === 0 ? t('merging.rematchedNone') : t('merging.rematched', { count: preview().rematched, number: format.number(preview().rematched) }) }}</p>
  `,
  styles: `
    :host { display: grid; gap: var(--t-2); }
    ul { display: flex; flex-wrap: wrap; gap: var(--t-1) var(--t-6); margin: 0; padding: 0; list-style: none; }
    p { margin: 0; }
  `,
})
export class MergeMoves {
  /** What merging would do. */
  readonly preview = input.required<View<'MergePreviewView'>>();

  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly moves = computed(() => {
    const { moves } = this.preview();
    return (Object.keys(moves) as (keyof typeof moves)[]).map((key) => ({ key, count: moves[key] })).filter(({ count }) => count > 0);
  });
}
