import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, DestroyRef, ElementRef, Type, afterRenderEffect, computed, effect, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { NavigationStart, Router, RouterLink, Scroll } from '@angular/router';
import { filter, map, take } from 'rxjs';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener } from '../core/log-opener';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { useShortcuts } from '../core/shortcuts';
import { Filter } from '../ui/filter';
import { ListKeys } from '../ui/list-keys';
import { PageHeader } from '../ui/page-header';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { WhenVisible } from '../ui/when-visible';
import { ColumnChooser } from './list/column-chooser';
import { Column, csvColumns, nextSort } from './list/columns';
import { CustomerRows } from './list/customer-rows';
import { CustomerQuery, countFilters, exportUrl, filterOf, listState, noFilters, queryOf } from './list/filters.rules';
import { ListCards } from './list/list-cards';
import { ListFilters } from './list/list-filters';
import { ListPreferences } from './list/list-preferences';
import { ListTable } from './list/list-table';
import { NewCustomer } from './new-customer';
import { SavedView, SavedViews } from './views/saved-views';
import { ViewsMenu } from './views/views-menu';

const PAUSE_MS = 250;
const SORTS = ['-lastContact', 'lastContact', 'name', 'nextContact', 'tier', '-knownSince', '-stageSince'] as const;
const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
const NONE: ReadonlySet<string> = new Set();

/** All customers that the person sees: found, filtered, sorted, logged with, handed over and exported. */
@Component({
  selector: 't-customers-page',
  imports: [ColumnChooser, Filter, ListCards, ListFilters, ListKeys, ListTable, MatButton, PageHeader, RouterLink, State, ViewsMenu, WhenVisible],
  templateUrl: './customers-page.html',
  styleUrl: './customers-page.scss',
})
export class CustomersPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly opener = inject(LogOpener);
  private readonly sheets = inject(Sheets);
  private readonly newCustomer = inject(NewCustomer);
  private readonly notices = inject(Notices);
  private readonly preferences = inject(ListPreferences);
  private readonly views = inject(SavedViews);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly rows = inject(CustomerRows);
  protected readonly none = NONE;
  protected readonly usualSort = SORTS[0];
  protected readonly state = listState();
  protected readonly isWide = toSignal(inject(BreakpointObserver).observe('(min-width: 840px)').pipe(map(({ matches }) => matches)), { initialValue: false });

  private readonly query = computed(() => queryOf(this.state.now()), { equal: isSame });
  private readonly filter = computed(() => filterOf(this.state.now()), { equal: isSame });
  protected readonly count = this.api.resource('/api/customers/count', () => ({ query: this.filter() }), { followWrites: true });
  protected readonly items = computed(() => this.rows.value()?.items ?? []);
  protected readonly isNarrowed = computed(() => { const { first, more } = countFilters(this.state.now()); return first + more > 0 || this.state.now().q.trim() !== ''; });
  protected readonly exportUrl = computed(() => exportUrl(this.state.now(), csvColumns(this.preferences.columns())));
  protected readonly sorts = computed(() => SORTS.map((value) => ({ value, label: this.t(`customers.sorts.${value.replace('-', 'newest_')}`) })));
  protected readonly sortedBy = computed(() => { const { sort } = this.state.now(); return sort === SORTS[0] ? [] : [sort]; });
  protected readonly ownList = computed(() => this.views.lists().find(({ id }) => id === this.state.now().list));
  protected readonly selected = signal(-1);
  // Ticks belong to the list they were made in.
  protected readonly checked = linkedSignal<unknown, ReadonlySet<string>>({ source: this.filter, computation: () => NONE });
  private readonly row = computed<View<'CustomerRow'> | undefined>(() => this.items()[this.selected()]);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.followAddress();
    this.rememberPlace();
    // The address follows what is typed; it must not overtake the person who types.
    afterRenderEffect(() => { const { q } = this.state.now(); const { nativeElement: input } = this.search(); if (document.activeElement !== input) input.value = q; });
    effect((onCleanup) => { const row = this.row(); if (row) onCleanup(this.opener.propose({ customer: { id: row.id, name: row.name } })); });
    useShortcuts({ id: 'customers-log', keys: 'l', label: 'customers.log', group: 'customers.title', run: () => { const row = this.row(); if (row) this.log(row); } });
    inject(DestroyRef).onDestroy(() => { clearTimeout(this.timer); });
  }

  protected find(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const q = event.target.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.state.set({ q }, { isReplacing: true }); }, PAUSE_MS);
  }

  protected sortBy(by: NonNullable<Column['sort']> | 'name'): void {
    this.state.set({ sort: nextSort(this.state.now().sort, by) }, { isReplacing: true });
  }

  protected clear(): void {
    this.state.set(noFilters());
  }

  protected open(index: number): void {
    const row = this.items()[index];
    if (row) void this.router.navigate(['/customers', row.id]);
  }

  protected log({ id, name }: View<'CustomerRow'>): void {
    void this.opener.open({ customer: { id, name } });
  }

  protected create(): void {
    void this.newCustomer.open();
  }

  protected async assign(): Promise<void> {
    const isDone = await this.sheets.open<boolean>(() => import('./owner-sheet').then((m) => m.OwnerSheet), { data: { ids: [...this.checked()], ownerId: null } });
    if (isDone) this.checked.set(NONE);
  }

  protected async toList(): Promise<void> {
    const isDone = await this.sheets.open<boolean>(() => import('./views/list-sheet').then((m) => m.ListSheet), { data: [...this.checked()] });
    if (isDone) this.checked.set(NONE);
  }

  protected async takeOff({ id, name }: SavedView): Promise<void> {
    const remove = [...this.checked()];
    const change = (body: object): Promise<unknown> => this.api.post('/api/segments/{id}/customers', { path: { id }, body });
    try {
      await change({ remove });
      this.checked.set(NONE);
      void this.notices.offerUndo(this.t('customers.views.takenOff', { name }), () => change({ add: remove }));
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  /** Reads the list that the address says, and again after each write. */
  private followAddress(): void {
    effect(() => { const query = this.query(); untracked(() => { this.show(query); }); });
    let writes = this.api.writes();
    effect(() => {
      if (this.api.writes() === writes) return;
      writes = this.api.writes();
      untracked(() => { this.rows.reload(); });
    });
  }

  /** A list that was shown before comes back at the same place. */
  private show(query: CustomerQuery): void {
    const isKnown = this.rows.show(query);
    this.selected.set(this.rows.place.selected);
    if (isKnown) this.scrollTo(this.rows.place.top);
  }

  private rememberPlace(): void {
    const on = <T>(kind: Type<T>) => this.router.events.pipe(filter((event) => event instanceof kind), takeUntilDestroyed());
    on(NavigationStart).subscribe(() => {
      this.rows.place = { top: this.isWide() ? this.scroller().nativeElement.scrollTop : window.scrollY, selected: this.selected() };
      this.rows.url = this.router.url;
    });
    // The router moves the window once a page is there; a place in this list counts more.
    on(Scroll).pipe(take(1)).subscribe(() => { this.scrollTo(this.rows.place.top); });
  }

  private scrollTo(top: number): void {
    if (top > 0) setTimeout(() => { if (this.isWide()) this.scroller().nativeElement.scrollTop = top; else window.scrollTo(0, top); });
  }
}
