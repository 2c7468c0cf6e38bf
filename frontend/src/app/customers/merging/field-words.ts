import { Injectable, inject } from '@angular/core';
import type { View } from '../../core/api';
import { Format, NOTHING, isLocalDate } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { FieldTexts } from '../field-texts';

const CUSTOM = 'custom.';
// Fields whose label has another name than the API gives them.
const LABELS: Readonly<Record<string, string>> = { ownerId: 'owner', tierId: 'tier', stageId: 'stage', isServed: 'served', preferredChannelId: 'preferredChannel' };

/** The fields of two customers in words: what they are called, and their values as people read them. */
@Injectable({ providedIn: 'root' })
export class FieldWords {
  private readonly vocabulary = inject(Vocabulary);
  private readonly fieldTexts = inject(FieldTexts);
  private readonly format = inject(Format);
  private readonly t = inject(I18n).t;

  /** What the field is called. */
  label(key: string): string {
    const field = this.custom(key);
    return field ? this.fieldTexts.name(field) : this.t(`customers.fields.${LABELS[key] ?? key}`);
  }

  /** One of its two values; '–' for none. */
  value({ key }: Pick<View<'MergeFieldView'>, 'key'>, value: string | null): string {
    if (value === null || value === '') return NOTHING;
    if (key === 'kind') return this.t(`customers.kinds.${value}`);
    if (key === 'isServed') return this.t(value === 'true' ? 'customers.servedOptions.yes' : 'customers.servedOptions.no');
    const kind = this.custom(key)?.kind;
    if (kind === 'boolean') return this.t(value === 'true' ? 'common.yes' : 'common.no');
    if (kind === 'date' && isLocalDate(value)) return this.format.day(value);
    return value;
  }

  private custom(key: string): View<'FieldView'> | undefined {
    return key.startsWith(CUSTOM) ? this.vocabulary.every('fields').find(({ id }) => id === key.slice(CUSTOM.length)) : undefined;
  }
}
