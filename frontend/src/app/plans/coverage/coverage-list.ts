import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, Problem, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Vocabulary } from '../../core/vocabulary';
import { State } from '../../ui/state';
import { Scope, queryOf } from './coverage.rules';

/** Customers who heard from us too often, or open contacts whose owner is not there to make them. */
export type ListKind = 'overContacted' | 'ownerAbsent';

interface Row { readonly id: string; readonly customerId: string; readonly name: string; readonly about: string; readonly records: readonly string[] }
// Rows are put into words when they are shown: names and language may come later than they.
interface ListPage { readonly rows: () => readonly Row[]; readonly next: string | null; readonly ids: readonly string[] }

/** One of the lists of coverage, page by page, and all of it as a file. */
@Component({
  selector: 't-coverage-list',
  imports: [MatButton, MatIcon, RouterLink, State],
  template: `
    <div class="head">
      <p class="t-small t-muted">{{ t('plans.coverage.about.' + kind()) }}</p>
      <span class="actions">
        @if (touchpointIds().length && session.can('contacts.work')) {
          <button matButton="tonal" type="button" (click)="reassign.emit(touchpointIds())">{{ t('plans.coverage.reassignShown', { count: touchpointIds().length }) }}</button>
        }
        @if (session.can('customers.export') && rows().length) {
          <a matButton="outlined" download [href]="file()"><mat-icon svgIcon="download" />{{ t('plans.progress.csv') }}</a>
        }
      </span>
    </div>
    <t-state [of]="loaded" [empty]="rows().length === 0" [lines]="5">
      <p empty>{{ t('plans.coverage.nothing.' + kind()) }}</p>
      <ul>
        @for (row of rows(); track row.id) {
          <li>
            <a [routerLink]="['/customers', row.customerId]">{{ row.name }}</a><span class="t-small t-muted">{{ row.about }}</span>
            @if (row.records.length) { <details><summary class="t-small">{{ t('plans.coverage.records') }}</summary><ul>@for (record of row.records; track $index) { <li class="t-small t-muted">{{ record }}</li> }</ul></details> }
          </li>
        }
      </ul>
      @if (next() !== null) { <button matButton type="button" [disabled]="isLoading()" (click)="more()">{{ t('plans.progress.more') }}</button> }
    </t-state>
  `,
  styles: `
    .head, .actions { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--t-2); }
    ul { list-style: none; }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--t-4); min-height: 40px; padding: var(--t-1) 0; border-bottom: var(--t-line); }
    li:last-child { border-bottom: 0; }
    details { flex-basis: 100%; }
    details li { display: block; min-height: 0; border: 0; }
    summary { min-height: 24px; cursor: pointer; }
    @media (max-width: 839.98px) { li a { display: inline-flex; align-items: center; min-height: var(--t-touch); } summary { min-height: var(--t-touch); } }
  `,
})
export class CoverageList {
  /** Which list. */
  readonly kind = input.required<ListKind>();

  /** Of what. */
  readonly scope = input.required<Scope>();

  /** These touchpoints are to go to somebody else. */
  readonly reassign = output<readonly string[]>();

  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  private readonly vocabulary = inject(Vocabulary);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).t;
  private readonly pages = signal<readonly ListPage[]>([]);
  protected readonly isLoading = signal(false);
  private readonly failure = signal<Problem | undefined>(undefined);
  private known = this.api.writes();
  protected readonly loaded = { value: computed(() => this.pages()[0]), isLoading: this.isLoading.asReadonly(), problem: this.failure.asReadonly(), reload: () => { void this.more(); } };
  protected readonly rows = computed(() => this.pages().flatMap(({ rows }) => rows()));
  protected readonly touchpointIds = computed(() => this.pages().flatMap(({ ids }) => ids));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);
  protected readonly file = computed(() => `/api/coverage/${this.kind() === 'overContacted' ? 'over-contacted' : 'owner-absent'}.csv?${new URLSearchParams({ ...queryOf(this.scope()) }).toString()}`);

  constructor() {
    effect(() => {
      this.scope();
      this.kind();
      untracked(() => { this.pages.set([]); void this.more(); });
    });
    // What was just given to others, or taken back, must not stand here any more.
    effect(() => { if (this.api.writes() !== this.known) untracked(() => void this.again()); });
  }

  protected async more(): Promise<void> {
    const [scope, kind, after] = [this.scope(), this.kind(), this.next()];
    this.isLoading.set(true);
    this.failure.set(undefined);
    try {
      const page = await this.read(scope, kind, after);
      if (this.scope() === scope && this.kind() === kind) this.pages.update((pages) => (after === null ? [page] : [...pages, page]));
    } catch (error) {
      if (this.scope() === scope) this.failure.set(Problem.from(error));
    } finally {
      if (this.scope() === scope) this.isLoading.set(false);
    }
  }

  /** Begins anew behind what is shown; a reading that fails leaves that as it is. */
  private async again(): Promise<void> {
    const [scope, kind] = [this.scope(), this.kind()];
    this.known = this.api.writes();
    if (this.failure()) return;
    try {
      const page = await this.read(scope, kind, null);
      if (this.scope() === scope && this.kind() === kind) this.pages.set([page]);
    } catch {
      // The next write, or whoever looks anew, asks again.
    }
  }

  private async read(scope: Scope, kind: ListKind, after: string | null): Promise<ListPage> {
    const query = { ...queryOf(scope), ...(after === null ? {} : { after }) };
    if (kind === 'ownerAbsent') {
      const { items, next } = await this.api.get('/api/coverage/owner-absent', { query });
      return { rows: () => items.map((row) => ({ id: row.touchpointId, customerId: row.customerId, name: row.customerName, about: this.absent(row), records: [] })), next, ids: items.map(({ touchpointId }) => touchpointId) };
    }
    const { items, next } = await this.api.get('/api/coverage/over-contacted', { query });
    return { rows: () => items.map((row) => ({ id: row.customerId, customerId: row.customerId, name: row.customerName, about: this.contacted(row), records: row.records.map((record) => this.record(record)) })), next, ids: [] };
  }

  private absent({ ownerId, dueOn, reason, backOn }: View<'OwnerAbsentView'>): string {
    const why = reason === 'away' && backOn ? this.t('plans.coverage.backOn', { day: this.format.day(backOn) }) : this.t('plans.coverage.left');
    return [this.directory.name(ownerId), this.t('plans.coverage.dueOn', { day: this.format.day(dueOn) }), why].join(' · ');
  }

  private contacted({ ownerId, contacts, fromOn }: View<'OverContactedView'>): string {
    return [ownerId ? this.directory.name(ownerId) : this.t('plans.nobody'), this.t('plans.coverage.contactsFrom', { count: contacts, day: this.format.day(fromOn) })].join(' · ');
  }

  private record({ occurredOn, channelId, authorId }: View<'PressureRecordView'>): string {
    return [this.format.day(occurredOn), this.vocabulary.name(channelId), this.directory.name(authorId)].join(' · ');
  }
}
