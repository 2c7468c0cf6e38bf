import { A11yModule } from '@angular/cdk/a11y';
import { OverlayModule } from '@angular/cdk/overlay';
import { NgTemplateOutlet } from '@angular/common';
import { Component, TemplateRef, contentChild, inject, input, model, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { I18n } from '../core/i18n';
import type { IconName } from '../core/icons';

/** What all filters share: a button that says what it narrows down to, takes that back, and opens a small panel (its `ng-template`). */
@Component({
  selector: 't-filter-frame',
  imports: [A11yModule, MatIcon, NgTemplateOutlet, OverlayModule],
  templateUrl: './filter-frame.html',
  styleUrl: './filter-frame.scss',
})
export class FilterFrame {
  /** The filter's name. */
  readonly label = input.required<string>();

  /** What it narrows down to, in words; empty while it does not. */
  readonly summary = input('');

  /** An icon in front of the name. */
  readonly icon = input<IconName>();

  /** Whether the panel is open. */
  readonly isOpen = model(false);

  /** The person takes the narrowing back. */
  readonly cleared = output();

  protected readonly t = inject(I18n).t;
  protected readonly content = contentChild.required(TemplateRef);

  protected toggle(): void {
    this.isOpen.update((isOpen) => !isOpen);
  }
}
