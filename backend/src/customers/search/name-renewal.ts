import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';
import { type JobAttempt, Jobs } from '../../platform/jobs/jobs.ts';
import { rewriteGrams } from '../batches/insertion.ts';
import { sortNameOf } from './names.ts';

const QUEUE = 'name-renewal';
/** Customers a step keeps others from changing, for some hundredths of a second. */
const STEP = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Stale {
  id: string;
  name: string;
  kind: string;
  sortName: string;
}

// Both rows at once and none that somebody holds: whoever changes a name meanwhile neither waits in a circle nor is written over.
const stale = statement(
  'names_to_renew',
  `SELECT c.id, c.name, c.kind, c.sort_name AS "sortName" FROM customer_grams g JOIN customers c ON c.id = g.customer_id
   WHERE g.rules < 1 AND g.customer_id > $1 ORDER BY g.customer_id LIMIT ${STEP} FOR NO KEY UPDATE OF c, g SKIP LOCKED`,
);
const sortAnew = statement(
  'sort_names_renewed',
  `UPDATE customers c SET sort_name = r."sortName" FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "sortName" varchar) WHERE c.id = r.id`,
);

/** Writes the search rows and sort names anew that older rules of reading names have made: soon after an update, and whoever was busy then an hour later. */
@Injectable()
export class NameRenewal implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handleHourly(QUEUE, (attempt) => this.renewAll(attempt));
  }

  /** Does so step by step; where everything is new it reads an empty index. */
  async renewAll({ signal }: Pick<JobAttempt, 'signal'>): Promise<void> {
    let last: string | undefined = FIRST;
    while (last) {
      signal.throwIfAborted();
      const after: string = last;
      last = await this.source.transaction((tx) => this.renew(tx, after));
    }
  }

  /** The last customer of the step; none when there is nothing left. */
  private async renew(tx: EntityManager, after: string): Promise<string | undefined> {
    const found = await rows<Stale & Record<string, unknown>>(tx, stale, [after]);
    const sorted = found.map(({ id, name, kind, sortName }) => ({ id, sortName: sortNameOf(name, kind === 'person'), before: sortName })).filter(({ sortName, before }) => sortName !== before);
    await rewriteGrams(tx, found.map(({ id }) => id));
    if (sorted.length > 0) await rows(tx, sortAnew, [JSON.stringify(sorted)]);
    return found.at(-1)?.id;
  }
}
