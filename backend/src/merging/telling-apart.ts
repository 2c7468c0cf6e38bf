import { Injectable } from '@nestjs/common';
import { lockCustomers } from '../customers/index.ts';
import { conflict, invalid } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import type { ToldApartView } from './merging.dto.ts';

const tell = statement(
  'customers_told_apart',
  'INSERT INTO customers_told_apart (customer_id, other_id, told_at, told_by_id) VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4) ON CONFLICT DO NOTHING RETURNING 1',
);
const takeBack = statement(
  'customers_told_apart_no_more',
  'DELETE FROM customers_told_apart WHERE customer_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid) RETURNING 1',
);
const merged = statement('told_apart_is_merged', 'SELECT 1 FROM customers WHERE id = ANY($1::uuid[]) AND merged_into_id IS NOT NULL');

/** Lets people say, once and for everybody, that two customers which look the same are not. */
@Injectable()
export class TellingApart {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** They are two; the hint is gone for both. 404 unless the actor sees both, 409 `customer_is_merged` for one that is part of another already. Saying it twice changes nothing. */
  tell(actor: Actor, id: string, otherId: string): Promise<ToldApartView> {
    return this.say(actor, [id, otherId], 'customer.told_apart', async (tx) => {
      if ((await rows(tx, merged, [[id, otherId]])).length) throw conflict('customer_is_merged');
      return rows(tx, tell, [id, otherId, this.clock.now(), actor.personId]);
    });
  }

  /** Takes that back: they may be the same again. */
  takeBack(actor: Actor, id: string, otherId: string): Promise<ToldApartView> {
    return this.say(actor, [id, otherId], 'customer.told_apart_undone', (tx) => rows(tx, takeBack, [id, otherId]));
  }

  private say(actor: Actor, [id, otherId]: readonly [string, string], action: string, write: (tx: Parameters<typeof lockCustomers>[0]) => Promise<unknown[]>): Promise<ToldApartView> {
    if (id === otherId) throw invalid('otherId', 'merge_with_itself');
    return this.transactions.run(actor, async (tx) => {
      await lockCustomers(tx, actor, [id, otherId]);
      if ((await write(tx)).length) {
        await this.audit.record(tx, actor, action, id, { otherId });
        await this.audit.record(tx, actor, action, otherId, { otherId: id });
      }
      return { customerId: id, otherId };
    });
  }
}
