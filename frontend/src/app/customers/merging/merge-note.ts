import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { DuplicateWords } from './duplicate-words';
import type { Named } from './possible-duplicates';
import { TellingApart } from './telling-apart';
import { Unmerging } from './unmerging';

/** At the head of a customer's page: that it was merged into another one, or, quietly, that there may be another record of it. */
@Component({
  selector: 't-merge-note',
  imports: [MatButton, MatIcon, RouterLink],
  template: `
    @if (customer().mergedInto; as into) {
      <p class="merged" role="status">
        <mat-icon svgIcon="merge" aria-hidden="true" />
        <span class="text">{{ t('merging.mergedInto') }} <a [routerLink]="['/customers', into.id]">{{ into.name }}</a></span>
        @if (into.undoUntil && canMerge()) {
          <span class="t-small">{{ t('merging.undoUntil', { day: format.day(format.dayOf(into.undoUntil)) }) }}</span>
          <button matButton type="button" [disabled]="unmerging.isBusy()" (click)="unmerging.undo(into.mergeId)">{{ t('merging.undo') }}</button>
        }
      </p>
    } @else if (first(); as one) {
      <p class="hint" role="status">
        <mat-icon svgIcon="info" aria-hidden="true" />
        <span>{{ t('merging.hint') }}</span><a [routerLink]="['/customers', one.id]">{{ one.name }}</a><span>{{ words.reasons(one) }}</span>
        <button type="button" (click)="compare.emit({ id: one.id, name: one.name })">{{ t('merging.compare') }}</button>
        <button type="button" [disabled]="apart.isBusy()" [attr.aria-label]="t('merging.notTheSameAs', { name: one.name })" (click)="tellApart(one)">{{ t('merging.notTheSame') }}</button>
        @if (others(); as count) { <button type="button" (click)="compare.emit(undefined)">{{ t('merging.others', { count }) }}</button> }
      </p>
    }
  `,
  // A part of the head: the hint stands in its row where there is room.
  styles: `
    :host { display: contents; }
    p { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--t-2); min-width: 0; margin: 0; }
    .merged { order: -1; flex-basis: 100%; padding: var(--t-1) var(--t-3); border-radius: var(--t-radius); background: var(--t-info-soft); color: var(--t-on-info-soft); }
    .merged .text { flex: 1 1 240px; min-width: 0; overflow-wrap: anywhere; }
    .merged :is(a, button) { color: inherit; }
    .merged a { text-decoration: underline; }
    .hint { min-height: 32px; color: var(--t-muted); font: var(--t-text-s); }
    .hint a { overflow-wrap: anywhere; }
    .hint button { min-height: 24px; padding: 0; border: 0; background: none; color: var(--mat-sys-primary); font: inherit; text-decoration: underline; cursor: pointer; }
    mat-icon { --t-icon: 16px; }
    @media (max-width: 839.98px) { a { display: inline-flex; align-items: center; min-height: var(--t-touch); } button, .hint button { min-height: var(--t-touch); } .hint { flex-basis: 100%; } }
  `,
})
export class MergeNote {
  /** The customer. */
  readonly customer = input.required<View<'CustomerView'>>();

  /** The person wants to merge it, with this one, or with one that is still to be chosen. */
  readonly compare = output<Named | undefined>();

  private readonly session = inject(Session);
  protected readonly words = inject(DuplicateWords);
  protected readonly unmerging = inject(Unmerging);
  protected readonly apart = inject(TellingApart);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly canMerge = computed(() => this.session.can('customers.write'));
  // Asked again when the customer changes; a hint that can not be had is none.
  private readonly duplicates = inject(Api).resource('/api/customers/{id}/duplicates', () => {
    const { id, version, archivedAt } = this.customer();
    return version && archivedAt === null && this.canMerge() ? { path: { id } } : undefined;
  });
  private readonly items = computed(() => (this.customer().archivedAt === null ? this.duplicates.value()?.items : undefined) ?? []);
  protected readonly first = computed(() => this.items()[0]);
  protected readonly others = computed(() => this.items().length - 1);

  protected tellApart({ id, name }: Named): void {
    void this.apart.tell(this.customer().id, { id, name }, () => { this.duplicates.reload(); });
  }
}
