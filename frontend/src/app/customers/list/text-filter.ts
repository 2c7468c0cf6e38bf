import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { I18n } from '../../core/i18n';
import { FilterFrame } from '../../ui/filter-frame';

/** Narrows a list down to what holds a text, or has at least so many of something. */
@Component({
  selector: 't-text-filter',
  imports: [FilterFrame, MatButton, MatFormFieldModule, MatInput],
  template: `
    <t-filter-frame [label]="label()" [summary]="summary() || value()" [(isOpen)]="isOpen" (cleared)="changed.emit('')">
      <ng-template>
        <form class="body" novalidate (submit)="apply($event, typed.value)">
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ hint() }}</mat-label>
            <input #typed matInput autocomplete="off" maxlength="200" [type]="isNumber() ? 'number' : 'search'" min="1" max="36500" [value]="value()" />
          </mat-form-field>
          <button matButton="tonal" type="submit">{{ t('common.apply') }}</button>
        </form>
      </ng-template>
    </t-filter-frame>
  `,
  styles: '.body { display: grid; gap: var(--t-3); padding: var(--t-4) var(--t-3) var(--t-3); }',
})
export class TextFilter {
  /** The filter's name. */
  readonly label = input.required<string>();

  /** What the typed value means. */
  readonly hint = input.required<string>();

  /** The value that holds; empty for none. */
  readonly value = input.required<string>();

  /** The value in words, where it does not speak for itself. */
  readonly summary = input('');

  /** Whether a whole number is asked for. */
  readonly isNumber = input(false);

  /** The person chose another value. */
  readonly changed = output<string>();

  protected readonly t = inject(I18n).t;
  protected readonly isOpen = signal(false);

  protected apply(event: Event, typed: string): void {
    event.preventDefault();
    this.isOpen.set(false);
    this.changed.emit(typed.trim());
  }
}
