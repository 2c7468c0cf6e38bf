import { ApiProperty } from '@nestjs/swagger';
import { type Language, LANGUAGES } from '../../kernel/index.ts';
import { Email, Secret } from '../../platform/http/fields.ts';
import { ROLES, type Role } from '../person.entity.ts';
import { RIGHTS, type Right } from '../rights.ts';

/** What a person types to sign in. */
export class SignIn {
  @Email()
  email: string;

  @Secret({ min: 1, max: 200 })
  password: string;
}

/** The person who is signed in. */
export class SignedInPersonView {
  id: string;
  name: string;
  email: string;

  @ApiProperty({ type: 'string', enum: [...LANGUAGES] })
  language: Language;

  timeZone: string;

  @ApiProperty({ type: 'string', enum: ['system', 'light', 'dark'] })
  theme: 'system' | 'light' | 'dark';

  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...ROLES] } })
  roles: Role[];

  teamId: string | null;
}

/** What every page needs to know of the organisation. */
export class SignedInOrganisationView {
  name: string;
  timeZone: string;

  /** ISO 4217. */
  currency: string;

  /** ISO weekday, 1 is Monday. */
  weekStartsOn: number;

  /** True when the data is sample data. */
  isDemo: boolean;

  /** The local date where the organisation is. */
  today: string;
}

/** Who is signed in, what they may do, and where. */
export class SessionView {
  person: SignedInPersonView;

  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...RIGHTS] } })
  rights: Right[];

  organisation: SignedInOrganisationView;
}
