import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { type Statement, freshRows, rows, statement } from '../../platform/database/statements.ts';

/** Texts that are prepared by name on every connection; beyond that many a rare shape is planned anew instead. */
const MOST = 200;

/** Statements whose text is put together from fixed fragments: each shape that is asked for often enough has a name of its own and is prepared once. */
export class Shapes {
  private readonly known = new Map<string, Statement>();

  constructor(private readonly family: string) {}

  /** Runs a text of ours with these values. */
  async rows<T extends QueryResultRow>(source: DataSource, text: string, values: unknown[]): Promise<T[]> {
    const prepared = this.statementOf(text);
    return prepared ? rows<T>(source, prepared, values) : freshRows<T>(source, text, values);
  }

  private statementOf(text: string): Statement | null {
    const known = this.known.get(text);
    if (known) return known;
    if (this.known.size >= MOST) return null;
    const made = statement(`${this.family}_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text);
    this.known.set(text, made);
    return made;
  }
}
