import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Api, Problem, View } from '../core/api';
import { Directory } from '../core/directory';
import { Format, addDays, isLocalDate } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener } from '../core/log-opener';
import { Session } from '../core/session';
import { urlState } from '../core/url-state';
import { Vocabulary } from '../core/vocabulary';
import { Filter } from '../ui/filter';
import { PeriodFilter } from '../ui/period-filter';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { WhenVisible } from '../ui/when-visible';
import { Card } from './card';

type FollowUp = View<'FollowUpView'>;

const KINDS = ['communication', 'log', 'schedule', 'task'] as const;
const PAUSE_MS = 250;

/** Everything that happened with a customer, newest first, with filters that live in the address. */
@Component({
  selector: 't-timeline',
  imports: [Card, Filter, MatButton, MatIcon, PeriodFilter, State, WhenVisible],
  templateUrl: './timeline.html',
  styleUrl: './timeline.scss',
})
export class Timeline {
  /** The customer. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly vocabulary = inject(Vocabulary);
  private readonly directory = inject(Directory);
  private readonly opener = inject(LogOpener);
  private readonly sheets = inject(Sheets);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly state = urlState({ kinds: [] as string[], channels: [] as string[], authors: [] as string[], validity: [] as string[], from: '', until: '', text: '' });

  private readonly query = computed(() => {
    const { kinds, channels, authors, validity, from, until, text } = this.state.now();
    return {
      limit: 20,
      ...(kinds.length ? { kinds: kinds as FollowUp['kind'][] } : {}),
      ...(channels.length ? { channelIds: [...channels] } : {}),
      ...(authors.length ? { authorIds: [...authors] } : {}),
      ...(validity.length ? { validity: validity as FollowUp['validity'][] } : {}),
      ...(isLocalDate(from) ? { from } : {}),
      ...(isLocalDate(until) ? { until: addDays(until, 1) } : {}),
      ...(text.trim() ? { q: text.trim() } : {}),
    };
  });
  protected readonly first = this.api.resource('/api/customers/{id}/timeline', () => ({ path: { id: this.id() }, query: this.query() }), { followWrites: true });
  // Pages read further down stay while the first one is read again after a write.
  private readonly rest = linkedSignal<unknown, { items: FollowUp[]; next: string | null } | undefined>({ source: () => [this.id(), this.query()], computation: () => undefined });
  private readonly changed = signal<ReadonlyMap<string, FollowUp>>(new Map());
  protected readonly items = computed(() => {
    const first = this.first.value()?.items ?? [];
    const known = new Set(first.map(({ id }) => id));
    return [...first, ...(this.rest()?.items.filter(({ id }) => !known.has(id)).map((item) => this.changed().get(item.id) ?? item) ?? [])];
  });
  protected readonly next = computed(() => { const rest = this.rest(); return rest ? rest.next : (this.first.value()?.next ?? null); });
  protected readonly isLoadingMore = signal(false);
  protected readonly moreFailed = signal<Problem | undefined>(undefined);

  protected readonly kindOptions = computed(() => KINDS.map((value) => ({ value, label: this.t(`followUps.kinds.${value}`) })));
  protected readonly channelOptions = computed(() => this.vocabulary.every('channels').map(({ id }) => ({ value: id, label: this.vocabulary.name(id) })));
  protected readonly authorOptions = computed(() => this.directory.people().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly validityOptions = computed(() => (['unassessed', 'valid', 'invalid'] as const).map((value) => ({ value, label: this.t(`followUps.validity.${value}`) })));

  private timer: ReturnType<typeof setTimeout> | undefined;

  protected search(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const text = event.target.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.state.set({ text }, { isReplacing: true }); }, PAUSE_MS);
  }

  protected async loadMore(): Promise<void> {
    const after = this.next();
    if (!after || this.isLoadingMore()) return;
    this.isLoadingMore.set(true);
    this.moreFailed.set(undefined);
    try {
      const page = await this.api.get('/api/customers/{id}/timeline', { path: { id: this.id() }, query: { ...this.query(), after } });
      // Filters may have changed while it was read.
      if (after === this.next()) this.rest.update((rest) => ({ items: [...(rest?.items ?? []), ...page.items], next: page.next }));
    } catch (error) {
      this.moreFailed.set(Problem.from(error));
    } finally {
      this.isLoadingMore.set(false);
    }
  }

  /** Reads one record again that was changed further down. */
  protected async refresh(id: string): Promise<void> {
    const item = await this.api.get('/api/follow-ups/{id}', { path: { id } });
    this.changed.update((known) => new Map(known).set(id, item));
  }

  protected log(): void {
    void this.opener.open();
  }

  protected request(): void {
    void this.sheets.open(() => import('./request-sheet').then((m) => m.RequestSheet), { data: { customerId: this.id() } });
  }

  protected note(kind: 'log' | 'task'): void {
    void this.sheets.open(() => import('./note-sheet').then((m) => m.NoteSheet), { data: { customerId: this.id(), kind } });
  }
}
