import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { conflict, invalid } from '../../kernel/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Beginnings } from '../../platform/beginnings.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import { PasswordHashing } from '../passwords/hashing.ts';
import { refuseWeakPassword } from '../passwords/rules.ts';
import { Person, ROLES } from '../person.entity.ts';
import { rewriteScopes } from '../scopes.ts';
import { type Origin, Sessions } from '../sessions.ts';
import { Attempts } from '../signing-in/attempts.ts';
import type { SessionView } from '../signing-in/session.dto.ts';
import { SigningIn } from '../signing-in/signing-in.ts';
import { currencyOfZone } from './currency-of-zone.ts';
import { SetupCode } from './setup-code.ts';
import type { SetUp } from './setup.dto.ts';

const isSetUp = statement('is_set_up', 'SELECT 1 FROM organisation');
// Of two at once the second waits for the first here, and then finds the row taken.
const found = statement(
  'organisation_founded',
  `INSERT INTO organisation (id, name, time_zone, currency, language, is_demo) VALUES (1, $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
);

/** Makes the organisation and its first administrator, once. */
@Injectable()
export class Setup {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly code: SetupCode,
    private readonly attempts: Attempts,
    private readonly hashing: PasswordHashing,
    private readonly sessions: Sessions,
    private readonly signingIn: SigningIn,
    private readonly audit: Audit,
    private readonly beginnings: Beginnings,
  ) {}

  /** Whether there is nobody yet. */
  async isNeeded(): Promise<boolean> {
    return (await rows(this.source, isSetUp)).length === 0;
  }

  /** The code to show on the console, null when everything is set up. */
  async codeIfNeeded(): Promise<string | null> {
    return (await this.isNeeded()) ? this.code.text : null;
  }

  /** Sets up and opens the administrator's session; 409 `already_set_up`, 422 with `wrong_code` beside the code. `isDemo` labels everything as sample data. */
  async setUp(input: SetUp, origin: Origin, { isDemo = false } = {}): Promise<{ token: string; view: SessionView }> {
    await this.attempts.count('setup', origin.address);
    if (!(await this.isNeeded())) throw conflict('already_set_up');
    if (!this.code.matches(input.code)) throw invalid('code', 'wrong_code');
    await this.attempts.forgive('setup', origin.address);
    refuseWeakPassword(input.password, input, 'password');
    const passwordHash = await this.hashing.hash(input.password);
    const { token, id } = await this.source.transaction((tx) => this.found(tx, { ...input, isDemo }, passwordHash, origin));
    return { token, view: await this.signingIn.view(id) };
  }

  private async found(tx: EntityManager, input: SetUp & { isDemo: boolean }, passwordHash: string, origin: Origin): Promise<{ token: string; id: string }> {
    const { name, email, organisationName, timeZone, language, isDemo } = input;
    const made = await rows(tx, found, [organisationName, timeZone, currencyOfZone(timeZone), language, isDemo]);
    if (made.length === 0) throw conflict('already_set_up');
    const id = newId();
    const rights: Pick<Person, 'roles' | 'dataScope' | 'state'> = { roles: [...ROLES], dataScope: 'all', state: 'active' };
    await tx.insert(Person, { ...rights, id, name, email, passwordHash, timeZone, language, teamId: null, reportsToId: null, createdAt: this.clock.now() });
    await rewriteScopes(tx);
    await this.beginnings.run(tx);
    await this.audit.record(tx, { personId: id }, 'organisation.set_up', id, { organisationName, timeZone });
    return { id, token: await this.sessions.open(id, origin, tx) };
  }
}
