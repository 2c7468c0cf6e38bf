import { decodeCursor, encodeCursor, malformed } from "../../kernel/index.js";
const asJson = (sql) => `to_json(${sql})#>>'{}'`;
const plain = (sql) => sql;
const COLUMNS = {
    name: { sql: 'c.sort_name', type: 'text', isNullable: false, kind: 'text', key: plain },
    lastContact: { sql: 'c.last_contact_at', type: 'timestamptz', isNullable: true, kind: 'instant', key: asJson },
    nextContact: { sql: 'c.next_touchpoint_on', type: 'date', isNullable: true, kind: 'date', key: asJson },
    knownSince: { sql: 'c.known_since_on', type: 'date', isNullable: false, kind: 'date', key: asJson },
    stageSince: { sql: 'c.stage_since', type: 'timestamptz', isNullable: false, kind: 'instant', key: asJson },
    tier: { sql: '(SELECT position FROM tiers WHERE id = c.tier_id)', type: 'int', isNullable: false, kind: 'integer', key: plain },
};
/** One order of the list: customers without the sort value come last either way, and the id decides between equals. */
export class Sorting {
    constructor(sort) {
        this.sort = sort;
        /** The opaque form of a position. */
        this.cursor = ({ key, id }) => encodeCursor([this.sort, key, id]);
        this.column = COLUMNS[sort.replace('-', '')];
        this.direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    }
    /** Reads a cursor of this order; one of another order, or of ours no more, is refused with `bad_cursor`. */
    position(cursor) {
        if (cursor === undefined)
            return null;
        const kind = this.column.isNullable ? `${this.column.kind}?` : this.column.kind;
        const [sort, key = null, id] = decodeCursor(cursor, ['text', kind, 'uuid']);
        if (sort !== this.sort)
            throw malformed('bad_cursor');
        return { key, id: id };
    }
    /**
     * The statement that answers `row`, `key` and `id` of at most `limit` customers after `position`. Those with and those without the sort value are read apart,
     * so that an index on the value serves both, and the second half only runs when the first has not filled the page.
     */
    page(where, row, position, limit) {
        const { sql: value, isNullable } = this.column;
        if (!isNullable)
            return this.half('true', where, row, value, limit, position);
        if (position?.key === null)
            return this.half(`${value} IS NULL`, where, row, null, limit, position);
        const known = this.half(`${value} IS NOT NULL`, where, row, value, limit, position);
        const unknown = this.half(`${value} IS NULL AND (SELECT count(*) FROM known) < ${limit}::int`, where, row, null, limit, null);
        return `WITH known AS MATERIALIZED (${known}), unknown AS MATERIALIZED (${unknown}) SELECT * FROM known UNION ALL SELECT * FROM unknown LIMIT ${limit}::int`;
    }
    half(extent, where, row, value, limit, position) {
        const by = value === null ? `c.id ${this.direction}` : `${value} ${this.direction}, c.id ${this.direction}`;
        const key = value === null ? 'NULL' : this.column.key(value);
        return `SELECT ${row} AS row, ${key} AS key, c.id FROM customers c WHERE ${where.sql} AND ${extent}${this.after(where, value, position)} ORDER BY ${by} LIMIT ${limit}::int`;
    }
    after(where, value, position) {
        if (!position)
            return '';
        const than = this.direction === 'ASC' ? '>' : '<';
        if (value === null)
            return ` AND c.id ${than} ${where.value(position.id)}::uuid`;
        return ` AND (${value}, c.id) ${than} (${where.value(position.key)}::${this.column.type}, ${where.value(position.id)}::uuid)`;
    }
}
