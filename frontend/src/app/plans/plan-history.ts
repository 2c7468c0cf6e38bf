import { Component, computed, inject, input, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { Api, View } from '../core/api';
import { Directory } from '../core/directory';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { State } from '../ui/state';
import { DifferenceWords } from './changes/difference-words';

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

  private readonly api = inject(Api);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  private readonly words = inject(DifferenceWords);
  protected readonly t = inject(I18n).t;
  // A change of a running plan leaves its state as it is.
  protected readonly steps = computed(() => [...this.plan().steps].reverse().map((step) => ({ ...step, what: step.fromState === step.toState ? 'changed' : `to_${step.toState}` })));
  protected readonly audience = this.api.resource('/api/plans/{id}/audience-history', () => { const { id, version, state } = this.plan(); return version && state !== 'draft' ? { path: { id } } : undefined; });
  protected readonly events = computed(() => (this.audience.value()?.items ?? []).map((one) => ({ ...one, item: this.plan().items.find(({ id }) => id === one.itemId)?.objective ?? '' })));
  protected readonly versions = computed(() => this.plan().versions);
  private readonly chosenFrom = signal<number | undefined>(undefined);
  private readonly chosenTo = signal<number | undefined>(undefined);
  protected readonly from = computed(() => this.chosenFrom() ?? Math.max(1, this.versions().length - 1));
  protected readonly to = computed(() => this.chosenTo() ?? this.versions().length);
  protected readonly differences = this.api.resource('/api/plans/{id}/differences', () => (this.versions().length > 1 ? { path: { id: this.plan().id }, query: { from: this.from(), to: this.to() } } : undefined));
  protected readonly lines = computed(() => (this.differences.value()?.items ?? []).map((one) => this.words.line(one)));

  protected readonly ends = computed(() => [{ name: 'from' as const, value: this.from() }, { name: 'to' as const, value: this.to() }]);

  protected choose(which: 'from' | 'to', number: number): void {
    (which === 'from' ? this.chosenFrom : this.chosenTo).set(number);
  }
}
