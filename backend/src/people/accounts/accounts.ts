import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, stale } from '../../kernel/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../actor.ts';
import { Invitations } from '../invitations/invitations.ts';
import { Person } from '../person.entity.ts';
import { holdPeople, rewriteScopes } from '../scopes.ts';
import { Sessions } from '../sessions.ts';
import { type Account, type Colleagues, refuseAccount } from './account.rules.ts';
import { PeopleList } from './people-list.ts';
import type { AccountView, ChangePerson, InvitePerson } from './person.dto.ts';

const colleagues = statement('colleagues', 'SELECT id, email, team_id AS "teamId", reports_to_id AS "reportsToId", roles, state FROM people');
const teamsInUse = statement('teams_in_use', 'SELECT id FROM teams WHERE archived_at IS NULL');
const hasPassword = statement('has_password', 'SELECT password_hash IS NOT NULL AS has FROM people WHERE id = $1');

/** An account with the secret part of its invitation link. */
export interface Invited {
  person: AccountView;
  token: string;
}

/** Invites colleagues and changes what they may do and see. */
@Injectable()
export class Accounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly list: PeopleList,
    private readonly invitations: Invitations,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** Makes an account that its owner can open with the link. */
  async invite(actor: Actor, input: InvitePerson): Promise<Invited> {
    let token: string | undefined;
    const person = await this.transactions.run(actor, async (tx) => {
      const id = newId();
      const { name, email, teamId = null, reportsToId = null, roles, dataScope, language, timeZone } = input;
      const account = { id, email, teamId, reportsToId, roles, state: 'invited' as const };
      refuseAccount(await held(tx), null, account);
      await tx.insert(Person, { ...account, name, dataScope, language, timeZone, passwordHash: null, createdAt: this.clock.now() });
      token = await this.invitations.make(tx, id);
      await rewriteScopes(tx);
      await this.audit.record(tx, actor, 'person.invited', id, { name, email, teamId, reportsToId, roles, dataScope });
      return this.list.account(tx, id);
    });
    // The secret is not kept with the answer of a repeated request, so that one gets a new link.
    return token === undefined ? this.newLink({ ...actor, once: null }, person.id) : { person, token };
  }

  /** Changes an account; disabling it ends its sessions and its link at once. */
  change(actor: Actor, id: string, version: number, input: ChangePerson): Promise<AccountView> {
    return this.transactions.run(actor, async (tx) => {
      const known = await held(tx);
      const before = await this.list.account(tx, id);
      const { isDisabled, ...given } = input;
      const state = isDisabled === undefined ? before.state : await stateAfter(tx, id, isDisabled);
      const after = Object.assign({}, before, given, { state });
      refuseAccount(known, before, after);
      const { affected } = await tx.update(Person, { id, version }, { ...given, state, version: version + 1 });
      if (affected !== 1) throw stale();
      if (state === 'disabled') await this.lockOut(tx, id);
      await rewriteScopes(tx);
      await this.audit.record(tx, actor, actionOf(before, after), id, differences(before, after));
      return this.list.account(tx, id);
    });
  }

  /** A new invitation link, which is also the way to a new password; 409 `account_is_disabled`. */
  newLink(actor: Actor, id: string): Promise<Invited> {
    return this.transactions.run({ ...actor, once: null }, async (tx) => {
      await holdPeople(tx);
      if ((await this.list.account(tx, id)).state === 'disabled') throw conflict('account_is_disabled');
      const token = await this.invitations.make(tx, id);
      await this.audit.record(tx, actor, 'person.link_made', id);
      return { person: await this.list.account(tx, id), token };
    });
  }

  /** Signs a colleague out everywhere. */
  async endSessions(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      await this.list.account(tx, id);
      const count = await this.sessions.endAll(tx, id);
      await this.audit.record(tx, actor, 'person.sessions_ended', id, { count });
    });
  }

  private async lockOut(tx: EntityManager, id: string): Promise<void> {
    await this.sessions.endAll(tx, id);
    await this.invitations.end(tx, id);
  }
}

async function held(tx: EntityManager): Promise<Colleagues> {
  await holdPeople(tx);
  const people = await rows<Account>(tx, colleagues);
  const teams = await rows<{ id: string }>(tx, teamsInUse);
  return { people, teamIds: new Set(teams.map(({ id }) => id)) };
}

async function stateAfter(tx: EntityManager, id: string, isDisabled: boolean): Promise<Person['state']> {
  if (isDisabled) return 'disabled';
  const [found] = await rows<{ has: boolean }>(tx, hasPassword, [id]);
  return found?.has ? 'active' : 'invited';
}

function actionOf(before: AccountView, after: AccountView): string {
  if (before.state !== 'disabled' && after.state === 'disabled') return 'person.disabled';
  return before.state === 'disabled' && after.state !== 'disabled' ? 'person.enabled' : 'person.changed';
}
