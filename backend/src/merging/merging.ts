import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CustomerMerge, CustomerUpkeep, type CustomerView, MERGE_UNDO_DAYS, StageHistory, lockCustomers, readCustomer } from '../customers/index.ts';
import { MatchingAnew } from '../follow-ups/index.ts';
import { conflict, invalid } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { newId } from '../platform/ids.ts';
import { refreshContactState } from '../touchpoints/index.ts';
import { BothFields } from './fields.ts';
import { type MergeEntry, mergeJournal, pictureOf, versionsOf } from './journal.ts';
import type { Picture } from './journal.rules.ts';
import { type Pair, joinRecords } from './joining.ts';
import type { MergeCustomers, MergePreviewView, MergedView } from './merging.dto.ts';
import { movesIn } from './moves.ts';
import type { TableName } from './tables.ts';
import { takeFields } from './taking.ts';

/** Carries what a merge would do past the end of the transaction that is rolled back. */
class Rehearsed extends Error {
  constructor(readonly found: MergePreviewView) {
    super('rehearsed');
  }
}

interface Done {
  readonly journal: MergeEntry[];
  readonly rematched: number;
  readonly taken: string[];
}

/** Makes two records of one customer one: everything comes to the one that stays, the other is archived and says so. */
@Injectable()
export class Merging {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly stages: StageHistory,
    private readonly matching: MatchingAnew,
    private readonly upkeep: CustomerUpkeep,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What merging would do: it is done in a transaction that is taken back, so that nothing can come out otherwise. */
  async preview(actor: Actor, keptId: string, otherId: string): Promise<MergePreviewView> {
    try {
      return await this.source.transaction(async (tx) => {
        const both = await this.held(tx, actor, { keptId, otherId });
        const { journal, rematched } = await this.join(tx, actor, both, { mergeId: newId(), take: [] });
        const versionIn = ({ row }: BothFields['kept']): number => Number(row['version']);
        throw new Rehearsed({ fields: both.views(actor), moves: await movesIn(tx, { keptId, otherId }, journal), rematched, version: versionIn(both.kept), otherVersion: versionIn(both.other) });
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.found;
      throw error;
    }
  }

  /**
   * Merges another customer into this one, from the versions that were looked at: 409 `changed_meanwhile` when somebody was faster; 422 beside `otherId` for the customer itself
   * (`merge_with_itself`) and for one that was merged already (`already_merged`); 409 `customer_is_merged`, `customer_is_archived` for one that can not stay.
   */
  merge(actor: Actor, keptId: string, { otherId, take, version, otherVersion }: MergeCustomers): Promise<MergedView> {
    return this.transactions.run(actor, async (tx) => {
      const both = await this.held(tx, actor, { keptId, otherId }, [version, otherVersion]);
      const [id, now] = [newId(), this.clock.now()];
      const shown = shownOf(await readCustomer(tx, actor, otherId, now));
      const { journal, rematched, taken } = await this.join(tx, actor, both, { mergeId: id, take });
      await tx.insert(CustomerMerge, { id, customerId: keptId, otherId, mergedAt: now, mergedById: actor.personId, taken, ...(await stepsOf(tx, both)), journal: journal as never, shown: shown as never, undoneAt: null, undoneById: null });
      await this.audit.record(tx, actor, 'customer.merged', keptId, { mergeId: id, otherId, taken, rematched, moves: await movesIn(tx, { keptId, otherId }, journal) });
      await this.audit.record(tx, actor, 'customer.merged_into', otherId, { mergeId: id, customerId: keptId });
      return { id, customerId: keptId, undoUntil: new Date(now.getTime() + MERGE_UNDO_DAYS * 86_400_000).toISOString() };
    });
  }

  /** Holds both customers, in the order in which everybody does, and looks whether they can be merged. */
  private async held(tx: EntityManager, actor: Actor, { keptId, otherId }: Pair, versions?: readonly [number, number]): Promise<BothFields> {
    if (keptId === otherId) throw invalid('otherId', 'merge_with_itself');
    await lockCustomers(tx, actor, [keptId, otherId]);
    const both = await BothFields.read(tx, { keptId, otherId });
    const [kept, other] = [both.kept.row, both.other.row];
    if (versions && (kept['version'] !== versions[0] || other['version'] !== versions[1])) throw conflict('changed_meanwhile');
    if (other['merged_into_id'] !== null) throw invalid('otherId', 'already_merged');
    if (kept['merged_into_id'] !== null) throw conflict('customer_is_merged');
    if (kept['archived_at'] !== null) throw conflict('customer_is_archived');
    return both;
  }

  private async join(tx: EntityManager, actor: Actor, both: BothFields, { mergeId, take }: { mergeId: string; take: readonly string[] }): Promise<Done> {
    const [keptId, otherId] = [both.kept.id, both.other.id];
    const before = await pictureOf(tx, [keptId, otherId]);
    const taken = await takeFields(tx, actor, both, take, this.clock.now());
    const lost = await joinRecords(tx, actor, { keptId, otherId }, this.clock.now());
    await this.stages.settleAnew(tx, actor, keptId, String((taken.includes('stageId') ? both.other : both.kept).row['stage_id']));
    const arrived = arrivedIn(before, otherId);
    const rematched = await this.matching.ask(tx, actor, { customerId: keptId, arrived, lost, details: { mergeId } });
    await refreshContactState(tx, [keptId, otherId]);
    await this.upkeep.renew(tx, [keptId]);
    return { journal: mergeJournal(before, await pictureOf(tx, [keptId, otherId])), rematched, taken };
  }
}

/** At which versions both were held, and by how much those have moved since. */
async function stepsOf(tx: EntityManager, { kept, other }: BothFields): Promise<Pick<CustomerMerge, 'version' | 'otherVersion' | 'steps' | 'otherSteps'>> {
  const [now = 0, otherNow = 0] = await versionsOf(tx, [kept.id, other.id]);
  const [version, otherVersion] = [Number(kept.row['version']), Number(other.row['version'])];
  return { version, otherVersion, steps: now - version, otherSteps: otherNow - otherVersion };
}

/** The records and touchpoints that were the other customer's. */
function arrivedIn(before: Picture<TableName>, otherId: string): Set<string> {
  const tables: TableName[] = ['follow_ups', 'touchpoints'];
  return new Set(tables.flatMap((table) => [...(before.get(table) ?? [])].filter(([, row]) => row['customer_id'] === otherId).map(([key]) => key)));
}

const shownOf = ({ contactPoints, contactPeople, formerContactPeople, stageChangeCount, firstContactAt, lastContactAt, lastHeardAt, lastEffectiveAt }: CustomerView): Partial<CustomerView> => ({
  contactPoints, contactPeople, formerContactPeople, stageChangeCount, firstContactAt, lastContactAt, lastHeardAt, lastEffectiveAt,
});
