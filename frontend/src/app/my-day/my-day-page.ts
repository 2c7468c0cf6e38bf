import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { MatAnchor, MatButton, MatIconAnchor } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener } from '../core/log-opener';
import { Notices } from '../core/notices';
import { PageTitles } from '../core/page-title';
import { useShortcuts } from '../core/shortcuts';
import { urlState } from '../core/url-state';
import { ListKeys } from '../ui/list-keys';
import { PageHeader } from '../ui/page-header';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { BriefPane } from './brief-pane';
import { DayRow } from './day-row';
import type { SnoozeStart } from './snooze-sheet';

type Item = View<'MyDayItemView'>;
type Bucket = View<'BucketView'>['bucket'];

/** The most contact cards that are printed from here: their names stand in the address. */
const MOST_CARDS = 100;

/** My day: the ordered queue of what to do now, each row saying why it is there, with the brief of the selected customer beside it. */
@Component({
  selector: 't-my-day-page',
  imports: [BriefPane, DayRow, ListKeys, MatAnchor, MatButton, MatIcon, MatIconAnchor, PageHeader, RouterLink, State],
  templateUrl: './my-day-page.html',
  styleUrl: './my-day-page.scss',
})
export class MyDayPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly opener = inject(LogOpener);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly format = inject(Format);
  protected readonly clock = inject(Clock);
  /** `at` is the row that a phone shows alone while one works through the queue. */
  protected readonly state = urlState({ at: '' });

  protected readonly day = this.api.resource('/api/my-day', () => ({}), { followWrites: true });
  private readonly more = linkedSignal<View<'MyDayView'> | undefined, Partial<Record<Bucket, View<'BucketPage'>>>>({ source: this.day.value, computation: () => ({}) });
  private readonly skipped = signal<ReadonlySet<string>>(new Set());

  protected readonly buckets = computed(() => (this.day.value()?.buckets ?? []).map((bucket) => {
    const more = this.more()[bucket.bucket];
    return { ...bucket, items: [...bucket.items, ...(more?.items ?? [])], next: more ? more.next : bucket.next };
  }).filter(({ total }) => total > 0));
  protected readonly rows = computed(() => {
    const all = this.buckets().flatMap(({ items }) => items);
    return [...all.filter(({ id }) => !this.skipped().has(id)), ...all.filter(({ id }) => this.skipped().has(id))];
  });
  protected readonly total = computed(() => (this.day.value()?.buckets ?? []).reduce((sum, { total }) => sum + total, 0));
  /** The planned contacts that are shown, for printing their cards. */
  protected readonly cardIds = computed(() => this.rows().filter(({ kind }) => kind === 'touchpoint').map(({ id }) => id).slice(0, MOST_CARDS));
  protected readonly selectedId = signal<string | undefined>(undefined);
  // After a row was worked and is gone, the one that took its place is selected.
  private readonly lastIndex = signal(0);
  protected readonly selected = computed<Item | undefined>(() => {
    const rows = this.rows();
    const wanted = this.state.now().at || this.selectedId();
    return rows.find(({ id }) => id === wanted) ?? rows[Math.min(this.lastIndex(), rows.length - 1)];
  });
  protected readonly index = computed(() => { const at = this.selected(); return at ? this.rows().indexOf(at) : -1; });
  protected readonly isWorking = computed(() => this.state.now().at !== '' && this.selected() !== undefined);

  constructor() {
    const titles = inject(PageTitles);
    effect(() => { titles.count(this.total()); });
    effect((onCleanup) => {
      const item = this.selected();
      if (item?.customerId) onCleanup(this.opener.propose(startOf(item)));
    });
    useShortcuts(
      { id: 'my-day-log', keys: 'l', label: 'myDay.log', group: 'myDay.title', run: () => void this.log() },
      { id: 'my-day-snooze', keys: 's', label: 'myDay.snooze', group: 'myDay.title', run: () => void this.snooze() },
      { id: 'my-day-skip', keys: 'x', label: 'myDay.skip', group: 'myDay.title', run: () => { this.skip(); } },
    );
  }

  protected select(index: number): void {
    const item = this.rows()[index];
    if (!item) return;
    this.lastIndex.set(index);
    this.selectedId.set(item.id);
    if (this.isWorking()) this.state.set({ at: item.id }, { isReplacing: true });
  }

  protected open(item: Item | undefined = this.selected()): void {
    if (item?.kind === 'decision') void this.router.navigate(['/approvals', item.id]);
    else if (item?.customerId) void this.router.navigate(['/customers', item.customerId]);
  }

  protected async log(item: Item | undefined = this.selected()): Promise<void> {
    if (!item) return;
    if (item.kind === 'decision') {
      this.open(item);
      return;
    }
    if (item.kind === 'task') {
      await this.finishTask(item);
      return;
    }
    this.remember(item);
    await this.opener.open(startOf(item));
  }

  protected async snooze(item: Item | undefined = this.selected()): Promise<void> {
    if (item?.kind !== 'touchpoint') return;
    this.remember(item);
    const start: SnoozeStart = { id: item.id, version: item.version ?? 0, name: item.name, customerId: item.customerId ?? '', dueAt: item.dueAt };
    await this.sheets.open(() => import('./snooze-sheet').then((m) => m.SnoozeSheet), { data: start });
  }

  /** Puts the row behind all others until the page is opened anew. */
  protected skip(item: Item | undefined = this.selected()): void {
    if (!item) return;
    this.remember(item);
    this.selectedId.set(this.rows()[this.index() + 1]?.id);
    this.skipped.update((ids) => new Set([...ids, item.id]));
    if (this.isWorking()) this.state.set({ at: this.selectedId() ?? '' }, { isReplacing: true });
  }

  protected workThrough(): void {
    const first = this.selected() ?? this.rows()[0];
    if (first) this.state.set({ at: first.id });
  }

  protected async showMore(bucket: Bucket, after: string): Promise<void> {
    try {
      const page = await this.api.get('/api/my-day/{bucket}', { path: { bucket }, query: { after } });
      this.more.update((all) => ({ ...all, [bucket]: { items: [...(all[bucket]?.items ?? []), ...page.items], next: page.next } }));
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  private async finishTask(item: Item): Promise<void> {
    this.remember(item);
    try {
      await this.api.post('/api/tasks/{id}/completion', { path: { id: item.id } });
      void this.notices.offerUndo(this.t('myDay.taskDone'), () => this.api.delete('/api/tasks/{id}/completion', { path: { id: item.id } }));
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  private remember(item: Item): void {
    this.lastIndex.set(Math.max(0, this.rows().indexOf(item)));
    this.selectedId.set(item.id);
    if (this.isWorking()) this.state.set({ at: item.id }, { isReplacing: true });
  }
}

const startOf = (item: Item) => ({
  ...(item.customerId ? { customer: { id: item.customerId, name: item.name } } : {}),
  channelId: item.channelId,
  touchpointId: item.kind === 'touchpoint' ? item.id : null,
});
