import { Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener } from '../core/log-opener';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { Due } from '../ui/times';

/** What is still to happen with a customer: each planned contact can be logged, moved or called off. */
@Component({
  selector: 't-open-touchpoints',
  imports: [Chip, Due, MatIcon, MatIconButton, MatMenuModule, RouterLink, State],
  template: `
    <t-state [of]="open" [lines]="2">
      <ul>
        @for (touchpoint of open.value()?.items; track touchpoint.id) {
          <li>
            <div class="words">
              <p><t-due [on]="touchpoint.dueOn" />@if (touchpoint.dueAt) {<span class="t-tabular"> {{ format.time(touchpoint.dueAt) }}</span>} · {{ touchpoint.purpose || vocabulary.name(touchpoint.channelId) }}</p>
              <p class="t-small t-muted">{{ touchpoint.ownerName }}@if (touchpoint.timesMoved) { · {{ t('customers.moved', { count: touchpoint.timesMoved, first: format.day(touchpoint.firstDueOn) }) }} }</p>
              @if (touchpoint.isPromised) {
                <t-chip tone="warning">{{ t('customers.promised') }}</t-chip>
              }
            </div>
            @if (session.can('contacts.work')) {
              <button matIconButton type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="t('customers.touchpointActions')"><mat-icon svgIcon="more_vert" /></button>
              <mat-menu #menu>
                <a mat-menu-item [routerLink]="['/contact-cards', touchpoint.id]">{{ t('customers.card') }}</a>
                <button mat-menu-item type="button" (click)="log(touchpoint)">{{ t('customers.log') }}</button>
                <button mat-menu-item type="button" (click)="change(touchpoint, 'move')">{{ t('customers.move') }}</button>
                <button mat-menu-item type="button" (click)="change(touchpoint, 'cancel')">{{ t('customers.cancelTouchpoint') }}</button>
                <button mat-menu-item type="button" (click)="change(touchpoint, 'miss')">{{ t('customers.miss') }}</button>
              </mat-menu>
            }
          </li>
        } @empty {
          <li class="t-muted">{{ t('customers.nothingPlanned') }}</li>
        }
      </ul>
    </t-state>
  `,
  styles: `
    ul { display: grid; gap: var(--t-2); margin: 0; padding: 0; list-style: none; }
    li { display: flex; align-items: flex-start; gap: var(--t-2); }
    .words { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    p { margin: 0; }
  `,
})
export class OpenTouchpoints {
  /** The customer. */
  readonly customerId = input.required<string>();

  /** What the log sheet calls the customer. */
  readonly customerName = input.required<string>();

  private readonly opener = inject(LogOpener);
  private readonly sheets = inject(Sheets);
  protected readonly session = inject(Session);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly open = inject(Api).resource('/api/customers/{id}/touchpoints', () => ({ path: { id: this.customerId() }, query: { state: 'scheduled' as const } }), { followWrites: true });

  protected log(touchpoint: View<'TouchpointView'>): void {
    void this.opener.open({ customer: { id: this.customerId(), name: this.customerName() }, channelId: touchpoint.channelId, touchpointId: touchpoint.id });
  }

  protected change(touchpoint: View<'TouchpointView'>, way: 'move' | 'cancel' | 'miss'): void {
    void this.sheets.open(() => import('./touchpoint-sheet').then((m) => m.TouchpointSheet), { data: { touchpoint, way } });
  }
}
