import { ApiProperty } from '@nestjs/swagger';
import { type Language, LANGUAGES } from '../../kernel/index.ts';
import { Email, Flag, Id, LanguageField, OneOf, SomeOf, Text, Zone } from '../../platform/http/fields.ts';
import { DATA_SCOPES, type DataScope, type Person, ROLES, type Role } from '../person.entity.ts';

const STATES: Person['state'][] = ['invited', 'active', 'disabled'];

/** A colleague as everybody sees them: for names beside records and for choosing somebody. */
export class PersonView {
  id: string;
  name: string;
  teamId: string | null;
  reportsToId: string | null;

  @ApiProperty({ type: 'string', enum: STATES })
  state: Person['state'];

  /** Whether whoever asks sees this person's records. */
  isVisible: boolean;
}

/** All colleagues by name. */
export class PeopleView {
  items: PersonView[];
}

/** An account as administrators see it. */
export class AccountView {
  id: string;
  name: string;
  email: string;
  teamId: string | null;
  reportsToId: string | null;

  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...ROLES] } })
  roles: Role[];

  @ApiProperty({ type: 'string', enum: [...DATA_SCOPES] })
  dataScope: DataScope;

  @ApiProperty({ type: 'string', enum: STATES })
  state: Person['state'];

  @ApiProperty({ type: 'string', enum: [...LANGUAGES] })
  language: Language;

  timeZone: string;

  /** Instant; null until they first sign in. */
  lastSeenAt: string | null;

  /** Instant at which the open invitation link ends; null without one. */
  invitedUntil: string | null;

  version: number;
}

/** All accounts by name. */
export class AccountsView {
  items: AccountView[];
}

/** A new colleague. */
export class InvitePerson {
  @Text({ max: 120 })
  name: string;

  @Email()
  email: string;

  @Id({ nullable: true, optional: true })
  teamId?: string | null;

  @Id({ nullable: true, optional: true })
  reportsToId?: string | null;

  @SomeOf(ROLES)
  roles: Role[];

  @OneOf(DATA_SCOPES)
  dataScope: DataScope;

  @LanguageField()
  language: Language;

  @Zone()
  timeZone: string;
}

/** An account with the link to hand over, which is shown this once. */
export class InvitedView {
  person: AccountView;
  invitationUrl: string;
}

/** What to change of an account; what is left out stays. */
export class ChangePerson {
  @Text({ max: 120, optional: true })
  name?: string;

  @Email({ optional: true })
  email?: string;

  @Id({ nullable: true, optional: true })
  teamId?: string | null;

  @Id({ nullable: true, optional: true })
  reportsToId?: string | null;

  @SomeOf(ROLES, { optional: true })
  roles?: Role[];

  @OneOf(DATA_SCOPES, { optional: true })
  dataScope?: DataScope;

  @LanguageField({ optional: true })
  language?: Language;

  @Zone({ optional: true })
  timeZone?: string;

  /** True ends the person's sessions at once; their records stay. */
  @Flag({ optional: true })
  isDisabled?: boolean;
}
