import { ApiProperty } from '@nestjs/swagger';
import { type Language, LANGUAGES } from '../../kernel/index.ts';
import { LanguageField, Secret, Text, Zone } from '../../platform/http/fields.ts';
import { PASSWORD_LENGTH } from '../passwords/rules.ts';

/** What an invited person sees before they choose a password. */
export class InvitationView {
  name: string;
  email: string;
  organisationName: string;

  @ApiProperty({ type: 'string', enum: [...LANGUAGES] })
  language: Language;

  timeZone: string;

  /** False for somebody who had a password and gets a new one. */
  isNew: boolean;
}

/** How an invited person wants to be called, and their password. */
export class AcceptInvitation {
  @Text({ max: 120 })
  name: string;

  @Secret(PASSWORD_LENGTH)
  password: string;

  @LanguageField()
  language: Language;

  @Zone()
  timeZone: string;
}
