import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { map } from 'rxjs';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { Directory } from '../core/directory';
import { Format, daysBetween, linkOf } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener } from '../core/log-opener';
import { Notices } from '../core/notices';
import { PageTitles } from '../core/page-title';
import { Session } from '../core/session';
import { useShortcuts } from '../core/shortcuts';
import { urlState } from '../core/url-state';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { Due } from '../ui/times';
import { CustomerSide } from './customer-side';
import { CustomerRows } from './list/customer-rows';
import { MergeNote } from './merging/merge-note';
import type { Named } from './merging/possible-duplicates';
import { stageTone } from './stage-tones';

/** What a narrow page shows one of. */
const PANES = ['timeline', 'details'] as const;

/** A customer: the head with what matters now, the timeline, and at the side how to reach them and what is planned. */
@Component({
  selector: 't-customer-page',
  imports: [Chip, CustomerSide, Due, MatButton, MatIcon, MatIconButton, MatMenuModule, MergeNote, PageHeader, RouterLink, RouterOutlet, Segments, State],
  templateUrl: './customer-page.html',
  styleUrl: './customer-page.scss',
})
export class CustomerPage {
  /** The customer's identifier, from the address. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly notices = inject(Notices);
  private readonly opener = inject(LogOpener);
  private readonly sheets = inject(Sheets);
  protected readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;

  protected readonly isWide = toSignal(inject(BreakpointObserver).observe('(min-width: 840px)').pipe(map(({ matches }) => matches)), { initialValue: false });

  protected readonly isSideBySide = toSignal(inject(BreakpointObserver).observe('(min-width: 1080px)').pipe(map(({ matches }) => matches)), { initialValue: false });
  protected readonly panes = computed(() => PANES.map((value) => ({ value, label: this.t(`customers.${value}`) })));
  private readonly state = urlState({ pane: 'timeline' });
  protected readonly pane = computed(() => this.state.now().pane);

  private readonly router = inject(Router);

  /** The list as it was left, with its filters. */
  protected readonly back = this.router.parseUrl(inject(CustomerRows).url);

  protected readonly customer = this.api.resource('/api/customers/{id}', () => ({ path: { id: this.id() } }), { followWrites: true });
  protected readonly stage = computed(() => this.vocabulary.find('stages', this.customer.value()?.stageId));
  protected readonly stageTone = computed(() => stageTone(this.stage()));
  protected readonly daysSilent = computed(() => {
    const last = this.customer.value()?.lastEffectiveAt;
    return last ? daysBetween(this.format.dayOf(last), this.clock.today()) : null;
  });
  /** The first number that is not known to be wrong. */
  protected readonly phone = computed(() => {
    const known = this.customer.value();
    const points = known ? [...known.contactPoints, ...known.contactPeople.flatMap(({ contactPoints }) => contactPoints)] : [];
    const point = points.find(({ kind, validity }) => kind === 'phone' && validity !== 'invalid');
    return point ? linkOf(point) : null;
  });
  /** A customer that was merged into another one stays as it was. */
  protected readonly canWrite = computed(() => this.session.can('customers.write') && !this.customer.value()?.mergedInto);
  protected readonly isDoNotContact = computed(() => (this.customer.value()?.doNotContact.length ?? 0) > 0);

  constructor() {
    const titles = inject(PageTitles);
    effect(() => { const name = this.customer.value()?.name; if (name) titles.set(name); });
    effect((onCleanup) => {
      const known = this.customer.value();
      if (known && !known.mergedInto) onCleanup(this.opener.propose({ customer: { id: known.id, name: known.name } }));
    });
    useShortcuts(
      { id: 'customer-log', keys: 'l', label: 'customers.log', group: 'customers.title', run: () => { this.log(); } },
      { id: 'customer-edit', keys: 'e', label: 'common.edit', group: 'customers.title', run: () => { this.edit(); } },
    );
  }

  protected log(): void {
    void this.opener.open();
  }

  protected showPane(pane: string | null): void {
    this.state.set({ pane: pane ?? 'timeline' });
  }

  protected edit(): void {
    const customer = this.customer.value();
    if (customer && this.canWrite()) void this.sheets.open(() => import('./form/customer-sheet').then((m) => m.CustomerSheet), { data: { customer }, isWide: true });
  }

  protected changeStage(): void {
    void this.sheets.open(() => import('./stage-sheet').then((m) => m.StageSheet), { data: this.customer.value() });
  }

  protected assign(): void {
    void this.sheets.open(() => import('./owner-sheet').then((m) => m.OwnerSheet), { data: { ids: [this.id()], ownerId: this.customer.value()?.ownerId ?? null } });
  }

  protected async merge(other?: Named): Promise<void> {
    const customer = this.customer.value();
    if (!customer || !this.canWrite()) return;
    const data = { customer: { id: customer.id, name: customer.name }, ...(other ? { other } : {}) };
    const kept = await this.sheets.open<Named>(() => import('./merging/merge-sheet').then((m) => m.MergeSheet), { data, isWide: true });
    if (kept && kept.id !== customer.id) await this.router.navigate(['/customers', kept.id]);
  }

  protected async archive(): Promise<void> {
    const path = { id: this.id() };
    const isArchived = this.customer.value()?.archivedAt !== null;
    const change = (archive: boolean): Promise<unknown> => (archive ? this.api.post('/api/customers/{id}/archival', { path }) : this.api.delete('/api/customers/{id}/archival', { path }));
    try {
      await change(!isArchived);
      void this.notices.offerUndo(this.t(isArchived ? 'customers.restored' : 'customers.archived'), () => change(isArchived));
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }
}
