import { Component, computed, effect, inject, input } from '@angular/core';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Chip, Tone } from '../../ui/chip';
import { Rate } from '../../ui/rate';
import { State } from '../../ui/state';
import { NotReached } from './not-reached';

const ASK_AGAIN_MS = 1_500;
// Sums of fractions miss whole numbers by less than this.
const ALMOST = 1e-9;
const TONES: Record<View<'PaceView'>['verdict'], Tone> = { under: 'warning', on_schedule: 'success', over: 'info' };

/** How far a plan is kept: whether its contacts are made yet, attainment against the pace line, punctuality and reach, by item and by person, and who was not reached yet. */
@Component({
  selector: 't-progress-panel',
  imports: [Chip, NotReached, Rate, State],
  templateUrl: './progress-panel.html',
  styleUrl: './progress-panel.scss',
})
export class ProgressPanel {
  /** The plan; asked again with each of its versions. */
  readonly plan = input.required<View<'PlanView'>>();

  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly progress = inject(Api).resource('/api/plans/{id}/progress', () => { const { id, version } = this.plan(); return version ? { path: { id } } : undefined; });
  protected readonly making = computed(() => {
    const expansion = this.progress.value()?.expansion;
    return expansion && expansion.state !== 'done' ? expansion : null;
  });
  // A closed plan lets go of what is open in the background.
  private readonly isUnderWay = computed(() => this.making() !== null || (this.plan().state === 'closed' && (this.progress.value()?.total.open ?? 0) > 0));
  protected readonly figures = computed(() => {
    const total = this.progress.value()?.total;
    return total ? (['planned', 'due', 'kept', 'missed', 'cancelled'] as const).map((key) => ({ key, value: total[key] })) : [];
  });
  protected readonly rates = computed(() => {
    const found = this.progress.value();
    if (!found) return [];
    return [{ key: 'attainment' as const, share: found.total.attainment }, { key: 'punctuality' as const, share: found.total.punctuality }, { key: 'reach' as const, share: found.reach }];
  });
  protected readonly pace = computed(() => {
    const [pace, kept] = [this.progress.value()?.pace, this.progress.value()?.total.kept ?? 0];
    if (!pace) return null;
    const whole = Math.max(pace.goal, pace.upper, kept);
    return { ...pace, kept, least: Math.ceil(pace.lower - ALMOST), most: Math.floor(pace.upper + ALMOST), tone: TONES[pace.verdict], width: (kept / whole) * 100, from: (pace.lower / whole) * 100, band: ((pace.upper - pace.lower) / whole) * 100 };
  });
  protected readonly tables = computed(() => {
    const found = this.progress.value();
    if (!found) return [];
    const items = this.plan().items;
    return [
      { key: 'items' as const, rows: found.items.map((row) => ({ ...row, id: row.itemId, name: items.find(({ id }) => id === row.itemId)?.objective ?? '', reach: row.reach })) },
      { key: 'people' as const, rows: found.people.map((row) => ({ ...row, id: row.personId, name: this.directory.name(row.personId), reach: null })) },
    ].filter(({ rows }) => rows.length > 0);
  });
  protected readonly defined = ['planned', 'due', 'kept', 'missed', 'cancelled', 'attainment', 'pace', 'punctuality', 'reach'] as const;

  constructor() {
    effect((onCleanup) => {
      if (!this.isUnderWay() || this.progress.isLoading() || this.progress.problem()) return;
      const timer = setTimeout(() => { this.progress.reload(); }, ASK_AGAIN_MS);
      onCleanup(() => { clearTimeout(timer); });
    });
  }
}
