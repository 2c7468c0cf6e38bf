import { ApiProperty } from '@nestjs/swagger';
import { type Language, LANGUAGES } from '../../kernel/index.ts';
import { Check } from '../../platform/http/field-check.ts';
import { LanguageField, Text, Whole, Zone } from '../../platform/http/fields.ts';

const CURRENCIES: ReadonlySet<unknown> = new Set(Intl.supportedValuesOf('currency'));

/** The organisation as Settings show it. */
export class OrganisationView {
  name: string;
  timeZone: string;

  /** ISO 4217. */
  currency: string;

  @ApiProperty({ type: 'string', enum: [...LANGUAGES] })
  language: Language;

  /** ISO weekday, 1 is Monday. */
  weekStartsOn: number;

  /** Contacts that a person makes on a working day: what plans are measured against. */
  contactsPerDay: number;

  version: number;
}

/** What to change of the organisation; what is left out stays. */
export class ChangeOrganisation {
  @Text({ max: 120, optional: true })
  name?: string;

  @Zone({ optional: true })
  timeZone?: string;

  /** ISO 4217. */
  @Check('isCurrency', (value) => CURRENCIES.has(value), 'bad_choice')
  @Text({ min: 3, max: 3, optional: true })
  currency?: string;

  @LanguageField({ optional: true })
  language?: Language;

  @Whole({ min: 1, max: 7, optional: true })
  weekStartsOn?: number;

  @Whole({ min: 1, max: 200, optional: true })
  contactsPerDay?: number;
}
