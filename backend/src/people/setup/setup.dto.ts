import type { Language } from '../../kernel/index.ts';
import { Email, LanguageField, Secret, Text, Zone } from '../../platform/http/fields.ts';
import { PASSWORD_LENGTH } from '../passwords/rules.ts';

/** Whether this installation still has nobody. */
export class SetupView {
  isNeeded: boolean;
}

/** The organisation and its first administrator. */
export class SetUp {
  /** The one-time code from the console. */
  @Text({ max: 40 })
  code: string;

  @Text({ max: 120 })
  name: string;

  @Email()
  email: string;

  @Secret(PASSWORD_LENGTH)
  password: string;

  @Text({ max: 120 })
  organisationName: string;

  @Zone()
  timeZone: string;

  @LanguageField()
  language: Language;
}
