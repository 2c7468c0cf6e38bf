import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Api, View } from '../core/api';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { urlState } from '../core/url-state';
import { Vocabulary } from '../core/vocabulary';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { State } from '../ui/state';
import { CardPaper, PaperSize } from './card-paper';

/** The most cards that are printed in one go. */
const MOST = 200;

/** Cards of chosen contacts, of a plan or of a person's days as they will be printed, one on a page. */
@Component({
  selector: 't-print-page',
  imports: [CardPaper, MatButton, MatIcon, PageHeader, Segments, State],
  template: `
    <div class="t-page">
      <t-page-header [title]="t('contactCards.many')" [count]="cards().length ? t('contactCards.count', { count: cards().length }) : ''">
        <ng-container actions>
          <t-segments [label]="t('contactCards.size')" [segments]="sizes()" [value]="size()" (valueChange)="state.set({ size: $event ?? 'a5' }, { isReplacing: true })" />
          <button matButton="filled" type="button" [disabled]="!cards().length || !vocabulary.isReady()" (click)="print()"><mat-icon svgIcon="print" />{{ t('contactCards.print') }}</button>
        </ng-container>
      </t-page-header>
      <t-state skeleton="cards" [of]="first" [empty]="cards().length === 0" [lines]="3">
        <p empty>{{ t('contactCards.none') }}</p>
        @if (next() !== null) {
          <p class="more t-muted">{{ t('contactCards.moreHint', { most: most }) }}
            @if (cards().length < most) { <button matButton="outlined" type="button" [disabled]="isBusy()" (click)="more()">{{ t('contactCards.more') }}</button> }
          </p>
        }
        <div class="papers">@for (card of cards(); track card.touchpointId) { <t-card-paper [card]="card" [size]="size()" /> }</div>
      </t-state>
    </div>
  `,
  styles: `
    .papers { display: flex; flex-direction: column; align-items: center; gap: var(--t-6); }
    t-card-paper { box-shadow: var(--t-shadow); }
    .more { display: flex; flex-wrap: wrap; align-items: center; gap: var(--t-2); margin-bottom: var(--t-4); }
    @media print {
      .t-page, .papers { display: block; max-width: none; padding: 0; }
      t-page-header, .more { display: none; }
      t-card-paper { box-shadow: none; }
    }
  `,
})
export class PrintPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly t = inject(I18n).t;
  protected readonly most = MOST;
  /** `until` is the day after the last one. */
  protected readonly state = urlState({ ids: [] as string[], plan: '', item: '', owner: '', from: '', until: '', size: 'a5' });
  protected readonly size = computed((): PaperSize => (this.state.now().size === 'a4' ? 'a4' : 'a5'));
  protected readonly sizes = computed(() => (['a4', 'a5'] as const).map((value) => ({ value, label: this.t(`contactCards.${value}`) })));

  private readonly query = computed(() => {
    const { ids, plan, item, owner, from, until } = this.state.now();
    if (ids.length) return { ids: ids.slice(0, MOST) };
    if (plan) return item ? { planId: plan, itemId: item } : { planId: plan };
    return owner && from && until ? { ownerId: owner, from, until } : undefined;
  });
  protected readonly first = this.api.resource('/api/contact-cards', () => { const query = this.query(); return query && { query }; });
  private readonly later = linkedSignal<View<'ContactCardsView'> | undefined, readonly View<'ContactCardsView'>[]>({ source: this.first.value, computation: () => [] });
  private readonly pages = computed(() => { const first = this.first.value(); return first ? [first, ...this.later()] : []; });
  protected readonly cards = computed(() => this.pages().flatMap(({ items }) => items).slice(0, MOST));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);
  protected readonly isBusy = signal(false);

  protected async more(): Promise<void> {
    const [query, after] = [this.query(), this.next()];
    if (!query || after === null || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const page = await this.api.get('/api/contact-cards', { query: { ...query, after } });
      this.later.update((pages) => [...pages, page]);
    } catch (error) {
      void this.notices.sayProblem(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  protected print(): void {
    window.print();
  }
}
