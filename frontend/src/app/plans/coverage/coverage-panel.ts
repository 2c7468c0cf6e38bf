import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Api } from '../../core/api';
import { Clock } from '../../core/clock';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';
import type { CellClosed } from './cell-sheet';
import { CoverageList } from './coverage-list';
import { Scope, endOf, lastQuarter, queryOf } from './coverage.rules';
import { HeatMap, OpenedCell } from './heat-map';
import type { Reassigning } from './reassign-sheet';

/** Whether contact is kept: the heat map of people × weeks or days, customers who heard from us too often, and contacts whose owner is absent. */
@Component({
  selector: 't-coverage-panel',
  imports: [CoverageList, HeatMap, MatButton, MatIcon, State],
  template: `
    <section class="t-panel part">
      <div class="head">
        <h2>{{ t('plans.coverage.map') }}</h2>
        @if (canSpread()) { <button matButton="tonal" type="button" (click)="spread()"><mat-icon svgIcon="groups" />{{ t('plans.coverage.spread') }}</button> }
      </div>
      <t-state [of]="map" [empty]="map.value()?.people?.length === 0" [lines]="8">
        <p empty>{{ t('plans.coverage.none') }}</p>
        @if (map.value(); as found) {
          <p class="t-small t-muted">{{ t('plans.coverage.mapAbout', { count: found.contactsPerDay, day: format.day(found.asOf) }) }} {{ summary() }}</p>
          <t-heat-map [of]="found" (opened)="open($event)" />
        }
      </t-state>
    </section>
    @for (kind of kinds; track kind) {
      <section class="t-panel part">
        <h2>{{ t('plans.coverage.lists.' + kind) }}</h2>
        <t-coverage-list [kind]="kind" [scope]="kind === 'overContacted' ? pressure() : scope()" (reassign)="reassign({ touchpointIds: $event })" />
      </section>
    }
  `,
  styles: `
    :host { display: block; }
    .part { margin-bottom: var(--t-4); padding: var(--t-4); }
    .part > h2, .head { margin-bottom: var(--t-2); }
    .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--t-2); }
  `,
})
export class CoveragePanel {
  /** Of what. */
  readonly scope = input.required<Scope>();

  /** The columns. */
  readonly unit = input<'week' | 'day'>('week');

  private readonly sheets = inject(Sheets);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly kinds = ['overContacted', 'ownerAbsent'] as const;
  protected readonly map = inject(Api).resource('/api/coverage/heat-map', () => ({ query: { ...queryOf(this.scope()), unit: this.unit() } }), { followWrites: true });
  /** The server looks at every communication of the period: the last quarter of it. */
  protected readonly pressure = computed(() => lastQuarter(this.scope(), this.clock.today()));
  protected readonly canSpread = computed(() => this.session.can('contacts.work') && (this.map.value()?.people.some(({ cells }) => cells.some(({ open }) => open > 0)) ?? false));
  protected readonly summary = computed(() => {
    const cells = (this.map.value()?.people ?? []).flatMap((person) => person.cells);
    const sum = (key: 'planned' | 'kept' | 'missed' | 'open'): string => this.format.number(cells.reduce((total, cell) => total + cell[key], 0));
    return this.t('plans.coverage.summary', { planned: sum('planned'), kept: sum('kept'), missed: sum('missed'), open: sum('open') });
  });

  protected async open({ personId, column }: OpenedCell): Promise<void> {
    const scope: Scope = { ...this.scope(), ownerId: personId, from: column, until: endOf(column, this.unit()) };
    const chosen = await this.sheets.open<CellClosed>(() => import('./cell-sheet').then((m) => m.CellSheet), { data: scope });
    if (chosen?.length) await this.reassign({ touchpointIds: chosen });
  }

  protected spread(): Promise<void> {
    const { from, until, planId } = this.scope();
    const ownerIds = (this.map.value()?.people ?? []).map(({ personId }) => personId).slice(0, MOST_OWNERS);
    return this.reassign({ from, until, ownerIds, ...(planId ? { planId } : {}) });
  }

  protected async reassign(data: Reassigning): Promise<void> {
    await this.sheets.open<'done'>(() => import('./reassign-sheet').then((m) => m.ReassignSheet), { data, isWide: true });
  }
}

// As many as the server takes at once.
const MOST_OWNERS = 50;
