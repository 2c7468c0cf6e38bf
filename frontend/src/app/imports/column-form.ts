import { Component, computed, inject, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { type ColumnChoice, ImportView, Target, choiceFor, isDay, isWord } from './mapping-state';
import { TargetNames } from './target-names';

const FORMATS = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'D.M.YYYY', 'D/M/YYYY', 'D-M-YYYY', 'M/D/YYYY', 'epoch_seconds', 'epoch_milliseconds'] as const;
const SHOWN_WORDS = 30;

/** One column of the file: what stands in it, where it goes, how it is read, and what its words mean. */
@Component({
  selector: 't-column-form',
  imports: [MatFormFieldModule, MatSelectModule],
  templateUrl: './column-form.html',
  styleUrl: './column-form.scss',
})
export class ColumnForm {
  /** The column with its samples. */
  readonly column = input.required<ImportView['columns'][number]>();

  /** Where it goes at present. */
  readonly choice = input.required<ColumnChoice>();

  /** What columns can fill. */
  readonly targets = input.required<readonly Target[]>();

  /** Targets that a column fills already and that take one only. */
  readonly taken = input.required<ReadonlySet<string>>();

  /** Words of the column that nobody has explained. */
  readonly unknown = input.required<readonly string[]>();

  /** The choice was changed. */
  readonly choiceChange = output<ColumnChoice>();

  private readonly names = inject(TargetNames);
  private readonly session = inject(Session);
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly target = computed(() => this.targets().find(({ key }) => key === this.choice().to));
  protected readonly isDay = computed(() => { const target = this.target(); return !!target && isDay(target); });
  protected readonly isNumber = computed(() => this.target()?.reading === 'number');
  protected readonly formats = computed(() => [...new Set([...this.column().dateFormats, ...FORMATS])]);
  protected readonly isAmbiguous = computed(() => this.isDay() && this.column().dateFormats.length > 1);
  protected readonly fitsNone = computed(() => this.isDay() && this.column().dateFormats.length === 0 && this.column().filled > 0);
  protected readonly options = computed(() => this.targets().map(({ key }) => ({ key, name: this.names.of(key, this.targets()), isTaken: this.taken().has(key) && key !== this.choice().to })));
  protected readonly words = computed(() => (this.target()?.words ?? []).map((word) => ({ word: word.word, name: this.names.ofWord(word) })));

  /** Words to explain: those that are not known, and those that were explained before. */
  protected readonly asked = computed(() => {
    const target = this.target();
    return target && isWord(target) ? [...new Set([...Object.keys(this.choice().values ?? {}), ...this.unknown()])].slice(0, SHOWN_WORDS) : [];
  });
  protected readonly otherwise = computed(() => {
    const { to } = this.choice();
    const mayCreate = to.startsWith('field:') && this.session.can('settings.manage');
    return ['error', 'leave_empty', ...(mayCreate ? ['create'] : []), ...(this.taken().has('name') || to.startsWith('field:') ? ['tag'] : [])] as NonNullable<ColumnChoice['unknown']>[];
  });

  protected send(to: string): void {
    this.choiceChange.emit(choiceFor(this.column(), this.targets().find(({ key }) => key === to)));
  }

  protected change(change: Partial<ColumnChoice>): void {
    this.choiceChange.emit({ ...this.choice(), ...change });
  }

  /** null: it means what it says, and is no longer explained. */
  protected explain(text: string, word: string | null): void {
    const others = Object.entries(this.choice().values ?? {}).filter(([other]) => other !== text);
    this.change({ values: Object.fromEntries(word === null ? others : [...others, [text, word]]) });
  }

  protected meaning(text: string): string | null {
    return this.choice().values?.[text] ?? null;
  }
}
