import { Injectable, inject } from '@angular/core';
import { View } from '../core/api';
import { Format, NOTHING, isLocalDate } from '../core/format';
import { I18n, nameIn } from '../core/i18n';

type Field = View<'FieldView'>;

/** Custom fields in the person's language: what they are called, and their values as people read them. */
@Injectable({ providedIn: 'root' })
export class FieldTexts {
  private readonly i18n = inject(I18n);
  private readonly format = inject(Format);

  /** What the field is called. */
  name({ names }: Pick<Field, 'names'>): string {
    return nameIn(names, this.i18n.language());
  }

  /** A value in words; '–' for none. */
  value({ kind, choices }: Pick<Field, 'kind' | 'choices'>, value: string | number | boolean | null | undefined): string {
    if (value === null || value === undefined || value === '') return NOTHING;
    if (kind === 'boolean') return this.i18n.t(value ? 'common.yes' : 'common.no');
    if (kind === 'number') return this.format.number(Number(value), 6);
    if (kind === 'date') return isLocalDate(value) ? this.format.day(value) : String(value);
    const choice = kind === 'choice' ? choices.find(({ key }) => key === value) : undefined;
    return choice ? this.name(choice) : String(value);
  }
}
