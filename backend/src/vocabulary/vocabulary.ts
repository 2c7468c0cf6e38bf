import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { conflict, invalid, localisedNames, notFound, stale } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Audit, differences } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { newId } from '../platform/ids.ts';
import { type Entry, ENTITY_OF, type ListName, viewOf } from './entries.ts';
import { archivalRefusal, freeKey, isKey, slugOf } from './entry.rules.ts';
import { refuseChangeOfUsed, withChoiceKeys } from './used-entries.ts';
import type { VocabularyView, WriteEntry } from './vocabulary.dto.ts';

type Written = WriteEntry & { kind?: string; choices?: never };

/** The words that records point to: channels, dispositions, outcomes, stages, tiers and custom fields. */
@Injectable()
export class Vocabulary {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Everything, in order; archived entries included because old records point to them. */
  async all(): Promise<VocabularyView> {
    const read = async <L extends ListName>(list: L) => {
      const entries = await this.source.getRepository(ENTITY_OF[list]).find({ order: { position: 'ASC', id: 'ASC' } });
      return entries.map((entry) => viewOf[list](entry as never)) as ReturnType<(typeof viewOf)[L]>[];
    };
    const [channels, dispositions, outcomes, stages, tiers, fields] = await Promise.all([read('channels'), read('dispositions'), read('outcomes'), read('stages'), read('tiers'), read('fields')]);
    return { channels, dispositions, outcomes, stages, tiers, fields };
  }

  /** Adds an entry at the end of its list. */
  add<L extends ListName>(actor: Actor, list: L, given: WriteEntry): Promise<ReturnType<(typeof viewOf)[L]>> {
    return this.transactions.run(actor, async (tx) => {
      const entries = await tx.getRepository(ENTITY_OF[list]).find();
      const names = localisedNames(given.names);
      const taken = new Set(entries.map(({ key }) => key));
      if (given.key !== undefined && !isKey(given.key)) throw invalid('key', 'bad_key');
      if (given.key !== undefined && taken.has(given.key)) throw invalid('key', 'taken');
      const key = given.key ?? freeKey(slugOf(names), taken);
      const position = Math.max(0, ...entries.map((entry) => entry.position)) + 1;
      const row = { ...withChoiceKeys(given as Written), id: newId(), key, names, position, archivedAt: null, version: 1 };
      await tx.getRepository(ENTITY_OF[list]).insert(row);
      await this.audit.record(tx, actor, `${list}.added`, row.id, { key, names });
      return viewOf[list](row as never) as ReturnType<(typeof viewOf)[L]>;
    });
  }

  /** Changes an entry; its key never changes, and what would rewrite history of used entries is refused. */
  change<L extends ListName>(actor: Actor, list: L, id: string, version: number, given: WriteEntry): Promise<ReturnType<(typeof viewOf)[L]>> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.one(tx, list, id);
      await refuseChangeOfUsed(tx, list, before, given as Written);
      const { key: _key, ...changes } = { ...withChoiceKeys(given as Written), names: localisedNames(given.names) };
      await this.update(tx, list, id, version, changes);
      const after = await this.one(tx, list, id);
      await this.audit.record(tx, actor, `${list}.changed`, id, differences({ ...before }, { ...after }));
      return viewOf[list](after as never) as ReturnType<(typeof viewOf)[L]>;
    });
  }

  /** Takes an entry out of use (records keep pointing to it), or brings it back. */
  archive(actor: Actor, list: ListName, id: string, isArchived: boolean): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const entry = await this.one(tx, list, id);
      if ((entry.archivedAt !== null) === isArchived) return;
      if (isArchived) {
        const inUse = await tx.getRepository(ENTITY_OF[list]).findBy({ archivedAt: IsNull() });
        const refusal = archivalRefusal(list, inUse.filter((other) => other.id !== id));
        if (refusal) throw conflict(refusal);
      }
      await this.update(tx, list, id, entry.version, { archivedAt: isArchived ? this.clock.now() : null });
      await this.audit.record(tx, actor, `${list}.${isArchived ? 'archived' : 'restored'}`, id);
    });
  }

  /** Puts the entries in the order of their identifiers; those not named follow as they were. */
  order(actor: Actor, list: ListName, ids: readonly string[]): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const entries = await tx.getRepository(ENTITY_OF[list]).find({ order: { position: 'ASC', id: 'ASC' } });
      const rest = entries.map(({ id }) => id).filter((id) => !ids.includes(id));
      if (ids.length + rest.length !== entries.length) throw notFound();
      for (const [i, id] of [...ids, ...rest].entries()) await tx.getRepository(ENTITY_OF[list]).update({ id }, { position: i + 1 });
      await this.audit.record(tx, actor, `${list}.ordered`, null, { ids });
    });
  }

  private async one(tx: EntityManager, list: ListName, id: string): Promise<Entry> {
    const entry = await tx.getRepository(ENTITY_OF[list]).findOneBy({ id });
    if (!entry) throw notFound();
    return entry;
  }

  private async update(tx: EntityManager, list: ListName, id: string, version: number, changes: object): Promise<void> {
    const { affected } = await tx.getRepository(ENTITY_OF[list]).update({ id, version }, { ...changes, version: version + 1 });
    if (affected !== 1) throw stale();
  }
}
