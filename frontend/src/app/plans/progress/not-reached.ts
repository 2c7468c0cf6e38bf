import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, Problem, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Filter } from '../../ui/filter';
import { State } from '../../ui/state';

/** The customers that a plan has not reached yet, page by page, and all of them as a file. */
@Component({
  selector: 't-not-reached',
  imports: [Filter, MatButton, MatIcon, RouterLink, State],
  template: `
    <section class="t-panel part">
      <div class="head">
        <h2>{{ t('plans.progress.notReached') }}</h2>
        @if (session.can('customers.export') && customers().length) {
          <a matButton="outlined" download [href]="file()"><mat-icon svgIcon="download" />{{ t('plans.progress.csv') }}</a>
        }
      </div>
      <div class="filters">
        @if (items().length > 1) { <t-filter [label]="t('plans.coverage.item')" [isMultiple]="false" [options]="items()" [(selected)]="item" /> }
        <t-filter [label]="t('plans.coverage.owner')" [isMultiple]="false" [options]="owners()" [(selected)]="owner" />
      </div>
      <t-state [of]="rows" [empty]="customers().length === 0" [lines]="5">
        <p empty>{{ t(item().length || owner().length ? 'plans.coverage.allReached' : 'plans.progress.allReached') }}</p>
        <ul>
          @for (row of customers(); track row.customerId) {
            <li>
              <a [routerLink]="['/customers', row.customerId]">{{ row.name }}</a>
              <span class="t-muted t-small">{{ row.ownerId ? directory.name(row.ownerId) : t('plans.nobody') }} · {{ row.nextOn ? t('plans.progress.nextOn', { day: format.day(row.nextOn) }) : t('plans.progress.noNext') }}
                @if (row.missed) { · {{ t('plans.progress.missedTimes', { count: row.missed }) }} }</span>
            </li>
          }
        </ul>
        @if (next() !== null) {
          <button matButton type="button" [disabled]="isLoading()" (click)="more()">{{ t('plans.progress.more') }}</button>
        }
      </t-state>
    </section>
  `,
  styles: `
    .part { padding: var(--t-4); }
    .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--t-2); }
    .filters { display: flex; flex-wrap: wrap; gap: var(--t-2); margin: var(--t-2) 0; }
    ul { list-style: none; }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--t-4); min-height: 40px; padding: var(--t-1) 0; border-bottom: var(--t-line); }
    li:last-child { border-bottom: 0; }
    li a { min-height: 24px; }
    @media (max-width: 839.98px) { li a { display: inline-flex; align-items: center; min-height: var(--t-touch); } }
  `,
})
export class NotReached {
  /** The plan; asked again with each of its versions. */
  readonly plan = input.required<View<'PlanView'>>();

  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  private readonly pages = signal<readonly View<'NotReachedPage'>[]>([]);
  protected readonly isLoading = signal(false);
  private readonly failure = signal<Problem | undefined>(undefined);
  protected readonly rows = { value: computed(() => this.pages()[0]), isLoading: this.isLoading.asReadonly(), problem: this.failure.asReadonly(), reload: () => { void this.more(); } };
  protected readonly customers = computed(() => this.pages().flatMap(({ items }) => items));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);
  protected readonly item = signal<readonly string[]>([]);
  protected readonly owner = signal<readonly string[]>([]);
  protected readonly items = computed(() => this.plan().items.map(({ id, objective }) => ({ value: id, label: objective })));
  protected readonly owners = computed(() => this.directory.visible().map(({ id, name }) => ({ value: id, label: name })));
  private readonly filter = computed(() => { const [itemId, ownerId] = [this.item()[0], this.owner()[0]]; return { ...(itemId ? { itemId } : {}), ...(ownerId ? { ownerId } : {}) }; });
  protected readonly file = computed(() => { const asked = new URLSearchParams(this.filter()).toString(); return `/api/plans/${this.plan().id}/not-reached.csv${asked && `?${asked}`}`; });

  constructor() {
    effect(() => {
      this.plan();
      this.filter();
      untracked(() => { this.pages.set([]); void this.more(); });
    });
  }

  protected async more(): Promise<void> {
    const [{ id, version }, after, filter] = [this.plan(), this.next(), this.filter()];
    this.isLoading.set(true);
    this.failure.set(undefined);
    try {
      const page = await this.api.get('/api/plans/{id}/not-reached', { path: { id }, query: { ...filter, ...(after === null ? {} : { after }) } });
      if (this.plan().version === version && this.filter() === filter) this.pages.update((pages) => (after === null ? [page] : [...pages, page]));
    } catch (error) {
      this.failure.set(Problem.from(error));
    } finally {
      this.isLoading.set(false);
    }
  }
}
