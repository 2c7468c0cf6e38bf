import { Component, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from '../core/icons';
import { I18n } from '../core/i18n';

/** What a chip's colour says; words always say it too. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A short label, such as a stage or a tag; with `removable` it carries a button that takes it away. */
@Component({
  selector: 't-chip',
  imports: [MatIcon],
  template: `
    @if (icon(); as name) {
      <mat-icon aria-hidden="true" [svgIcon]="name" />
    }
    <span class="t-ellipsis" #label><ng-content /></span>
    @if (removable()) {
      <button type="button" [attr.aria-label]="t('ui.chip.remove', { name: label.textContent })" (click)="removed.emit()"><mat-icon svgIcon="close" /></button>
    }
  `,
  host: { '[class]': 'tone()' },
  styles: `
    :host { display: inline-flex; align-items: center; gap: var(--t-1); max-width: 100%; min-height: 22px; padding: 0 var(--t-2); border-radius: var(--t-radius-s); background: var(--t-neutral-soft); color: var(--t-text-color); font: var(--t-text-s); vertical-align: middle; }
    :host(.info) { background: var(--t-info-soft); color: var(--t-on-info-soft); }
    :host(.success) { background: var(--t-success-soft); color: var(--t-on-success-soft); }
    :host(.warning) { background: var(--t-warning-soft); color: var(--t-on-warning-soft); }
    :host(.danger) { background: var(--t-danger-soft); color: var(--t-on-danger-soft); }
    mat-icon { --t-icon: 14px; }
    button { display: grid; place-items: center; width: 24px; height: 24px; margin-inline-end: calc(-1 * var(--t-2)); padding: 0; border: 0; border-radius: var(--t-radius-s); background: none; color: inherit; cursor: pointer; }
    button:hover { background: var(--t-hover); }
  `,
})
export class Chip {
  /** What its colour says. */
  readonly tone = input<Tone>('neutral');

  /** A small icon in front. */
  readonly icon = input<IconName>();

  /** Whether it can be taken away. */
  readonly removable = input(false);

  /** The person takes it away. */
  readonly removed = output();

  protected readonly t = inject(I18n).t;
}
