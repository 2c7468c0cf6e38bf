import { type CursorKey, type CursorKind, decodeCursor, encodeCursor, malformed } from '../../kernel/index.ts';
import type { Conditions } from './conditions.ts';
import type { Sort } from './list.dto.ts';

interface Column {
  /** The sort value of the customer called `c`. */
  readonly sql: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly kind: CursorKind;
  /** The same value as a cursor keeps it. */
  readonly key: (sql: string) => string;
}

const asJson = (sql: string): string => `to_json(${sql})#>>'{}'`;
const plain = (sql: string): string => sql;

const COLUMNS: Readonly<Record<string, Column>> = {
  name: { sql: 'c.sort_name', type: 'text', isNullable: false, kind: 'text', key: plain },
  lastContact: { sql: 'c.last_contact_at', type: 'timestamptz', isNullable: true, kind: 'instant', key: asJson },
  nextContact: { sql: 'c.next_touchpoint_on', type: 'date', isNullable: true, kind: 'date', key: asJson },
  knownSince: { sql: 'c.known_since_on', type: 'date', isNullable: false, kind: 'date', key: asJson },
  stageSince: { sql: 'c.stage_since', type: 'timestamptz', isNullable: false, kind: 'instant', key: asJson },
  tier: { sql: 'array_position(ARRAY(SELECT id FROM tiers ORDER BY position, id), c.tier_id)', type: 'int', isNullable: false, kind: 'integer', key: plain },
};

/** Where a page begins: after the customer with this sort value (null: among those without one) and this id. */
export interface Position {
  readonly key: CursorKey;
  readonly id: string;
}

/** One order of the list: customers without the sort value come last either way, and the id decides between equals. */
export class Sorting {
  private readonly column: Column;
  private readonly direction: 'ASC' | 'DESC';

  constructor(private readonly sort: Sort) {
    this.column = COLUMNS[sort.replace('-', '')] as Column;
    this.direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  }

  /** Reads a cursor of this order; one of another order, or of ours no more, is refused with `bad_cursor`. */
  position(cursor: string | undefined): Position | null {
    if (cursor === undefined) return null;
    const kind = this.column.isNullable ? (`${this.column.kind}?` as CursorKind) : this.column.kind;
    const [sort, key = null, id] = decodeCursor(cursor, ['text', kind, 'uuid']);
    if (sort !== this.sort) throw malformed('bad_cursor');
    return { key, id: id as string };
  }

  /** The opaque form of a position. */
  cursor = ({ key, id }: Position): string => encodeCursor([this.sort, key, id]);

  /**
   * The statement that answers `row`, `key` and `id` of at most `limit` customers after `position`. Those with and those without the sort value are read apart,
   * so that an index on the value serves both, and the second half only runs when the first has not filled the page.
   */
  page(where: Conditions, row: string, position: Position | null, limit: string): string {
    const { sql: value, isNullable } = this.column;
    if (!isNullable) return this.half('true', where, row, value, limit, position);
    if (position?.key === null) return this.half(`${value} IS NULL`, where, row, null, limit, position);
    const known = this.half(`${value} IS NOT NULL`, where, row, value, limit, position);
    const unknown = this.half(`${value} IS NULL AND (SELECT count(*) FROM known) < ${limit}::int`, where, row, null, limit, null);
    return `WITH known AS MATERIALIZED (${known}), unknown AS MATERIALIZED (${unknown}) SELECT * FROM known UNION ALL SELECT * FROM unknown LIMIT ${limit}::int`;
  }

  private half(extent: string, where: Conditions, row: string, value: string | null, limit: string, position: Position | null): string {
    const by = value === null ? `c.id ${this.direction}` : `${value} ${this.direction}, c.id ${this.direction}`;
    const key = value === null ? 'NULL' : this.column.key(value);
    // Shaped outside of the limit: rows that a sort throws away are not worth it.
    const chosen = `SELECT c.* FROM customers c WHERE ${where.sql} AND ${extent}${this.after(where, value, position)} ORDER BY ${by} LIMIT ${limit}::int`;
    return `SELECT ${row} AS row, ${key} AS key, c.id FROM (${chosen}) c`;
  }

  private after(where: Conditions, value: string | null, position: Position | null): string {
    if (!position) return '';
    const than = this.direction === 'ASC' ? '>' : '<';
    if (value === null) return ` AND c.id ${than} ${where.value(position.id)}::uuid`;
    return ` AND (${value}, c.id) ${than} (${where.value(position.key)}::${this.column.type}, ${where.value(position.id)}::uuid)`;
  }
}
