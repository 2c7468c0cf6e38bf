import type { RefusalParams } from '../../kernel/index.ts';
import type { InspectedColumn } from '../file/inspection.ts';
import type { CsvRow } from '../file/csv.ts';
import type { Mapping } from '../mapping/mapping.rules.ts';
import type { Target } from '../mapping/targets.ts';
import type { Vocabulary } from '../mapping/words.ts';
import { type CellReader, cellReader } from './cells.ts';

/** Something wrong in a row; `column` is empty where it is the row as a whole. */
export interface RowIssue {
  readonly column: string;
  readonly code: string;
  readonly params: RefusalParams;
  readonly value: string;
}

/** What the cells of a row say, by target; several columns of one target make a list. */
export interface ReadRow {
  readonly line: number;
  readonly values: ReadonlyMap<string, unknown>;
  readonly tags: readonly string[];
  readonly issues: readonly RowIssue[];
}

interface Column {
  at: number;
  name: string;
  target: Target;
  read: CellReader;
}

const SHOWN_CHARACTERS = 200;

/** An issue of a cell, with as much of it as is shown. */
export const issueOf = (column: string, code: string, params: RefusalParams = {}, value = ''): RowIssue => ({ column, code, params, value: value.slice(0, SHOWN_CHARACTERS) });

/** Reads rows as a mapping says; made once per file. */
export class RowReader {
  private readonly columns: Column[];
  private readonly defaults: [Target, unknown][];
  private readonly width: number;
  /** The column of each target, for issues that are found later. */
  private readonly columnOf: ReadonlyMap<string, string>;

  constructor(mapping: Mapping, columns: readonly InspectedColumn[], vocabulary: Vocabulary) {
    this.width = columns.length;
    this.columns = mapping.columns.flatMap(({ column, to, ...given }) => {
      const at = columns.findIndex(({ name }) => name === column);
      const target = vocabulary.targets.get(to);
      return at >= 0 && target ? [{ at, name: column, target, read: cellReader(target, given, vocabulary) }] : [];
    });
    this.columnOf = new Map(this.columns.map(({ target, name }) => [target.key, name]));
    this.defaults = Object.entries(mapping.defaults).flatMap(([key, text]): [Target, unknown][] => {
      const target = vocabulary.targets.get(key);
      const reading = target && text.trim() ? cellReader(target, {}, vocabulary)(text.trim()) : null;
      return target && reading && 'value' in reading && reading.value !== null ? [[target, reading.value]] : [];
    });
  }

  /** The name of the column that fills the target; the target's key where none does. */
  columnFor(key: string): string {
    return this.columnOf.get(key) ?? key;
  }

  /** The values of one row, defaults where cells are empty. */
  read({ line, cells }: CsvRow): ReadRow {
    const values = new Map<string, unknown>();
    const tags: string[] = [];
    const issues: RowIssue[] = [];
    if (cells.length > this.width && cells.slice(this.width).some((cell) => cell.trim() !== '')) issues.push(issueOf('', 'too_many_cells', { expected: this.width, found: cells.length }));
    for (const { at, name, target, read } of this.columns) {
      const text = (cells[at] ?? '').trim().normalize('NFC');
      if (text === '') continue;
      const reading = read(text);
      if ('issue' in reading) issues.push(issueOf(name, reading.issue.code, reading.issue.params, text));
      else keep(values, target, reading.value);
      if ('tags' in reading && reading.tags) tags.push(...reading.tags);
    }
    this.fillIn(values, issues);
    return { line, values, tags, issues };
  }

  private fillIn(values: Map<string, unknown>, issues: readonly RowIssue[]): void {
    const atFault = new Set(issues.map(({ column }) => column));
    for (const [target, value] of this.defaults) {
      if (target.key === 'tags') values.set('tags', [...((values.get('tags') as string[] | undefined) ?? []), ...(value as string[])]);
      else if (!values.has(target.key) && !atFault.has(this.columnFor(target.key))) values.set(target.key, target.isMany ? [value] : value);
    }
  }
}

function keep(values: Map<string, unknown>, target: Target, value: unknown): void {
  if (value === null) return;
  if (!target.isMany) values.set(target.key, value);
  else values.set(target.key, [...((values.get(target.key) as unknown[] | undefined) ?? []), ...(Array.isArray(value) ? (value as unknown[]) : [value])]);
}
