import type { DataSource, EntityManager } from 'typeorm';
import type { QueryResultRow } from 'pg';
import { type Statement, rows, statement } from './statements.ts';

/** A prepared statement whose parameters have names instead of numbers: for texts with more of them than a reader can count. */
export class NamedStatement<Values extends object> {
  private readonly numbered: Statement;
  private readonly parameters: readonly string[];

  /** In `text` each `:word` is the value of that name; `::type` stays a cast. */
  constructor(name: string, text: string) {
    const found: string[] = [];
    const numbered = text.replaceAll(/(?<!:):([a-z]\w*)/gi, (_all, word: string) => `$${found.includes(word) ? found.indexOf(word) + 1 : found.push(word)}`);
    this.numbered = statement(name, numbered);
    this.parameters = found;
  }

  /** Runs it like `rows`. */
  rows<Row extends QueryResultRow>(on: DataSource | EntityManager, values: Values): Promise<Row[]> {
    return rows<Row>(on, this.numbered, this.parameters.map((name) => values[name as keyof Values]));
  }
}
