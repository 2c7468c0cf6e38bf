import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { FilterFrame } from '../../ui/filter-frame';
import { Segments } from '../../ui/segments';
import { FieldTexts } from '../field-texts';
import { COLUMNS, FIELD } from './columns';
import { Density, ListPreferences } from './list-preferences';

/** Chooses the columns of the list and how dense its rows are. */
@Component({
  selector: 't-column-chooser',
  imports: [FilterFrame, MatButton, Segments],
  template: `
    <t-filter-frame icon="view_column" [label]="t('customers.columns')">
      <ng-template>
        <div class="head"><t-segments [label]="t('customers.density.title')" [segments]="densities()" [value]="preferences.density()" (valueChange)="setDensity($event)" /></div>
        <div class="options">
          @for (column of columns(); track column.key) {
            <label><input type="checkbox" [checked]="preferences.columns().includes(column.key)" (click)="toggle(column.key)" /><span class="t-ellipsis">{{ column.label }}</span></label>
          }
        </div>
        <button matButton type="button" (click)="preferences.reset()">{{ t('customers.usualColumns') }}</button>
      </ng-template>
    </t-filter-frame>
  `,
  styleUrl: '../../ui/filter.scss',
  styles: '.head { padding: var(--t-2); border-bottom: var(--t-line); }',
})
export class ColumnChooser {
  private readonly vocabulary = inject(Vocabulary);
  private readonly fieldTexts = inject(FieldTexts);
  protected readonly preferences = inject(ListPreferences);
  protected readonly t = inject(I18n).t;
  protected readonly columns = computed(() => [
    ...COLUMNS.map(({ key }) => ({ key, label: this.t(`customers.fields.${key}`) })),
    ...this.vocabulary.choices('fields').map((field) => ({ key: `${FIELD}${field.key}`, label: this.fieldTexts.name(field) })),
  ]);
  protected readonly densities = computed(() => (['comfortable', 'compact'] as const).map((value) => ({ value, label: this.t(`customers.density.${value}`) })));

  protected toggle(key: string): void {
    const now = this.preferences.columns();
    this.preferences.set({ columns: now.includes(key) ? now.filter((other) => other !== key) : [...now, key] });
  }

  protected setDensity(value: string | null): void {
    this.preferences.set({ density: value as Density });
  }
}
