import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';

/** For whose word a plan, or another budget for it, waits; leads to the request. */
@Component({
  selector: 't-standing',
  imports: [MatIcon, RouterLink],
  template: `
    <mat-icon svgIcon="pending" aria-hidden="true" />
    <span>{{ t('plans.standing.' + standing().subject, { amount: amount(), names: names() }) }} <a [routerLink]="['/approvals', standing().id]">{{ t('plans.standing.open') }}</a></span>
  `,
  styles: `
    :host { display: flex; gap: var(--t-2); margin-bottom: var(--t-4); padding: var(--t-3) var(--t-4); border-radius: var(--t-radius); background: var(--t-info-soft); color: var(--t-on-info-soft); }
    a { color: inherit; text-decoration: underline; }
    @media (max-width: 839.98px) { a { display: inline-flex; align-items: center; min-height: 44px; } }
  `,
})
export class Standing {
  /** The request that waits. */
  readonly standing = input.required<View<'StandingView'>>();

  protected readonly t = inject(I18n).t;
  private readonly format = inject(Format);
  private readonly session = inject(Session);
  protected readonly amount = computed(() => this.format.money(this.standing().amount, this.session.organisation()?.currency ?? 'CNY'));
  protected readonly names = computed(() => this.standing().deciders.filter(({ waitingSince }) => waitingSince !== null).map(({ name }) => name).join(', '));
}
