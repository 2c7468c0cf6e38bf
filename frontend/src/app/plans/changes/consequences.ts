import { Component, computed, inject, input } from '@angular/core';
import { View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { DifferenceWords } from './difference-words';

const EFFECTS = ['added', 'moved', 'changed', 'cancelled'] as const;

/** What a change of a running plan does: how many contacts come, move, change and go, which stay and why, with examples and what is written differently. */
@Component({
  selector: 't-consequences',
  templateUrl: './consequences.html',
  styleUrl: './consequences.scss',
})
export class Consequences {
  /** What it does. */
  readonly preview = input.required<View<'ChangePreviewView'>>();

  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  private readonly words = inject(DifferenceWords);
  protected readonly effects = EFFECTS;
  protected readonly figures = computed(() => EFFECTS.map((effect) => ({ effect, count: this.preview().total[effect] })));
  protected readonly isNothing = computed(() => this.figures().every(({ count }) => count === 0));
  protected readonly lines = computed(() => this.preview().differences.map((one) => this.words.line(one)));
  protected readonly samples = computed(() => this.preview().samples.map((one) => ({ ...one, days: this.daysOf(one) })));
  // One item says no more than the total.
  protected readonly items = computed(() => (this.preview().items.length > 1 ? this.preview().items : []));

  private daysOf({ fromOn, toOn }: View<'ChangeSampleView'>): string {
    if (fromOn && toOn && fromOn !== toOn) return this.t('plans.changes.fromTo', { from: this.format.day(fromOn), to: this.format.day(toOn) });
    return this.format.day(toOn ?? fromOn ?? '');
  }
}
