import { Injectable, inject } from '@angular/core';
import { View } from '../../core/api';
import { Format, addDays, isLocalDate } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { ItemWords } from '../item/item-words';

type Difference = View<'DifferenceView'>;

/** A difference between two versions of a plan in words; '–' where there is nothing. */
export interface DifferenceLine { title: string; was: string; is: string }

/** Differences between versions of plans in words. */
@Injectable({ providedIn: 'root' })
export class DifferenceWords {
  private readonly format = inject(Format);
  private readonly session = inject(Session);
  private readonly words = inject(ItemWords);
  private readonly t = inject(I18n).t;

  /** One difference. */
  line(one: Difference): DifferenceLine {
    return { title: this.titleOf(one), was: this.valueOf(one, one.before), is: this.valueOf(one, one.after) };
  }

  private titleOf({ item, field, before }: Difference): string {
    if (field === null) return this.t(before === null ? 'plans.history.itemAdded' : 'plans.history.itemRemoved');
    const name = this.t(`plans.fields.${field}`);
    return item === null ? name : `${item} · ${name}`;
  }

  private valueOf({ field }: Difference, value: Difference['before']): string {
    if (value === null || value === '') return '–';
    if (typeof value === 'boolean') return this.t(value ? 'common.yes' : 'common.no');
    const text = String(value);
    if (field === 'budget') return this.format.money(text, this.session.organisation()?.currency ?? 'CNY');
    if (field === 'recurrence') return this.words.recurrence({ recurrence: text, startsOn: null });
    if (field === 'mode') return this.t(`plans.modes.${text}`);
    if (field === 'contactKind') return this.t(`contactKinds.${text}`);
    if (isLocalDate(text)) return this.format.day(field === 'untilOn' || field === 'endsOn' ? addDays(text, -1) : text);
    return text;
  }
}
