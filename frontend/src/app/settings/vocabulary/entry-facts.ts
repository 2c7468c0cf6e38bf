import { Component, computed, inject, input } from '@angular/core';
import { I18n } from '../../core/i18n';
import type { ListName } from '../../core/vocabulary';
import { Chip, Tone } from '../../ui/chip';
import type { Entry } from './entries';

const TONE: Partial<Record<string, Tone>> = { open: 'info', won: 'success', lost: 'danger' };
const MINUTES_OF_HOUR = 60;

/** What an entry is set to, in a few words beside its name. */
@Component({
  selector: 't-entry-facts',
  imports: [Chip],
  template: `
    @for (fact of facts(); track fact.text) {
      @if (fact.tone; as tone) {
        <t-chip [tone]="tone">{{ fact.text }}</t-chip>
      } @else {
        <span class="t-small t-muted">{{ fact.text }}</span>
      }
    }
  `,
  styles: ':host { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: var(--t-1) var(--t-3); } @media (max-width: 839.98px) { :host { justify-content: flex-start; } }',
})
export class EntryFacts {
  /** The list that the entry belongs to. */
  readonly list = input.required<ListName>();

  /** The entry. */
  readonly entry = input.required<Entry>();

  private readonly t = inject(I18n).t;

  protected readonly facts = computed((): { text: string; tone?: Tone }[] => {
    const [list, entry] = [this.list(), this.entry()];
    switch (list) {
      case 'channels': return this.channel(entry);
      case 'tiers': return [{ text: this.t(`vocabulary.tiers.interval.${entry.unit ?? 'working_days'}`, { ideal: entry.idealDays ?? 0, maximum: entry.maximumDays ?? 0 }) }];
      case 'outcomes': return [];
      case 'stages': return [{ text: this.t(`vocabulary.stages.kinds.${entry.kind ?? ''}`), tone: TONE[entry.kind ?? ''] ?? 'neutral' }];
      case 'dispositions': return [{ text: this.t(`vocabulary.dispositions.kinds.${entry.kind ?? ''}`) }];
      case 'fields': return this.field(entry);
    }
  });

  private channel({ isTwoWay, isLive, responseMinutes, isResponseInWorkingTime }: Entry): { text: string; tone?: Tone }[] {
    if (!isTwoWay) return [{ text: this.t('vocabulary.oneWay'), tone: 'neutral' }];
    const minutes = responseMinutes ?? null;
    const inHours = minutes !== null && minutes % MINUTES_OF_HOUR === 0;
    const unit = `${inHours ? 'hours' : 'minutes'}${isResponseInWorkingTime ? 'OfWork' : ''}`;
    const promise = minutes === null ? this.t('vocabulary.promise.sameDayFact') : this.t(`vocabulary.promise.${unit}Fact`, { count: inHours ? minutes / MINUTES_OF_HOUR : minutes });
    return [{ text: promise }, ...(isLive ? [{ text: this.t('vocabulary.liveFact'), tone: 'info' as const }] : [])];
  }

  private field({ kind, choices, isRequired }: Entry): { text: string; tone?: Tone }[] {
    const what = this.t(`vocabulary.fields.kinds.${kind ?? ''}`);
    return [
      { text: kind === 'choice' ? `${what} · ${this.t('vocabulary.choices.count', { count: choices?.length ?? 0 })}` : what },
      ...(isRequired ? [{ text: this.t('vocabulary.fields.requiredFact'), tone: 'warning' as const }] : []),
    ];
  }
}
