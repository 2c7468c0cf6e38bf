import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchTextOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import type { CustomerKind } from '../customer.values.ts';
import { Conditions } from '../list/conditions.ts';
import { Shapes } from '../list/shapes.ts';
import type { ContactPointRange } from './contact-point-ranges.ts';
import type { Lookup } from './name-matches.ts';
import { sortNameOf } from './names.ts';

/** A customer that may be a hit. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: CustomerKind;
  readonly tierId: string;
  readonly stageId: string;
  readonly ownerId: string | null;
  readonly lastContactAt: Date | null;
}

/** One that was found by its names, or those of its people. */
export interface NameCandidate extends Candidate {
  readonly haystack: string;
}

/** One that was found by a number or an address. */
export interface PointCandidate extends Candidate {
  readonly value: string;
  readonly searchKey: string;
}

const COLUMNS = `c.id, c.name, c.kind, c.tier_id AS "tierId", c.stage_id AS "stageId", c.owner_id AS "ownerId", c.last_contact_at AS "lastContactAt"`;
/** Visible customers that are looked at by last contact, and never contacted ones, newest first. */
const WALKED = 4_000;
const WALKED_WITHOUT_CONTACT = 2_000;
const MOST_BY_INDEX = 100;
/** Contact points that are looked at: very many addresses begin alike, and those people are found by name too. Whoever sees few customers has to look further. */
const POINTS_READ = { phone: 400, email: 40, inPartsOfAll: 800 };

/** Reads the customers that a query may mean, under the actor's scope, archived ones left out. */
@Injectable()
export class Candidates {
  private readonly shapes = new Shapes('search_names');

  constructor(private readonly source: DataSource) {}

  /** By a telephone number or an e-mail address: the whole of it first, then those contacted last. */
  byPoint(actor: Actor, { kind, from, until }: ContactPointRange, limit: number): Promise<PointCandidate[]> {
    const where = this.visible(actor);
    const start = where.value(from);
    const points = `SELECT customer_id, value, search_key FROM contact_points WHERE kind = ${where.value(kind)} AND search_key >= ${start} AND search_key < ${where.value(until)} ORDER BY search_key LIMIT ${actor.sees.all ? POINTS_READ[kind] : POINTS_READ.inPartsOfAll}`;
    const text = `SELECT ${COLUMNS}, p.value, p.search_key AS "searchKey" FROM (${points}) p JOIN customers c ON c.id = p.customer_id WHERE ${where.sql}
      ORDER BY p.search_key <> ${start}, c.last_contact_at DESC NULLS LAST, c.id DESC LIMIT ${where.value(limit)}::int`;
    return this.run<PointCandidate>(text, where);
  }

  /** Whose name begins with the query, the shortest first; what a person is called may begin otherwise than the same characters elsewhere (单, 曾). */
  async beginningWith(actor: Actor, query: string, { patterns }: Lookup, limit: number): Promise<NameCandidate[]> {
    const text = searchTextOf(query);
    const found: NameCandidate[] = [];
    for (const start of new Set([sortNameOf(text, true), sortNameOf(text)])) found.push(...(await this.beginningSorted(actor, start, patterns, limit)));
    return found;
  }

  private beginningSorted(actor: Actor, start: string, patterns: readonly string[], limit: number): Promise<NameCandidate[]> {
    const where = this.visible(actor);
    const range = `c.sort_name >= ${where.value(start)} AND c.sort_name < ${where.value(`${start}\u{10ffff}`)}`;
    const named = namedLike(where, patterns);
    return this.run(`SELECT ${COLUMNS}, g.haystack FROM customers c ${named} WHERE ${where.sql} AND ${range} ORDER BY c.sort_name, c.id LIMIT ${where.value(limit)}::int`, where);
  }

  /** Those contacted last, of a word that very many customers have. */
  byRecency(actor: Actor, { patterns }: Lookup, limit: number): Promise<NameCandidate[]> {
    const where = this.visible(actor);
    const contacted = `(SELECT c.* FROM customers c WHERE ${where.sql} AND c.last_contact_at IS NOT NULL ORDER BY c.last_contact_at DESC, c.id DESC LIMIT ${WALKED})`;
    const others = `(SELECT c.* FROM customers c WHERE ${where.sql} AND c.last_contact_at IS NULL ORDER BY c.id DESC LIMIT ${WALKED_WITHOUT_CONTACT})`;
    return this.run(`SELECT ${COLUMNS}, g.haystack FROM (${contacted} UNION ALL ${others}) c ${namedLike(where, patterns)} LIMIT ${where.value(limit)}::int`, where);
  }

  /** By the index, those contacted last first; of a common word any of them. */
  byIndex(actor: Actor, { grams, patterns, isCommon }: Lookup): Promise<NameCandidate[]> {
    const where = this.visible(actor);
    // OFFSET 0 and MATERIALIZED keep the planner from beginning elsewhere: a gram's frequency is not known to a prepared statement.
    const found = `SELECT customer_id, haystack FROM customer_grams WHERE grams @> ${where.value(grams)}::text[] AND haystack LIKE ALL(${where.value(patterns)}::text[])`;
    const select = `SELECT ${COLUMNS}, g.haystack FROM`;
    const join = `JOIN customers c ON c.id = g.customer_id WHERE ${where.sql}`;
    const text = isCommon
      ? `${select} (${found} OFFSET 0) g ${join} LIMIT ${MOST_BY_INDEX}`
      : `WITH g AS MATERIALIZED (${found}) ${select} g ${join} ORDER BY c.last_contact_at DESC NULLS LAST, c.id DESC LIMIT ${MOST_BY_INDEX}`;
    return this.run(text, where);
  }

  private visible(actor: Actor): Conditions {
    const where = new Conditions();
    where.visible(actor, 'c');
    where.and('c.archived_at IS NULL');
    return where;
  }

  private run<T extends Candidate = NameCandidate>(text: string, { values }: Conditions): Promise<T[]> {
    return this.shapes.rows<T>(this.source, text, values);
  }
}

// One look at the search row of each customer on the way; OFFSET 0 keeps it from becoming a join over all of them.
const namedLike = (where: Conditions, patterns: readonly string[]): string =>
  `CROSS JOIN LATERAL (SELECT s.haystack FROM customer_grams s WHERE s.customer_id = c.id AND s.haystack LIKE ALL(${where.value(patterns)}::text[]) OFFSET 0) g`;
