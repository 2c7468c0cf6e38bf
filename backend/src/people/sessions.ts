import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../kernel/index.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { newId } from '../platform/ids.ts';
import type { Actor } from './actor.ts';
import type { Role } from './person.entity.ts';

/** Names of the session cookie: over HTTPS the browser itself enforces the `__Host-` prefix. */
export const COOKIES = { secure: '__Host-tangent', plain: 'tangent' } as const;

const IDLE_DAYS = 14;
const LONGEST_DAYS = 90;
const DAY_MS = 86_400_000;
const SEEN_EVERY_MS = 60_000;

const actorByToken = statement(
  'actor_by_token',
  `SELECT p.id, p.name, p.team_id, p.language, p.time_zone, p.roles, v.sees_all, v.owner_ids, v.team_ids, o.time_zone AS organisation_zone, o.currency, s.last_seen_at
   FROM sessions s JOIN people p ON p.id = s.person_id JOIN person_scopes v ON v.person_id = p.id CROSS JOIN organisation o
   WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND p.state = 'active'`,
);
const seen = statement('session_seen', 'UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1');
const opened = statement(
  'session_opened',
  `INSERT INTO sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at, user_agent, address) VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
);

interface ActorRow {
  id: string;
  name: string;
  team_id: string | null;
  language: Language;
  time_zone: string;
  roles: Role[];
  sees_all: boolean;
  owner_ids: string[];
  team_ids: string[];
  organisation_zone: string;
  currency: string;
  last_seen_at: Date;
}

/** SHA-256 of a token; what the database keeps of it. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Where a session was opened from, shown in the list of sessions. */
export interface Origin {
  userAgent: string;
  address: string;
}

/** Opens sessions and finds out who a request comes from; rights and scope are read anew on each request. */
@Injectable()
export class Sessions {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and answers its opaque token, which is stored nowhere else. */
  async open(personId: string, origin: Origin): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const until = new Date(now.getTime() + LONGEST_DAYS * DAY_MS);
    await rows(this.source, opened, [hashOf(token), newId(), personId, now, until, origin.userAgent.slice(0, 200), origin.address.slice(0, 64)]);
    return token;
  }

  /** The person behind the session cookie, or null when there is none, it ended, or the account is not active. */
  async actorOf(cookies: Record<string, string | undefined>): Promise<Omit<Actor, 'once'> | null> {
    const token = cookies[COOKIES.secure] ?? cookies[COOKIES.plain];
    if (!token) return null;
    const now = this.clock.now();
    const hash = hashOf(token);
    const [row] = await rows<ActorRow>(this.source, actorByToken, [hash, now, new Date(now.getTime() - IDLE_DAYS * DAY_MS)]);
    if (!row) return null;
    if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS) await rows(this.source, seen, [hash, now]);
    return actorFrom(row);
  }
}

const actorFrom = (row: ActorRow): Omit<Actor, 'once'> => ({
  personId: row.id,
  name: row.name,
  teamId: row.team_id,
  language: row.language,
  timeZone: row.time_zone,
  roles: row.roles,
  sees: { all: row.sees_all, ownerIds: row.owner_ids, teamIds: row.team_ids },
  organisation: { timeZone: row.organisation_zone, currency: row.currency },
});
