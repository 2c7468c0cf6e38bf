import { Component, computed, inject, input, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { Api, View } from '../core/api';
import { Directory } from '../core/directory';
import { Format, addDays, isLocalDate } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { State } from '../ui/state';
import { ItemWords } from './item/item-words';

type Difference = View<'DifferenceView'>;

/** What became of a plan: its steps with who, when and why, its versions, and what differs between two of them. */
@Component({
  selector: 't-plan-history',
  imports: [MatFormFieldModule, MatSelectModule, State],
  templateUrl: './plan-history.html',
  styleUrl: './plan-history.scss',
})
export class PlanHistory {
  /** The plan. */
  readonly plan = input.required<View<'PlanView'>>();

  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  private readonly words = inject(ItemWords);
  private readonly session = inject(Session);
  protected readonly t = inject(I18n).t;
  protected readonly steps = computed(() => [...this.plan().steps].reverse());
  protected readonly versions = computed(() => this.plan().versions);
  private readonly chosenFrom = signal<number | undefined>(undefined);
  private readonly chosenTo = signal<number | undefined>(undefined);
  protected readonly from = computed(() => this.chosenFrom() ?? Math.max(1, this.versions().length - 1));
  protected readonly to = computed(() => this.chosenTo() ?? this.versions().length);
  protected readonly differences = inject(Api).resource('/api/plans/{id}/differences', () => (this.versions().length > 1 ? { path: { id: this.plan().id }, query: { from: this.from(), to: this.to() } } : undefined));
  protected readonly lines = computed(() => (this.differences.value()?.items ?? []).map((one) => ({ ...one, title: this.titleOf(one), was: this.valueOf(one, one.before), is: this.valueOf(one, one.after) })));

  protected readonly ends = computed(() => [{ name: 'from' as const, value: this.from() }, { name: 'to' as const, value: this.to() }]);

  protected choose(which: 'from' | 'to', number: number): void {
    (which === 'from' ? this.chosenFrom : this.chosenTo).set(number);
  }

  private titleOf({ item, field, before }: Difference): string {
    if (field === null) return this.t(before === null ? 'plans.history.itemAdded' : 'plans.history.itemRemoved');
    const name = this.t(`plans.fields.${field}`);
    return item === null ? name : `${item} · ${name}`;
  }

  private valueOf({ field }: Difference, value: Difference['before']): string {
    if (value === null || value === '') return '–';
    const text = String(value);
    if (field === 'budget') return this.format.money(text, this.session.organisation()?.currency ?? 'CNY');
    if (field === 'recurrence') return this.words.recurrence({ recurrence: text, startsOn: null });
    if (field === 'mode') return this.t(`plans.modes.${text}`);
    if (field === 'contactKind') return this.t(`contactKinds.${text}`);
    if (isLocalDate(text)) return this.format.day(field === 'untilOn' || field === 'endsOn' ? addDays(text, -1) : text);
    return text;
  }
}
