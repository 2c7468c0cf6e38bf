import { Component, computed, inject, input, model, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { View } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { FieldTexts } from '../field-texts';
import { Cell } from './cell';
import { COLUMNS, Column, FIELD, directionOf } from './columns';
import { ListPreferences } from './list-preferences';

type Row = View<'CustomerRow'>;

/** The list of customers as a table on wide screens: chosen columns, sort by head, rows that can be ticked, logged and opened. */
@Component({
  selector: 't-list-table',
  imports: [Cell, MatIcon, MatIconButton, RouterLink],
  templateUrl: './list-table.html',
  styleUrl: './list-table.scss',
})
export class ListTable {
  /** The customers. */
  readonly rows = input.required<readonly Row[]>();

  /** How they are sorted, as the API says it. */
  readonly sort = input.required<string>();

  /** Whether rows can be ticked. */
  readonly canSelect = input(false);

  /** Whether a contact can be logged. */
  readonly canLog = input(false);

  /** The index of the row that keys act on; -1 for none. */
  readonly selected = model(-1);

  /** The ticked customers. */
  readonly checked = model<ReadonlySet<string>>(new Set());

  /** The person sorts by a column. */
  readonly sorted = output<NonNullable<Column['sort']> | 'name'>();

  /** The person logs a contact with the customer. */
  readonly logged = output<Row>();

  private readonly vocabulary = inject(Vocabulary);
  private readonly fieldTexts = inject(FieldTexts);
  protected readonly preferences = inject(ListPreferences);
  protected readonly t = inject(I18n).t;

  protected readonly columns = computed(() => {
    const wanted = this.preferences.columns();
    const custom = this.vocabulary.choices('fields').map(({ key }) => `${FIELD}${key}`);
    return [...COLUMNS.map(({ key }) => key), ...custom].filter((key) => wanted.includes(key));
  });
  protected readonly heads = computed(() => [
    { key: 'name', label: this.t('customers.fields.name'), sort: 'name' as const, direction: directionOf(this.sort(), 'name') },
    ...this.columns().map((key) => this.headOf(key)),
  ]);
  protected readonly isAllChecked = computed(() => this.rows().length > 0 && this.rows().every(({ id }) => this.checked().has(id)));

  protected checkAll(): void {
    this.checked.set(this.isAllChecked() ? new Set() : new Set(this.rows().map(({ id }) => id)));
  }

  protected check(id: string): void {
    this.checked.update((ids) => { const next = new Set(ids); if (!next.delete(id)) next.add(id); return next; });
  }

  private headOf(key: string) {
    const sort = COLUMNS.find((column) => column.key === key)?.sort;
    const field = this.vocabulary.every('fields').find((one) => `${FIELD}${one.key}` === key);
    return { key, label: field ? this.fieldTexts.name(field) : this.t(`customers.fields.${key}`), sort, direction: directionOf(this.sort(), sort) };
  }
}
