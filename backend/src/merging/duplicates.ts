import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mustSeeCustomer, nameKeyOf, sortNameOf } from '../customers/index.ts';
import { type Actor, visibleCustomers } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { DUPLICATE_REASONS, type DuplicateReason, type DuplicateView, type DuplicatesView, type ToldApartFromView } from './merging.dto.ts';

const MOST = 10;
/** Shorter numbers are extensions, which many have. */
const SHORTEST_NUMBER = 5;
// A switchboard's number or a very common name would be read for long, and says little.
const POINTS_READ = 200;
const NAMES_READ = 400;

/** Nobody said that customer `c` is another one than `$1`. */
const NOT_TOLD_APART = 'NOT EXISTS (SELECT 1 FROM customers_told_apart a WHERE a.customer_id = least($1::uuid, c.id) AND a.other_id = greatest($1::uuid, c.id))';
const TOLD_APART = 50;

const nameOf = statement('name_of_a_possible_duplicate', 'SELECT name FROM customers WHERE id = $1');

interface Found extends Omit<DuplicateView, 'reasons'> {
  reason: string;
}

/** Customers that may be the same as one that is there already; only those that the actor sees. */
@Injectable()
export class Duplicates {
  constructor(private readonly source: DataSource) {}

  /** Those not told apart from it, by the same number, address or WeChat id, of the customer or of one of its people, and by the same name; both as the search compares them; and those told apart. 404 out of scope. */
  async of(actor: Actor, id: string): Promise<DuplicatesView> {
    await mustSeeCustomer(this.source, actor, id);
    const [customer] = await rows<{ name: string }>(this.source, nameOf, [id]);
    const found = [...(await this.byPoints(actor, id)), ...(await this.byName(actor, id, customer?.name ?? ''))];
    return { items: gathered(found).slice(0, MOST), toldApart: await this.toldApart(actor, id) };
  }

  private toldApart(actor: Actor, id: string): Promise<ToldApartFromView[]> {
    const { sql, values } = visibleCustomers(actor, 'c', 2);
    const told = statement(
      'customers_told_apart_from_one',
      `SELECT c.id, c.name, w.name AS "byName", iso(a.told_at) AS "toldAt"
       FROM customers_told_apart a JOIN customers c ON c.id = CASE a.customer_id WHEN $1 THEN a.other_id ELSE a.customer_id END JOIN people w ON w.id = a.told_by_id
       WHERE (a.customer_id = $1 OR a.other_id = $1) AND c.merged_into_id IS NULL AND ${sql} ORDER BY a.told_at DESC, c.id LIMIT ${TOLD_APART}`,
    );
    return rows<ToldApartFromView & Record<string, unknown>>(this.source, told, [id, ...values]);
  }

  private byPoints(actor: Actor, id: string): Promise<Found[]> {
    const { sql, values } = visibleCustomers(actor, 'c', 2);
    const same = statement(
      'duplicates_by_contact_point',
      `SELECT ${COLUMNS}, q.kind AS reason
       FROM (SELECT DISTINCT kind, search_key FROM contact_points WHERE customer_id = $1 AND kind IN ('phone', 'email', 'wechat') AND validity <> 'invalid' AND (kind <> 'phone' OR length(search_key) >= ${SHORTEST_NUMBER})) p
       CROSS JOIN LATERAL (SELECT customer_id, kind FROM contact_points WHERE search_key = p.search_key AND kind = p.kind AND customer_id <> $1 LIMIT ${POINTS_READ}) q
       JOIN customers c ON c.id = q.customer_id LEFT JOIN people w ON w.id = c.owner_id WHERE c.merged_into_id IS NULL AND ${NOT_TOLD_APART} AND ${sql}`,
    );
    return rows<Found & Record<string, unknown>>(this.source, same, [id, ...values]);
  }

  private async byName(actor: Actor, id: string, name: string): Promise<Found[]> {
    const { sql, values } = visibleCustomers(actor, 'c', 3);
    // What the list sorts by is an index, but there names that sound alike are the same.
    const same = statement(
      'duplicates_by_name',
      `SELECT ${COLUMNS}, 'name' AS reason FROM customers c LEFT JOIN people w ON w.id = c.owner_id
       WHERE c.sort_name = ANY($2::varchar[]) AND c.id <> $1 AND c.merged_into_id IS NULL AND ${NOT_TOLD_APART} AND ${sql} ORDER BY c.sort_name, c.id LIMIT ${NAMES_READ}`,
    );
    const sorted = [...new Set([sortNameOf(name), sortNameOf(name, true)])];
    const found = await rows<Found & Record<string, unknown>>(this.source, same, [id, sorted, ...values]);
    return found.filter((other) => nameKeyOf(other.name) === nameKeyOf(name));
  }
}

const COLUMNS = 'c.id, c.name, w.name AS "ownerName", c.stage_id AS "stageId", c.archived_at IS NOT NULL AS archived';

/** One row for each customer, with all its reasons; those with the most in common first, archived ones after the others. */
function gathered(found: readonly Found[]): DuplicateView[] {
  const byId = new Map<string, DuplicateView>();
  for (const { reason, ...row } of found) {
    const known = byId.get(row.id)?.reasons ?? [];
    byId.set(row.id, { ...row, reasons: DUPLICATE_REASONS.filter((word): word is DuplicateReason => word === reason || known.includes(word)) });
  }
  const order = (a: DuplicateView, b: DuplicateView): number =>
    b.reasons.length - a.reasons.length || Number(a.archived) - Number(b.archived) || firstReason(a) - firstReason(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
  return [...byId.values()].sort(order);
}

const firstReason = ({ reasons: [first] }: DuplicateView): number => (first ? DUPLICATE_REASONS.indexOf(first) : DUPLICATE_REASONS.length);
