import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Language, gone, notFound } from '../../kernel/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { PasswordHashing } from '../passwords/hashing.ts';
import { refuseWeakPassword } from '../passwords/rules.ts';
import { holdPeople } from '../scopes.ts';
import { type Origin, Sessions, hashOf, newToken } from '../sessions.ts';
import type { SessionView } from '../signing-in/session.dto.ts';
import { SigningIn } from '../signing-in/signing-in.ts';
import type { AcceptInvitation, InvitationView } from './invitation.dto.ts';

const VALID_MS = 7 * 86_400_000;

const endEarlier = statement('invitations_ended', 'UPDATE invitations SET expires_at = $2 WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2');
const made = statement('invitation_made', 'INSERT INTO invitations (token_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4)');
const byToken = statement(
  'invitation_by_token',
  `SELECT p.id, p.name, p.email, p.language, p.time_zone, o.name AS organisation_name, p.password_hash IS NULL AS is_new,
     i.used_at IS NULL AND i.expires_at > $2 AND p.state <> 'disabled' AS is_open
   FROM invitations i JOIN people p ON p.id = i.person_id CROSS JOIN organisation o WHERE i.token_hash = $1`,
);
const used = statement('invitation_used', 'UPDATE invitations SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING person_id');
const joined = statement(
  'person_joined',
  `UPDATE people SET name = $2, password_hash = $3, language = $4, time_zone = $5, state = 'active', version = version + 1
   WHERE id = $1 AND state <> 'disabled' RETURNING id`,
);

interface InvitationRow {
  id: string;
  name: string;
  email: string;
  language: Language;
  time_zone: string;
  organisation_name: string;
  is_new: boolean;
  is_open: boolean;
}

/** One-time links with which a person chooses a password: the first, or a new one. */
@Injectable()
export class Invitations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly hashing: PasswordHashing,
    private readonly sessions: Sessions,
    private readonly signingIn: SigningIn,
    private readonly audit: Audit,
  ) {}

  /** Makes a link's secret part, valid for seven days; earlier links of the person stop working. */
  async make(tx: EntityManager, personId: string): Promise<string> {
    await this.end(tx, personId);
    const token = newToken();
    const now = this.clock.now();
    await rows(tx, made, [hashOf(token), personId, now, new Date(now.getTime() + VALID_MS)]);
    return token;
  }

  /** Makes every open link of the person useless. */
  async end(tx: EntityManager, personId: string): Promise<void> {
    await rows(tx, endEarlier, [personId, this.clock.now()]);
  }

  /** Who is invited by this link; 404 when it was never made, 410 when it was used or is over. */
  async get(token: string): Promise<InvitationView> {
    const { name, email, language, time_zone: timeZone, organisation_name: organisationName, is_new: isNew } = await this.open(token);
    return { name, email, organisationName, language, timeZone, isNew };
  }

  /** Sets the password, ends whatever sessions the person had, and opens one. */
  async accept(token: string, input: AcceptInvitation, origin: Origin): Promise<{ token: string; view: SessionView }> {
    const { id, email } = await this.open(token);
    refuseWeakPassword(input.password, { name: input.name, email }, 'password');
    const passwordHash = await this.hashing.hash(input.password);
    const session = await this.source.transaction(async (tx) => {
      await holdPeople(tx);
      if ((await rows(tx, used, [hashOf(token), this.clock.now()])).length === 0) throw over();
      if ((await rows(tx, joined, [id, input.name, passwordHash, input.language, input.timeZone])).length === 0) throw over();
      await this.sessions.endAll(tx, id);
      await this.audit.record(tx, { personId: id }, 'person.invitation_accepted', id);
      return this.sessions.open(id, origin, tx);
    });
    return { token: session, view: await this.signingIn.view(id) };
  }

  private async open(token: string): Promise<InvitationRow> {
    const [row] = await rows<InvitationRow>(this.source, byToken, [hashOf(token), this.clock.now()]);
    if (!row) throw notFound();
    if (!row.is_open) throw over();
    return row;
  }
}

const over = () => gone('invitation_over');
