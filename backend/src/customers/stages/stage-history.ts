import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { conflict, invalid, localDateOf, notFound } from '../../kernel/index.ts';
import { type Actor, visibleCustomers } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Stage } from './stage.entity.ts';
import type { ChangeStage, StageHistoryView } from './stage-changes.dto.ts';
import { momentOf, wrongWithChange } from './stage-changes.rules.ts';
import { type DatedChange, misplaced, stageBefore, stateOf } from './stage-history.rules.ts';

/** A change of stage that is part of something else, such as the communication that brought it about. */
export interface StageChangeRequest {
  readonly customerId: string;
  readonly stageId: string;
  readonly at: Date;
  readonly amount?: number | null;
  readonly reason?: string | null;
  readonly followUpId?: string | null;
}

const lock = statement('stage_lock', `SELECT c.archived_at AS "archivedAt" FROM customers c WHERE c.id = $1 AND ${visibleCustomers({ sees: { all: true } } as Actor, 'c', 2).sql} FOR UPDATE`);
