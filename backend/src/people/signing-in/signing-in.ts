import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { localDateOf, unauthenticated } from '../../kernel/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { PasswordHashing } from '../passwords/hashing.ts';
import { rightsOf } from '../rights.ts';
import { type Origin, Sessions } from '../sessions.ts';
import { Attempts } from './attempts.ts';
import type { SessionView, SignedInOrganisationView, SignedInPersonView, SignIn } from './session.dto.ts';

const accountOfEmail = statement('account_of_email', `SELECT id, password_hash FROM people WHERE email = $1 AND state = 'active'`);
const passwordOf = statement('password_of_person', 'SELECT password_hash, email FROM people WHERE id = $1');
const sessionView = statement(
  'session_view',
  `SELECT p.id, p.name, p.email, p.language, p.time_zone AS "timeZone", p.theme, p.roles, p.team_id AS "teamId",
     json_build_object('name', o.name, 'timeZone', o.time_zone, 'currency', o.currency, 'weekStartsOn', o.week_starts_on, 'isDemo', o.is_demo) AS organisation
   FROM people p CROSS JOIN organisation o WHERE p.id = $1`,
);

type ViewRow = SignedInPersonView & { organisation: Omit<SignedInOrganisationView, 'today'> };

/** Signs people in with e-mail address and password, and says who is signed in. */
@Injectable()
export class SigningIn {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly hashing: PasswordHashing,
    private readonly attempts: Attempts,
  ) {}

  /** Opens a session; 401 `wrong_credentials` whether the address is unknown, the password wrong or the account not active. */
  async signIn({ email, password }: SignIn, origin: Origin): Promise<{ token: string; view: SessionView }> {
    await this.attempts.count(email, origin.address);
    const [account] = await rows<{ id: string; password_hash: string | null }>(this.source, accountOfEmail, [email]);
    const isRight = await this.hashing.matches(password, account?.password_hash ?? null);
    if (!account || !isRight) throw unauthenticated('wrong_credentials');
    const token = await this.sessions.open(account.id, origin, this.source, account.password_hash);
    await this.attempts.forgive(email, origin.address);
    return { token, view: await this.view(account.id) };
  }

  /** Whether this is the person's password; counted as an attempt, so that a borrowed session can not be used to guess. */
  async isPassword(personId: string, password: string, origin: Origin): Promise<boolean> {
    const [account] = await rows<{ password_hash: string | null; email: string }>(this.source, passwordOf, [personId]);
    if (!account) return false;
    await this.attempts.count(account.email, origin.address);
    const isRight = await this.hashing.matches(password, account.password_hash);
    if (isRight) await this.attempts.forgive(account.email, origin.address);
    return isRight;
  }

  /** The session view of a person. */
  async view(personId: string): Promise<SessionView> {
    const [row] = await rows<ViewRow>(this.source, sessionView, [personId]);
    if (!row) throw unauthenticated();
    const { organisation, ...person } = row;
    const today = localDateOf(this.clock.now(), organisation.timeZone);
    return { person, rights: [...rightsOf(person.roles)], organisation: { ...organisation, today } };
  }
}
