import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound, stale } from '../../kernel/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../actor.ts';
import { Organisation } from '../organisation.entity.ts';
import type { ChangeOrganisation, OrganisationView } from './organisation.dto.ts';

/** The organisation's name, zone, currency and language. */
@Injectable()
export class Organisations {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** The organisation. */
  get(): Promise<OrganisationView> {
    return read(this.source.manager);
  }

  /** Changes what is given; 412 when somebody was faster. */
  change(actor: Actor, version: number, input: ChangeOrganisation): Promise<OrganisationView> {
    return this.transactions.run(actor, async (tx) => {
      const before = await read(tx);
      const after = Object.assign({}, before, input);
      const { affected } = await tx.update(Organisation, { id: 1, version }, Object.assign({}, input, { version: version + 1 }));
      if (affected !== 1) throw stale();
      await this.audit.record(tx, actor, 'organisation.changed', null, differences(before, after));
      return Object.assign(after, { version: version + 1 });
    });
  }
}

async function read(on: EntityManager): Promise<OrganisationView> {
  const row = await on.findOneBy(Organisation, { id: 1 });
  if (!row) throw notFound();
  const { name, timeZone, currency, language, weekStartsOn, contactsPerDay, version } = row;
  return { name, timeZone, currency, language, weekStartsOn, contactsPerDay, version };
}
