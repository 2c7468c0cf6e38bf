import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refusal } from '../../kernel/index.ts';
import { Clock } from '../clock.ts';
import type { Once } from '../http/once.ts';
import { rows, statement } from './statements.ts';

const earlierAnswer = statement('earlier_answer', 'SELECT fingerprint, answer FROM idempotency_keys WHERE person_id = $1 AND key = $2');
const keepAnswer = statement(
  'keep_answer',
  'INSERT INTO idempotency_keys (person_id, key, fingerprint, answer, created_at) VALUES ($1, $2, $3, $4, $5)',
);

/** Anybody whose request may carry an idempotency key. */
export interface Requester {
  readonly personId: string;
  readonly once: Once | null;
}

/** Opens the one transaction of a use case, and makes it happen once per idempotency key. */
@Injectable()
export class Transactions {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction. With an idempotency key its answer is stored in that same transaction; a repeated
   * request is undone where it finds its key taken and gets the stored answer, another body under the same key is refused
   * with `idempotency_key_reused` (422). So whatever `work` does must be undone with its transaction.
   */
  async run<T>(requester: Requester, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const { once } = requester;
    if (!once) return this.source.transaction(work);
    try {
      return await this.source.transaction(async (tx) => {
        const answer = await work(tx);
        await rows(tx, keepAnswer, [requester.personId, once.key, once.fingerprint, JSON.stringify(answer ?? null), this.clock.now()]);
        return answer;
      });
    } catch (error) {
      // What was done once may be refused in many ways the second time, the taken key being one of them.
      const earlier = await this.replay<T>(requester.personId, once);
      if (earlier) return earlier.answer;
      throw error;
    }
  }

  private async replay<T>(personId: string, once: Once): Promise<{ answer: T } | null> {
    const [kept] = await rows<{ fingerprint: Buffer; answer: T }>(this.source, earlierAnswer, [personId, once.key]);
    if (!kept) return null;
    if (!kept.fingerprint.equals(once.fingerprint)) throw new Refusal('idempotency_key_reused', 422);
    return { answer: kept.answer };
  }
}
