import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { ColumnForm } from './column-form';
import { FileFormat } from './file-format';
import { type ColumnChoice, DEFAULTS, ImportView, Target, choicesOf, isWord, mappingOf } from './mapping-state';
import { Refusals } from './refusals';
import { TargetNames } from './target-names';

/** Says where each column goes, what words mean, and what counts where the file says nothing. */
@Component({
  selector: 't-mapping-form',
  imports: [ColumnForm, FileFormat, MatButton, MatFormFieldModule, MatIcon, MatInput, MatSelectModule],
  templateUrl: './mapping-form.html',
  styleUrl: './mapping-form.scss',
})
export class MappingForm {
  /** The import whose file is mapped. */
  readonly view = input.required<ImportView>();

  /** What columns can fill. */
  readonly targets = input.required<readonly Target[]>();

  /** The import was read anew. */
  readonly changed = output<ImportView>();

  /** The mapping is stored and every word is explained, or left as it is. */
  readonly saved = output();

  private readonly api = inject(Api);
  private readonly refusals = inject(Refusals);
  private readonly names = inject(TargetNames);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isBusy = signal(false);
  protected readonly failures = signal<readonly string[]>([]);

  protected readonly choices = linkedSignal<string, Map<string, ColumnChoice>>({ source: () => `${this.view().id} ${this.view().encoding} ${this.view().delimiter}`, computation: () => choicesOf(this.view()) });
  protected readonly defaults = linkedSignal<string, Record<string, string>>({ source: () => this.view().id, computation: () => ({ ...(this.view().mapping ?? this.view().suggestion).defaults }) });
  protected readonly byKey = computed(() => new Map(this.targets().map((target) => [target.key, target])));
  protected readonly taken = computed(() => new Set([...this.choices().values()].flatMap(({ to }) => (to && !this.byKey().get(to)?.isMany ? [to] : []))));
  protected readonly missing = computed(() => this.targets().filter(({ key, isRequired }) => isRequired && !key.startsWith('field:') && !this.isFilled(key)).map(({ key }) => this.nameOf(key)));

  /** Defaults for what no column fills. */
  protected readonly asked = computed(() => DEFAULTS[this.view().kind].flatMap((key) => this.byKey().get(key) ?? []).map((target) => ({ target, name: this.nameOf(target.key), words: isWord(target) ? target.words.map((word) => ({ word: word.word, name: this.names.ofWord(word) })) : null })));

  protected readonly nameOf = (key: string): string => this.names.of(key, this.targets());
  protected readonly choiceOf = (column: string): ColumnChoice => this.choices().get(column) ?? { to: '' };
  protected readonly unknownIn = (column: string): readonly string[] => this.view().unknownWords.find((unknown) => unknown.column === column && unknown.to === this.choiceOf(column).to)?.words ?? [];

  protected choose(column: string, choice: ColumnChoice): void {
    this.choices.update((choices) => new Map(choices).set(column, choice));
  }

  protected setDefault(key: string, text: string): void {
    this.defaults.update((defaults) => ({ ...defaults, [key]: text }));
  }

  protected typed(key: string, event: Event): void {
    if (event.target instanceof HTMLInputElement) this.setDefault(key, event.target.value);
  }

  /** Stores the mapping; when it leaves words unexplained they are asked for first, and a second press goes on. */
  protected async save(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failures.set([]);
    try {
      const asked = this.openWords(this.view());
      const view = await this.api.put('/api/imports/{id}/mapping', { path: { id: this.view().id }, body: mappingOf(this.choices(), this.defaults()) });
      this.changed.emit(view);
      if ([...this.openWords(view)].every((word) => asked.has(word))) this.saved.emit();
    } catch (error) {
      this.failures.set(this.refusals.all(error, this.nameOf));
    } finally {
      this.isBusy.set(false);
    }
  }

  private isFilled(key: string): boolean {
    return [...this.choices().values()].some(({ to }) => to === key) || Boolean(this.defaults()[key]?.trim());
  }

  private openWords({ unknownWords, mapping, suggestion }: ImportView): Set<string> {
    const columns = (mapping ?? suggestion).columns;
    return new Set(unknownWords.filter(({ column, to }) => !columns.some((one) => one.column === column && one.to === to && one.unknown && one.unknown !== 'error')).flatMap(({ column, words }) => words.map((word) => `${column}\n${word}`)));
  }
}
