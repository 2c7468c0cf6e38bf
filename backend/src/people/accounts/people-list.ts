import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../../kernel/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { Actor } from '../actor.ts';
import { seesPerson } from '../visible.ts';
import type { AccountView, AccountsView, PeopleView, PersonView } from './person.dto.ts';

const everybody = statement('everybody', 'SELECT id, name, team_id AS "teamId", reports_to_id AS "reportsToId", state FROM people ORDER BY name, id');
const accounts = statement(
  'accounts',
  `SELECT p.id, p.name, p.email, p.team_id AS "teamId", p.reports_to_id AS "reportsToId", p.roles, p.data_scope AS "dataScope", p.state, p.language,
     p.time_zone AS "timeZone", p.last_seen_at AS "lastSeenAt", p.version,
     (SELECT max(i.expires_at) FROM invitations i WHERE i.person_id = p.id AND i.used_at IS NULL AND i.expires_at > $1) AS "invitedUntil"
   FROM people p WHERE $2::uuid IS NULL OR p.id = $2 ORDER BY p.name, p.id`,
);

type AccountRow = Omit<AccountView, 'lastSeenAt' | 'invitedUntil'> & { lastSeenAt: Date | null; invitedUntil: Date | null };

const viewOf = (row: AccountRow): AccountView => ({ ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null, invitedUntil: row.invitedUntil?.toISOString() ?? null });

/** Reads the colleagues. */
@Injectable()
export class PeopleList {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Everybody, with whether the actor sees their records. */
  async everybody(actor: Actor): Promise<PeopleView> {
    const people = await rows<Omit<PersonView, 'isVisible'>>(this.source, everybody);
    return { items: people.map((person) => ({ ...person, isVisible: seesPerson(actor, person.id) })) };
  }

  /** Every account, for administrators. */
  async accounts(): Promise<AccountsView> {
    return { items: (await rows<AccountRow>(this.source, accounts, [this.clock.now(), null])).map(viewOf) };
  }

  /** One account as it stands in the transaction; 404. */
  async account(tx: EntityManager, id: string): Promise<AccountView> {
    const [row] = await rows<AccountRow>(tx, accounts, [this.clock.now(), id]);
    if (!row) throw notFound();
    return viewOf(row);
  }
}
