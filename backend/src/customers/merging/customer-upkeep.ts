import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';
import { writeGrams } from '../batches/insertion.ts';
import { CadenceSettling } from '../cadences/cadence-settling.ts';
import { sortNameOf } from '../search/names.ts';

const namesOf = statement(
  'names_of_merged_customers',
  `SELECT c.id, c.name, c.kind, ARRAY(SELECT k.name FROM contact_people k WHERE k.customer_id = c.id AND k.archived_at IS NULL ORDER BY k.position, k.id) AS people
   FROM customers c WHERE c.id = ANY($1::uuid[])`,
);
const sortBy = statement('sort_name_of_a_merged_customer', 'UPDATE customers SET sort_name = $2 WHERE id = $1 AND sort_name <> $2');

/** Derives anew, from a customer's own row and people, what search, lists and cadences keep of it. */
@Injectable()
export class CustomerUpkeep {
  constructor(private readonly cadences: CadenceSettling) {}

  /** In the transaction that changed these customers; their contact state is refreshed already. */
  async renew(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const found = await rows<{ id: string; name: string; kind: string; people: string[] }>(tx, namesOf, [ids]);
    await writeGrams(tx, found);
    for (const { id, name, kind } of found) {
      await rows(tx, sortBy, [id, sortNameOf(name, kind === 'person')]);
      await this.cadences.settleOne(tx, id);
    }
  }
}
