import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.ts';
import { rows, statement } from '../database/statements.ts';
import { newId } from '../ids.ts';

const record = statement('audit_entry', 'INSERT INTO audit_entries (id, at, actor_id, action, subject_id, details) VALUES ($1, $2, $3, $4, $5, $6)');

/** Writes down who did what, in the transaction that does it. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** `action` is a verb in the past on a subject, such as `customer.archived`; `details` hold what changed. */
  async record(tx: EntityManager, actor: { personId: string } | null, action: string, subjectId: string | null, details: Record<string, unknown> = {}): Promise<void> {
    await rows(tx, record, [newId(), this.clock.now(), actor?.personId ?? null, action, subjectId, JSON.stringify(details)]);
  }
}

/** `{property: [before, after]}` for the properties that differ. */
export function differences(earlier: object, later: object): Record<string, [unknown, unknown]> {
  const [before, after] = [earlier, later] as [Record<string, unknown>, Record<string, unknown>];
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null));
  return Object.fromEntries(changed.map((key) => [key, [before[key] ?? null, after[key] ?? null]]));
}
