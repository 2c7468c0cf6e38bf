import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../people/index.ts';
import type { KeptExample, KeptReason, UndoCounts } from './undo-counts.ts';

/** Some records of an import, as an undo asks for them. */
export interface Asked {
  importId: string;
  actor: Actor;
  /** The last record dealt with; null at the beginning. */
  after: string | null;
  limit: number;
  now: Date;
}

/** What is to become of some records, and how to carry it out in the same transaction. */
export interface UndoPortion {
  /** How many records these are; fewer than asked for when there are no more. */
  readonly size: number;
  readonly last: string | null;
  readonly counts: UndoCounts;
  readonly examples: readonly KeptExample[];
  write(tx: EntityManager): Promise<void>;
}

/** Records of one kind and phase. `isHeld` keeps everybody else from them until the transaction ends. */
export type PlanPortion = (on: DataSource | EntityManager, asked: Asked, isHeld: boolean) => Promise<UndoPortion>;

/** A record that an import made, and why it stays. */
export interface MadeRecord {
  id: string;
  customerId: string;
  name: string;
  reason: KeptReason | null;
}

/** The portion of records that an import made: those without a reason to stay are given to `remove`. */
export function portionOfMade(found: readonly MadeRecord[], remove: (tx: EntityManager, going: readonly MadeRecord[]) => Promise<void>): UndoPortion {
  const going = found.filter(({ reason }) => reason === null);
  const kept: UndoCounts['kept'] = {};
  for (const { reason } of found) if (reason !== null) kept[reason] = (kept[reason] ?? 0) + 1;
  return {
    size: found.length,
    last: found.at(-1)?.id ?? null,
    counts: { removed: going.length, putBack: 0, partly: 0, kept },
    examples: examplesOf(found),
    write: async (tx) => {
      if (going.length > 0) await remove(tx, going);
    },
  };
}

/** The records that stay; one that the actor does not see has no name for them. */
export const examplesOf = (found: readonly MadeRecord[]): KeptExample[] =>
  found.flatMap(({ customerId, name, reason }) => (reason === null || reason === 'out_of_sight' ? [] : [{ customerId, name, reason }]));
