import { Component, computed, inject, input, output } from '@angular/core';
import type { View } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Choices, Side, sideOf } from './field-choices.rules';
import { FieldWords } from './field-words';

const SIDES: readonly Side[] = ['kept', 'other'];

/** Whose value was chosen for a field. */
export interface Chosen { key: string; side: Side }

/** The fields in which two customers differ, both values side by side, one to choose; those that are the same stand folded below. */
@Component({
  selector: 't-merge-fields',
  template: `
    @for (field of differing(); track field.key) {
      <fieldset>
        <legend>{{ words.label(field.key) }}</legend>
        @for (side of sides; track side) {
          <label [class.on]="sideOf(field) === side">
            <input type="radio" [name]="'merge-' + field.key" [checked]="sideOf(field) === side" (change)="chosen.emit({ key: field.key, side })" />
            <span class="words"><span class="t-small t-muted">{{ t('merging.of.' + side) }}</span><span [class.t-muted]="field[side] === null">{{ words.value(field, field[side]) }}</span></span>
          </label>
        }
      </fieldset>
    } @empty {
      <p class="t-muted">{{ t('merging.allSame') }}</p>
    }
    @if (same().length) {
      <details>
        <summary>{{ t('merging.same', { count: same().length }) }}</summary>
        <dl>@for (field of same(); track field.key) { <div><dt>{{ words.label(field.key) }}</dt><dd>{{ words.value(field, field.kept) }}</dd></div> }</dl>
      </details>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--t-3); }
    p { margin: 0; }
    fieldset { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--t-2); min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { padding: 0 0 var(--t-1); font: var(--t-text-medium); }
    label { display: flex; gap: var(--t-2); min-height: var(--t-touch); padding: var(--t-2) var(--t-3); border: 1px solid var(--mat-sys-outline-variant); border-radius: var(--t-radius); cursor: pointer; }
    label.on { border-color: var(--mat-sys-primary); background: var(--t-selected); }
    label:focus-within { outline: var(--t-focus); outline-offset: 2px; }
    input { flex: none; accent-color: var(--mat-sys-primary); }
    .words { display: grid; align-content: start; min-width: 0; white-space: pre-line; overflow-wrap: anywhere; }
    summary { min-height: 28px; color: var(--t-muted); cursor: pointer; }
    dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); gap: var(--t-2) var(--t-6); margin: var(--t-2) 0 0; }
    dt { color: var(--t-muted); font: var(--t-text-s); }
    dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
    @media (max-width: 839.98px) { summary { min-height: var(--t-touch); line-height: var(--t-touch); } }
    @media (max-width: 479.98px) { fieldset { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class MergeFields {
  /** All fields, with the values of both. */
  readonly fields = input.required<readonly View<'MergeFieldView'>[]>();

  /** What was chosen so far. */
  readonly choices = input.required<Choices>();

  /** The customer that is merged into the other one. */
  readonly otherId = input.required<string>();

  /** The person chose whose value stays. */
  readonly chosen = output<Chosen>();

  protected readonly words = inject(FieldWords);
  protected readonly t = inject(I18n).t;
  protected readonly sides = SIDES;
  protected readonly differing = computed(() => this.fields().filter(({ differs }) => differs));
  // What neither has says nothing.
  protected readonly same = computed(() => this.fields().filter(({ differs, kept }) => !differs && kept !== null));

  protected sideOf(field: View<'MergeFieldView'>): Side {
    return sideOf(field, this.choices(), this.otherId());
  }
}
