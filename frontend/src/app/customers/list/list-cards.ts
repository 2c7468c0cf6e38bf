import { Component, inject, input, model, output } from '@angular/core';
import { MatIconAnchor, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { View } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Cell } from './cell';

type Row = View<'CustomerRow'>;

/** The list of customers on a phone: one card each, with what matters before a call. */
@Component({
  selector: 't-list-cards',
  imports: [Cell, MatIcon, MatIconAnchor, MatIconButton, RouterLink],
  template: `
    <ul>
      @for (row of rows(); track row.id; let i = $index) {
        <li data-row [class.selected]="i === selected()">
          <div class="words">
            <p class="name"><mat-icon aria-hidden="true" [svgIcon]="row.kind === 'person' ? 'person' : 'domain'" /><a class="t-ellipsis" [routerLink]="['/customers', row.id]" (focus)="selected.set(i)">{{ row.name }}</a></p>
            <p class="line"><t-cell [row]="row" column="stage" /> @if (!row.isServed) { <t-cell [row]="row" column="served" /> } <t-cell [row]="row" column="tier" /> · <t-cell [row]="row" column="owner" /></p>
            <p class="line t-small t-muted">
              @if (row.nextTouchpointOn) { <span>{{ t('customers.nextContact') }}: <t-cell [row]="row" column="nextContact" /></span> }
              <span>{{ t('customers.silent') }}: <t-cell [row]="row" column="silent" /></span>
            </p>
          </div>
          @if (row.primaryPhone; as phone) {
            <a matIconButton [href]="'tel:' + phone" [attr.aria-label]="t('customers.call', { name: row.name })"><mat-icon svgIcon="call" /></a>
          }
          @if (canLog()) {
            <button matIconButton type="button" [attr.aria-label]="t('customers.logWith', { name: row.name })" (click)="logged.emit(row)"><mat-icon svgIcon="add" /></button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; grid-template-columns: minmax(0, 1fr); margin: 0; padding: 0; border: var(--t-line); border-radius: var(--t-radius-l); background: var(--t-panel); list-style: none; overflow: hidden; }
    li { display: flex; align-items: center; padding: var(--t-2) 0 var(--t-2) var(--t-4); }
    li + li { border-top: var(--t-line); }
    li.selected { background: var(--t-selected); }
    .words { flex: 1; min-width: 0; }
    p { margin: 0; }
    .name { display: flex; align-items: center; gap: var(--t-2); }
    .name a { min-height: 28px; display: block; color: inherit; font: var(--t-text-strong); line-height: 28px; }
    mat-icon { --t-icon: 18px; color: var(--t-muted); }
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: 2px var(--t-2); margin-top: 2px; }
  `,
})
export class ListCards {
  /** The customers. */
  readonly rows = input.required<readonly Row[]>();

  /** Whether a contact can be logged. */
  readonly canLog = input(false);

  /** The index of the card that keys act on; -1 for none. */
  readonly selected = model(-1);

  /** The person logs a contact with the customer. */
  readonly logged = output<Row>();

  protected readonly t = inject(I18n).t;
}
