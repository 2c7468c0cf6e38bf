import { Injectable } from '@nestjs/common';
import { invalid, notFound } from '../../kernel/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../actor.ts';
import { PasswordHashing } from '../passwords/hashing.ts';
import { refuseWeakPassword } from '../passwords/rules.ts';
import { type Origin, Sessions } from '../sessions.ts';
import type { SessionView } from '../signing-in/session.dto.ts';
import { SigningIn } from '../signing-in/signing-in.ts';
import type { ChangePassword, ChangeProfile, OpenSessionsView } from './profile.dto.ts';

const profileOf = statement('profile_for_change', 'SELECT name, language, time_zone AS "timeZone", theme FROM people WHERE id = $1 FOR NO KEY UPDATE');
const changed = statement('profile_changed', 'UPDATE people SET name = $2, language = $3, time_zone = $4, theme = $5, version = version + 1 WHERE id = $1');
const passwordChanged = statement('password_changed', 'UPDATE people SET password_hash = $2, version = version + 1 WHERE id = $1');

/** What everybody may change about themselves. */
@Injectable()
export class Profile {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly signingIn: SigningIn,
    private readonly hashing: PasswordHashing,
  ) {}

  /** Name, language, time zone and theme; what is left out stays. */
  async change(actor: Actor, input: ChangeProfile): Promise<SessionView> {
    await this.transactions.run(actor, async (tx) => {
      const [before] = await rows<Required<ChangeProfile>>(tx, profileOf, [actor.personId]);
      if (!before) throw notFound();
      const after = Object.assign({}, before, input);
      await rows(tx, changed, [actor.personId, after.name, after.language, after.timeZone, after.theme]);
      await this.audit.record(tx, actor, 'person.changed', actor.personId, differences(before, after));
    });
    return this.signingIn.view(actor.personId);
  }

  /** Sets a new password and ends every other session of the person; 422 with `wrong_password` beside the current one. */
  async changePassword(actor: Actor, sessionId: string, { current, next }: ChangePassword, origin: Origin): Promise<void> {
    if (!(await this.signingIn.isPassword(actor.personId, current, origin))) throw invalid('current', 'wrong_password');
    const { person } = await this.signingIn.view(actor.personId);
    refuseWeakPassword(next, person, 'next');
    const hash = await this.hashing.hash(next);
    await this.transactions.run(actor, async (tx) => {
      await rows(tx, passwordChanged, [actor.personId, hash]);
      await this.sessions.endAll(tx, actor.personId, sessionId);
      await this.audit.record(tx, actor, 'person.password_changed', actor.personId);
    });
  }

  /** Where the person is signed in, the last used first. */
  async openSessions(actor: Actor, sessionId: string): Promise<OpenSessionsView> {
    const open = await this.sessions.listOf(actor.personId);
    const items = open.map(({ id, created_at, last_seen_at, user_agent, address }) => ({
      id, createdAt: created_at.toISOString(), lastSeenAt: last_seen_at.toISOString(), userAgent: user_agent, address, isCurrent: id === sessionId,
    }));
    return { items };
  }

  /** Ends one of the person's own sessions; 404 for any other. */
  async endSession(actor: Actor, sessionId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      if (!(await this.sessions.endOne(tx, actor.personId, sessionId))) throw notFound();
      await this.audit.record(tx, actor, 'person.sessions_ended', actor.personId, { count: 1 });
    });
  }

  /** Signs the person out everywhere, here as well. */
  async endSessions(actor: Actor): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const count = await this.sessions.endAll(tx, actor.personId);
      await this.audit.record(tx, actor, 'person.sessions_ended', actor.personId, { count });
    });
  }
}
