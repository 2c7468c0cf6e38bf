import type { EntityManager } from 'typeorm';
import type { RowFate } from '../import.entity.ts';
import type { ReadRow, RowIssue } from '../rows/row-reader.ts';

/** What is to become of a row. */
export interface PlannedRow {
  readonly line: number;
  readonly fate: RowFate;
  /** The row in a few words, for the samples of a dry run. */
  readonly text: string;
  readonly issues: readonly RowIssue[];
}

/** The plan for some rows, and how to carry it out in the same transaction. */
export interface BatchPlan {
  readonly rows: readonly PlannedRow[];
  write(): Promise<void>;
}

/** Rows of one kind of file: how they are planned, and written. */
export interface Importer {
  /** Takes rows that an earlier attempt dealt with, so that their repetitions are still seen. */
  remember(tx: EntityManager, rows: readonly ReadRow[]): Promise<void>;
  /** Compares rows with each other and with what is there; changes nothing. */
  plan(tx: EntityManager, rows: readonly ReadRow[]): Promise<BatchPlan>;
}

/** The issues of reading a row, then those of its rules in columns that could be read. */
export function allIssues(row: ReadRow, ofRules: readonly RowIssue[]): RowIssue[] {
  const atFault = new Set(row.issues.map(({ column }) => column));
  return [...row.issues, ...ofRules.filter(({ column }) => !atFault.has(column))];
}

/** Remembers under which line something came first; answers that line when it comes again. */
export class Seen {
  private readonly lines = new Map<string, number>();

  /** The earlier line of any of them, or null; all are remembered for this line. */
  before(identities: readonly string[], line: number): number | null {
    const earlier = identities.map((identity) => this.lines.get(identity)).find((found) => found !== undefined && found !== line);
    if (earlier !== undefined) return earlier;
    for (const identity of identities) this.lines.set(identity, line);
    return null;
  }
}
