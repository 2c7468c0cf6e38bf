import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Api, View } from '../../core/api';
import { Format, addDays } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Session } from '../../core/session';
import { Chip } from '../../ui/chip';
import { PageHeader } from '../../ui/page-header';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';

type Incentive = View<'IncentiveView'>;

/** The catalogue of incentives with what was granted, redeemed, spent, and what is left. */
@Component({
  selector: 't-incentives-page',
  imports: [Chip, MatButton, MatIcon, MatIconButton, MatMenuModule, PageHeader, State],
  templateUrl: './incentives-page.html',
  styles: `
    .cards { display: grid; gap: var(--t-3); list-style: none; }
    li { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; gap: var(--t-2) var(--t-4); padding: var(--t-4); }
    h2 { display: flex; flex-wrap: wrap; align-items: center; gap: var(--t-2); font: var(--t-text-strong); }
    dl { display: flex; flex-wrap: wrap; grid-column: 1 / -1; gap: var(--t-2) var(--t-8); margin: 0; }
    dt { color: var(--t-muted); font: var(--t-text-s); }
    dd { margin: 0; }
  `,
})
export class IncentivesPage {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly incentives = this.api.resource('/api/incentives', () => ({}), { followWrites: true });
  protected readonly items = computed(() => (this.incentives.value()?.items ?? []).map((one) => ({ ...one, figures: this.figuresOf(one) })));

  protected aboutOf({ validFrom, validUntil, unitCost, approvalAbove }: Incentive): string {
    const valid = validUntil ? this.t('incentives.validUntil', { from: this.format.day(validFrom), to: this.format.day(addDays(validUntil, -1)) }) : this.t('incentives.validFrom', { from: this.format.day(validFrom) });
    return [this.t('incentives.each', { cost: this.money(unitCost) }), valid, ...(approvalAbove === null ? [] : [this.t('incentives.decided', { cost: this.money(approvalAbove) })])].join(' · ');
  }

  protected async open(incentive?: Incentive): Promise<void> {
    await this.sheets.open(() => import('./incentive-sheet').then((m) => m.IncentiveSheet), { data: { incentive } });
  }

  protected async archive({ id, name }: Incentive): Promise<void> {
    try {
      await this.api.put('/api/incentives/{id}/archive', { path: { id } });
      void this.notices.offerUndo(this.t('incentives.archivedNotice', { name }), () => this.api.delete('/api/incentives/{id}/archive', { path: { id } }));
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  protected async restore({ id }: Incentive): Promise<void> {
    try {
      await this.api.delete('/api/incentives/{id}/archive', { path: { id } });
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  private figuresOf({ granted, waiting, redeemed, spent, left, effective, costPerEffective }: Incentive) {
    const number = (value: number): string => this.format.number(value);
    return [
      { key: 'left', value: left === null ? this.t('incentives.unlimited') : number(left) }, { key: 'granted', value: number(granted) }, { key: 'waiting', value: number(waiting) }, { key: 'redeemed', value: number(redeemed) },
      { key: 'spent', value: this.money(spent) }, { key: 'effective', value: number(effective) }, { key: 'costPerEffective', value: this.money(costPerEffective) },
    ] as const;
  }

  private money(value: number | null): string {
    return this.format.money(value, this.session.organisation()?.currency ?? 'CNY');
  }
}
