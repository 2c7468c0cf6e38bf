import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Unmerging } from './unmerging';

/** What was merged into a customer and can still be taken apart. */
@Component({
  selector: 't-merges',
  imports: [MatButton, RouterLink],
  template: `
    <ul>
      @for (one of merges(); track one.id) {
        <li>
          <a [routerLink]="['/customers', one.otherId]">{{ one.otherName }}</a>
          <p class="t-small t-muted">{{ format.instant(one.mergedAt) }} · {{ one.byName }}</p>
          @if (session.can('customers.write')) {
            <p><button matButton type="button" [disabled]="unmerging.isBusy()" [attr.aria-label]="t('merging.undoOf', { name: one.otherName })" (click)="unmerging.undo(one.id)">{{ t('merging.undo') }}</button>
              <span class="t-small t-muted">{{ t('merging.undoUntil', { day: format.day(format.dayOf(one.undoUntil)) }) }}</span></p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; gap: var(--t-3); margin: 0; padding: 0; list-style: none; }
    li { overflow-wrap: anywhere; }
    p { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--t-2); margin: 0; }
    @media (max-width: 839.98px) { a { display: inline-flex; align-items: center; min-height: var(--t-touch); } button { min-height: var(--t-touch); } }
  `,
})
export class Merges {
  /** The merges, newest first. */
  readonly merges = input.required<readonly View<'CustomerMergeView'>[]>();

  protected readonly session = inject(Session);
  protected readonly unmerging = inject(Unmerging);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
}
