import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Format, addDays } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { PeriodFilter } from '../ui/period-filter';
import { Rate } from '../ui/rate';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';

const USUAL_DAYS = 90;

/** Which communications a number is made of. */
export interface AdherenceStart { from: string; until: string; normId?: string; personId?: string; title: string }

/** How far norms were followed in a period, by norm and by person, each number with its basis and its rows. */
@Component({
  selector: 't-adherence-panel',
  imports: [MatButton, PeriodFilter, Rate, State],
  templateUrl: './adherence-panel.html',
  styleUrl: './adherence-panel.scss',
})
export class AdherencePanel {
  /** First day of the period; empty: ninety days back. */
  readonly from = input.required<string>();

  /** Its last day, included; empty: today. */
  readonly to = input.required<string>();

  /** The person chose another period. */
  readonly period = output<{ from: string; to: string }>();

  private readonly clock = inject(Clock);
  private readonly sheets = inject(Sheets);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly days = computed(() => {
    const to = this.to() || this.clock.today();
    return { from: this.from() || addDays(to, 1 - USUAL_DAYS), to };
  });
  private readonly query = computed(() => ({ from: this.days().from, until: addDays(this.days().to, 1) }));
  protected readonly adherence = inject(Api).resource('/api/norm-adherence', () => ({ query: this.query() }));
  protected readonly tables = computed(() => {
    const view = this.adherence.value();
    return [
      { key: 'norms' as const, rows: (view?.norms ?? []).map((row) => ({ ...row, id: row.normId })) },
      { key: 'people' as const, rows: (view?.people ?? []).map((row) => ({ ...row, id: row.personId })) },
    ];
  });
  protected readonly shares = ['adherence', 'complete', 'answered'] as const;
  protected readonly file = computed(() => `/api/norm-adherence/contacts.csv?${new URLSearchParams(this.query()).toString()}`);

  protected open(table: 'norms' | 'people' | 'total', row: View<'AdherenceFiguresView'> & { id?: string; name?: string }): void {
    const which = table === 'norms' ? { normId: row.id ?? '' } : table === 'people' ? { personId: row.id ?? '' } : {};
    const data: AdherenceStart = { ...this.query(), ...which, title: row.name ?? this.t('norms.adherence.total') };
    void this.sheets.open(() => import('./adherence-rows').then((m) => m.AdherenceRows), { data });
  }
}
