import type { Language } from '../../kernel/index.ts';
import { LanguageField, OneOf, Secret, Text, Zone } from '../../platform/http/fields.ts';
import { PASSWORD_LENGTH } from '../passwords/rules.ts';

/** What a person changes about themselves. */
export class ChangeProfile {
  @Text({ max: 120, optional: true })
  name?: string;

  @LanguageField({ optional: true })
  language?: Language;

  @Zone({ optional: true })
  timeZone?: string;

  @OneOf(['system', 'light', 'dark'], { optional: true })
  theme?: 'system' | 'light' | 'dark';
}

/** A new password, and the one that proves whose it is. */
export class ChangePassword {
  @Secret({ min: 1, max: 200 })
  current: string;

  @Secret(PASSWORD_LENGTH)
  next: string;
}

/** A browser in which the person is signed in. */
export class OpenSessionView {
  id: string;

  /** Instant. */
  createdAt: string;

  /** Instant. */
  lastSeenAt: string;

  userAgent: string;
  address: string;

  /** The one that asks. */
  isCurrent: boolean;
}

/** Everywhere the person is signed in. */
export class OpenSessionsView {
  items: OpenSessionView[];
}
