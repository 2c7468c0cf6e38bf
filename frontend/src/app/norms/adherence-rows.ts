import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Api, Problem, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';
import { WhenVisible } from '../ui/when-visible';
import type { AdherenceStart } from './adherence-panel';

/** The communications behind a number of adherence, each with the required points that were not ticked. */
@Component({
  selector: 't-adherence-rows',
  imports: [MatButton, MatDialogClose, RouterLink, Sheet, State, WhenVisible],
  template: `
    <t-sheet [title]="start.title">
      <t-state [of]="rows" [empty]="items().length === 0" [lines]="8">
        <p empty>{{ t('norms.adherence.none') }}</p>
        <ul>
          @for (row of items(); track row.followUpId) {
            <li>
              <a [routerLink]="['/customers', row.customerId]" mat-dialog-close>{{ row.customerName }}</a>
              <p>{{ format.instant(row.occurredAt) }} · {{ vocabulary.name(row.channelId) }} · {{ row.authorName }}</p>
              <p class="t-small t-muted">{{ row.normName }} {{ t('norms.versionNumber', { number: row.number }) }} · {{ row.isAnswered ? t('norms.adherence.ticked', { ticked: row.tickedRequired, required: row.required }) : t('norms.adherence.notAnswered') }}</p>
              @if (row.isAnswered && row.missing.length) { <p class="t-small">{{ t('norms.adherence.missing', { points: row.missing.join(' · ') }) }}</p> }
            </li>
          }
        </ul>
        @if (next() !== null) {
          <div (tWhenVisible)="more()"><button matButton type="button" [disabled]="isLoading()" (click)="more()">{{ t('common.more') }}</button></div>
        }
      </t-state>
      <ng-container actions>
        @if (session.can('customers.export') && items().length) { <a matButton="outlined" download [href]="file">{{ t('norms.adherence.csv') }}</a> }
        <button matButton mat-dialog-close type="button">{{ t('common.close') }}</button>
      </ng-container>
    </t-sheet>
  `,
  styles: `
    ul { list-style: none; }
    li { display: grid; gap: 2px; padding-block: var(--t-2); }
    li + li { border-top: var(--t-line); }
    a:not([download]) { justify-self: start; align-content: center; min-height: var(--t-touch); }
  `,
})
export class AdherenceRows {
  private readonly api = inject(Api);
  protected readonly start = inject<AdherenceStart>(MAT_DIALOG_DATA);
  protected readonly session = inject(Session);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  private readonly pages = signal<readonly View<'AdherencePage'>[]>([]);
  protected readonly isLoading = signal(false);
  private readonly failure = signal<Problem | undefined>(undefined);
  protected readonly rows = { value: computed(() => this.pages()[0]), isLoading: this.isLoading.asReadonly(), problem: this.failure.asReadonly(), reload: () => { void this.more(); } };
  protected readonly items = computed(() => this.pages().flatMap(({ items }) => items));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);
  protected readonly file = `/api/norm-adherence/contacts.csv?${new URLSearchParams(this.query()).toString()}`;

  constructor() {
    void this.more();
  }

  protected async more(): Promise<void> {
    if (this.isLoading()) return;
    const after = this.next();
    this.isLoading.set(true);
    this.failure.set(undefined);
    try {
      const page = await this.api.get('/api/norm-adherence/contacts', { query: { ...this.query(), ...(after === null ? {} : { after }) } });
      this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      this.failure.set(Problem.from(error));
    } finally {
      this.isLoading.set(false);
    }
  }

  private query(): Omit<AdherenceStart, 'title'> & Record<string, string> {
    const { title: _title, ...query } = this.start;
    return query;
  }
}
