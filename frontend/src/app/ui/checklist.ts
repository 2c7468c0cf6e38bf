import { Component, inject, input, model } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { I18n } from '../core/i18n';

/** A point to tick. */
export interface Point { readonly id: string; readonly text: string; readonly isRequired: boolean }

/** Points to tick, in order, with which of them are required. */
@Component({
  selector: 't-checklist',
  imports: [MatCheckbox],
  template: `
    <ol [attr.aria-label]="label()">
      @for (point of points(); track point.id) {
        <li><mat-checkbox [checked]="ticked().includes(point.id)" [disabled]="isDisabled()" (change)="tick(point.id, $event.checked)">{{ point.text }}@if (point.isRequired) { <span class="t-small t-muted">{{ t('ui.checklist.required') }}</span> }</mat-checkbox></li>
      }
    </ol>
  `,
  styles: `
    ol { list-style: none; }
    li { display: flex; align-items: center; min-height: var(--t-touch); }
    mat-checkbox { flex: 1; }
    span { margin-inline-start: var(--t-1); }
  `,
})
export class Checklist {
  /** What the list is of. */
  readonly label = input.required<string>();

  /** Its points. */
  readonly points = input.required<readonly Point[]>();

  /** The identifiers of those that are ticked. */
  readonly ticked = model<readonly string[]>([]);

  /** Whether they can only be read. */
  readonly isDisabled = input(false);

  protected readonly t = inject(I18n).t;

  protected tick(id: string, isTicked: boolean): void {
    const rest = this.ticked().filter((other) => other !== id);
    this.ticked.set(isTicked ? [...rest, id] : rest);
  }
}
