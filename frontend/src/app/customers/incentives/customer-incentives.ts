import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Session } from '../../core/session';
import { Chip } from '../../ui/chip';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';

type Grant = View<'GrantView'>;
const TONES = { waiting: 'warning', granted: 'info', returned: 'danger', withdrawn: 'danger' } as const;

/** What a customer was granted for taking part, and what they took of it. */
@Component({
  selector: 't-customer-incentives',
  imports: [Chip, MatButton, State],
  template: `
    <t-state [of]="found" [lines]="2">
      <ul>
        @for (grant of found.value()?.grants; track grant.id) {
          <li>
            <p>{{ grant.quantity }} × {{ grant.name }} <t-chip [tone]="toneOf(grant)">{{ stateOf(grant) }}</t-chip></p>
            <p class="t-small t-muted">{{ format.instant(grant.grantedAt) }} · {{ directory.name(grant.grantedById) }}@if (grant.planName) { · {{ grant.planName }}}@if (grant.note) { · {{ grant.note }}}</p>
            @for (one of grant.redemptions; track one.id) { <p class="t-small t-muted">{{ t('customers.incentives.redeemedOn', { count: one.quantity, when: format.instant(one.redeemedAt), who: directory.name(one.redeemedById) }) }}</p> }
            @if (session.can('contacts.work')) {
              <p>
                @if (grant.state === 'granted' && grant.redeemed < grant.quantity) {
                  @if (grant.quantity - grant.redeemed > 1) { <button matButton type="button" [disabled]="isBusy()" (click)="redeem(grant, 1)">{{ t('customers.incentives.redeemOne') }}</button> }
                  <button matButton type="button" [disabled]="isBusy()" (click)="redeem(grant, grant.quantity - grant.redeemed)">{{ t('customers.incentives.redeem', { count: grant.quantity - grant.redeemed }) }}</button>
                }
                @if (grant.canTakeBack) { <button matButton type="button" [disabled]="isBusy()" (click)="takeBack(grant)">{{ t('customers.incentives.takeBack') }}</button> }
              </p>
            }
          </li>
        } @empty {
          <li class="t-muted">{{ t('customers.incentives.none') }}</li>
        }
      </ul>
      @if (session.can('contacts.work')) { <button matButton="tonal" type="button" (click)="grant()">{{ t('customers.incentives.grant') }}</button> }
    </t-state>
  `,
  styles: `
    ul { display: grid; gap: var(--t-3); margin: 0 0 var(--t-2); padding: 0; list-style: none; }
    li { overflow-wrap: anywhere; }
    p { margin: 0; }
    @media (max-width: 839.98px) { button { min-height: var(--t-touch); } }
  `,
})
export class CustomerIncentives {
  /** The customer. */
  readonly customerId = input.required<string>();

  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isBusy = signal(false);
  protected readonly found = this.api.resource('/api/customers/{id}/incentives', () => ({ path: { id: this.customerId() } }), { followWrites: true });

  protected toneOf({ state, redeemed, quantity }: Grant): 'success' | 'warning' | 'info' | 'danger' {
    return state === 'granted' && redeemed === quantity ? 'success' : TONES[state];
  }

  protected stateOf({ state, redeemed, quantity }: Grant): string {
    if (state !== 'granted' || redeemed === 0) return this.t(`customers.incentives.states.${state}`);
    return redeemed === quantity ? this.t('customers.incentives.redeemed') : this.t('customers.incentives.partly', { redeemed, quantity });
  }

  protected async grant(): Promise<void> {
    const made = await this.sheets.open<Grant>(() => import('./grant-sheet').then((m) => m.GrantSheet), { data: { customerId: this.customerId(), planItems: this.found.value()?.planItems ?? [] } });
    if (made) void this.notices.offerUndo(this.t(made.state === 'waiting' ? 'customers.incentives.asked' : 'customers.incentives.granted', { name: made.name }), () => this.api.delete('/api/incentive-grants/{id}', { path: { id: made.id } }));
  }

  /** Says how many, so that what somebody else redeems meanwhile is not redeemed with it. */
  protected redeem({ id, name }: Grant, quantity: number): Promise<void> {
    return this.doing(async () => {
      const { redemptions } = await this.api.post('/api/incentive-grants/{id}/redemptions', { path: { id }, body: { quantity } });
      const last = redemptions.at(-1);
      if (last) void this.notices.offerUndo(this.t('customers.incentives.redeemedNotice', { name }), () => this.api.delete('/api/incentive-grants/{id}/redemptions/{redemptionId}', { path: { id, redemptionId: last.id } }));
    });
  }

  protected takeBack({ id }: Grant): Promise<void> {
    return this.doing(() => this.api.delete('/api/incentive-grants/{id}', { path: { id } }));
  }

  private async doing(work: () => Promise<unknown>): Promise<void> {
    this.isBusy.set(true);
    try {
      await work();
    } catch (error) {
      void this.notices.sayProblem(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
