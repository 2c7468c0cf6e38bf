import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { channelIcon } from '../core/icons';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';

/** One row of My day: who, why now, how, and what was said last. */
@Component({
  selector: 't-day-row',
  imports: [Chip, MatIcon, MatIconButton],
  templateUrl: './day-row.html',
  styleUrl: './day-row.scss',
  host: { '(click)': 'selecting.emit()' },
})
export class DayRow {
  /** What the row is about. */
  readonly item = input.required<View<'MyDayItemView'>>();

  /** Whether the row is the selected one. */
  readonly isSelected = input(false);

  /** The person chose the row. */
  readonly selecting = output();

  /** The person wants the customer's page. */
  readonly opening = output();

  /** The person logs the contact, finishes the task, or goes to decide. */
  readonly logging = output();

  /** The person wants it later. */
  readonly snoozing = output();

  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly icon = computed(() => {
    const { kind, channelId } = this.item();
    return kind === 'task' ? ('task_alt' as const) : kind === 'decision' ? ('verified' as const) : channelIcon(this.vocabulary.find('channels', channelId)?.icon);
  });
  protected readonly reason = computed(() => {
    const { code, days, interval, unit, daysLate } = this.item().reason;
    if (code === 'decision_waiting' && days < 1) return this.t('myDay.reasons.decision_new');
    if (interval === null || unit === null) return this.t(`myDay.reasons.${code}`, { count: days });
    const words = { days, cadence: this.cadence(), interval: this.t(`myDay.intervals.${unit}`, { count: interval }), count: daysLate ?? 0 };
    return this.t(code === 'cadence_due' && !daysLate ? 'myDay.reasons.cadence_today' : `myDay.reasons.${code}`, words);
  });
  protected readonly action = computed(() => (({ task: 'finish', decision: 'decide' } as Partial<Record<string, string>>)[this.item().kind] ?? 'log'));
  protected readonly actionIcon = computed(() => (({ finish: 'check', decide: 'arrow_forward', log: 'add' } as const)[this.action() as 'log']));
  protected readonly isLate = computed(() => ['inbound_unanswered', 'promise_broken', 'overdue', 'task_overdue', 'maximum_passed'].includes(this.item().reason.code));
  protected readonly time = computed(() => { const { respondBy, dueAt } = this.item(); return respondBy ? this.format.ago(respondBy) : dueAt ? this.format.time(dueAt) : ''; });

  /** Whose cadence is due: the tier's or the segment's by its name, or the customer's own. */
  private cadence(): string {
    const { tierId, reason: { cadence, cadenceName } } = this.item();
    return cadence === 'tier' ? this.vocabulary.name(tierId) : (cadenceName ?? this.t('myDay.ownCadence'));
  }
}
