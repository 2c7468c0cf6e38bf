import { Component, inject, input, output } from '@angular/core';
import type { View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { DuplicateWords } from './duplicate-words';

/** A customer by name. */
export interface Named { id: string; name: string }

/** Customers that may be the same one, each to be chosen or told apart, and below, folded, those that were told apart. */
@Component({
  selector: 't-possible-duplicates',
  template: `
    @if (of().items.length) {
      <h3>{{ t('merging.possible') }}</h3>
      <ul>
        @for (one of of().items; track one.id) {
          <li>
            <button class="pick" type="button" (click)="picked.emit(one)"><span class="name">{{ one.name }}</span><span class="t-small t-muted">{{ words.about(one) }}</span></button>
            <button class="word" type="button" [disabled]="isBusy()" [attr.aria-label]="t('merging.notTheSameAs', { name: one.name })" (click)="toldApart.emit(one)">{{ t('merging.notTheSame') }}</button>
          </li>
        }
      </ul>
    } @else {
      <p class="t-small t-muted">{{ t('merging.noneFound') }}</p>
    }
    @if (of().toldApart.length) {
      <details>
        <summary>{{ t('merging.apart', { count: of().toldApart.length }) }}</summary>
        <ul>
          @for (one of of().toldApart; track one.id) {
            <li>
              <p><span class="name">{{ one.name }}</span><span class="t-small t-muted">{{ t('merging.apartBy', { name: one.byName, day: format.day(format.dayOf(one.toldAt)) }) }}</span></p>
              <button class="word" type="button" [disabled]="isBusy()" [attr.aria-label]="t('merging.apartBackOf', { name: one.name })" (click)="takenBack.emit(one)">{{ t('merging.apartBack') }}</button>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    h3 { margin: var(--t-5) 0 var(--t-2); font: var(--t-title-s); }
    p { margin: 0; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; align-items: center; border-bottom: var(--t-line); }
    li > :first-child { display: grid; flex: 1 1 auto; min-width: 0; padding: var(--t-2) var(--t-3); overflow-wrap: anywhere; }
    .pick { min-height: var(--t-touch); border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
    .pick:hover { background: var(--t-hover); }
    .name { overflow-wrap: anywhere; font: var(--t-text-strong); }
    .word { flex: none; min-height: 32px; padding: 0 var(--t-3); border: 0; background: none; color: var(--mat-sys-primary); font: var(--t-text-s); text-decoration: underline; cursor: pointer; }
    details { margin-top: var(--t-3); }
    summary { min-height: 28px; color: var(--t-muted); cursor: pointer; }
    @media (max-width: 839.98px) { .word { min-height: var(--t-touch); } summary { min-height: var(--t-touch); line-height: var(--t-touch); } }
  `,
})
export class PossibleDuplicates {
  /** What was found. */
  readonly of = input.required<View<'DuplicatesView'>>();

  /** Whether one is being told apart, or that taken back. */
  readonly isBusy = input(false);

  /** This one is to be merged. */
  readonly picked = output<Named>();

  /** This one is another customer. */
  readonly toldApart = output<Named>();

  /** This one may be the same after all. */
  readonly takenBack = output<Named>();

  protected readonly words = inject(DuplicateWords);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
}
