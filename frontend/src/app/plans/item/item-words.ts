import { Injectable, inject } from '@angular/core';
import { View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format, dateOf, partsOf, utc } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { WEEKDAYS, choiceOf } from './recurrence.rules';

// 1 January 2024 was a Monday.
const MONDAY_YEAR = 2024;

/** Plan items in words. */
@Injectable({ providedIn: 'root' })
export class ItemWords {
  private readonly format = inject(Format);
  private readonly directory = inject(Directory);
  private readonly vocabulary = inject(Vocabulary);
  private readonly t = inject(I18n).t;

  /** How often it repeats: 'every 2 weeks on Mon, Thu'. */
  recurrence({ recurrence, startsOn }: Pick<View<'PlanItemView'>, 'recurrence' | 'startsOn'>): string {
    const { repeat, interval, weekdays, monthOn, day, nth, nthDay } = choiceOf(recurrence, startsOn ? partsOf(startsOn).day : 1);
    if (repeat === 'once') return this.t('plans.repeat.once');
    const often = repeat === 'quarterly' || interval === 1 ? this.t(`plans.repeat.${repeat}`) : this.t(`plans.repeat.every_${repeat}`, { count: interval });
    if (repeat === 'weekly') return weekdays.length ? `${often}, ${weekdays.map((one) => this.weekday(one)).join(' ')}` : often;
    if (monthOn === 'weekday') return `${often}, ${this.t('plans.repeat.onNth', { which: this.t(`plans.repeat.nth.${nth}`), day: this.weekday(nthDay, 'long') })}`;
    return `${often}, ${monthOn === 'last' ? this.t('plans.repeat.onLast') : this.t('plans.repeat.onDay', { day })}`;
  }

  /** The name of a day of the week. */
  weekday(day: string, weekday: 'short' | 'long' = 'short'): string {
    const at = WEEKDAYS.findIndex((one) => one === day);
    return new Intl.DateTimeFormat(this.format.locale(), { weekday, timeZone: 'UTC' }).format(utc(dateOf(MONDAY_YEAR, 1, at + 1)));
  }

  /** How the contact is made: kind, channel and words. */
  method({ contactKind, channelId, method }: View<'PlanItemView'>): string {
    return [contactKind ? this.t(`contactKinds.${contactKind}`) : '', channelId ? this.vocabulary.name(channelId) : '', method].filter(Boolean).join(' · ');
  }

  /** Who makes the contacts. */
  responsible({ responsibleId, responsibleTeamId }: View<'PlanItemView'>): string {
    const person = responsibleId ? this.directory.name(responsibleId) : this.t('plans.owners');
    return responsibleTeamId ? `${person} · ${this.directory.name(responsibleTeamId)}` : person;
  }
}
