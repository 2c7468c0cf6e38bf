import type { EntityManager } from 'typeorm';
import type { Approval } from '../../approvals/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Plan } from '../plan.entity.ts';

const hold = statement('plan_held_for_decision', 'SELECT 1 FROM plans WHERE id = $1 FOR UPDATE');

/** Holds the plan that an approval is about; a decider need not see it. */
export async function holdDecided(tx: EntityManager, { subjectId }: Approval): Promise<void> {
  await rows(tx, hold, [subjectId]);
}

/** Moves the version of a plan that is held, once whichever door the decision came through. */
export async function moveVersion(tx: EntityManager, { id, version }: Plan): Promise<void> {
  await tx.update(Plan, { id }, { version: version + 1 });
}
