import type { DataSource, EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';
import type { ImportKind } from '../import.entity.ts';
import { changedCommunications } from './changed-communications.ts';
import { changedCustomers } from './changed-customers.ts';
import { madeCommunications } from './made-communications.ts';
import { madeCustomers } from './made-customers.ts';
import type { PlanPortion } from './portion.ts';
import type { UndoPhase } from './undo-counts.ts';

/** How many records are dealt with in one transaction. */
export const PORTION = 500;

/** What plans the records of each kind of file, phase by phase. */
export const PORTIONS: Readonly<Record<ImportKind, Readonly<Record<UndoPhase, PlanPortion>>>> = {
  customers: { changed: changedCustomers, created: madeCustomers },
  communications: { changed: changedCommunications, created: madeCommunications },
};

const count = statement(
  'import_records_to_undo',
  `SELECT ((SELECT count(*) FROM import_changes WHERE import_id = $1) + (SELECT count(*) FROM customers WHERE import_id = $1) + (SELECT count(*) FROM follow_ups WHERE import_id = $1))::int AS total`,
);
const any = statement(
  'import_has_written',
  `SELECT EXISTS (SELECT 1 FROM import_changes WHERE import_id = $1) OR EXISTS (SELECT 1 FROM customers WHERE import_id = $1) OR EXISTS (SELECT 1 FROM follow_ups WHERE import_id = $1) AS "hasWritten"`,
);

/** How many records an import made and changed. */
export const recordsOf = async (on: DataSource | EntityManager, importId: string): Promise<number> => (await rows<{ total: number }>(on, count, [importId]))[0]?.total ?? 0;

/** Whether there is anything of an import that could be taken back. */
export const hasWritten = async (on: DataSource | EntityManager, importId: string): Promise<boolean> => (await rows<{ hasWritten: boolean }>(on, any, [importId]))[0]?.hasWritten ?? false;
