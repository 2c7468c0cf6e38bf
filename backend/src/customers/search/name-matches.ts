import { Injectable } from '@nestjs/common';
import { gramsOfQuery, queryTokens } from '../../kernel/index.ts';
import type { Conditions } from '../list/conditions.ts';
import { likeText } from '../list/like-text.ts';
import { contactPointRanges } from './contact-point-ranges.ts';
import { NameStatistics } from './name-statistics.ts';
import { simplified } from './simplified.ts';

/** How a query is looked up among the names. */
export interface Lookup {
  /** What the search row must contain by the index: the rarest of the query's grams. */
  readonly grams: string[];
  /** What its text must be LIKE, every one of them. */
  readonly patterns: string[];
  /** About how many customers match. */
  readonly matches: number;
  /** Too many for reading all of them. */
  readonly isCommon: boolean;
  /** Chinese characters may stand apart. */
  readonly isLoose: boolean;
}

/** Above that many expected matches, walking 200,000 customers by last contact until a page is full costs less than reading all matches. */
const COMMON = 1_100;
/** The same for a page of the list, which needs no more than the identifiers of the matches. */
const COMMON_IN_LISTS = 4_000;
// The patterns check the rest; more grams only make the index read more.
const GRAMS = 6;

/** Turns what a person typed into conditions on `customer_grams`. */
@Injectable()
export class NameMatches {
  constructor(private readonly statistics: NameStatistics) {}

  /** The look-up of a query, or null when it is too short to look up and finds nothing; `isLoose` lets Chinese characters stand apart. */
  async lookup(typed: string, isLoose: boolean): Promise<Lookup | null> {
    const query = simplified(typed);
    const { required, loose } = gramsOfQuery(query);
    const apart = isLoose && loose.length > 0;
    const grams = apart ? loose : required;
    if (grams.length === 0) return null;
    // One or two letters count at the beginning of a word only.
    const texts = queryTokens(query).flatMap(({ isCjk, text }) => (isCjk ? (apart ? Array.from(text) : [text]) : [text.length < 3 ? ` ${text}` : text]));
    const matches = await this.statistics.estimate(texts);
    return { grams: await this.statistics.rarest(grams, GRAMS), patterns: texts.map((text) => `%${likeText(text)}%`), matches, isCommon: matches > COMMON, isLoose: apart };
  }

  /** Adds "is found by this query" for the customers called `c`: by any of their names, a phone tail or an e-mail address. */
  async addTo(where: Conditions, query: string, use: 'page' | 'count'): Promise<void> {
    const lookup = await this.lookup(query, true);
    const points = contactPointRanges(query).map(
      ({ kind, from, until }) => `kind = ${where.value(kind)} AND search_key >= ${where.value(from)} AND search_key < ${where.value(until)}`,
    );
    if (lookup && lookup.matches > COMMON_IN_LISTS) {
      where.and(commonCondition(where, lookup, points, use));
      return;
    }
    const names = lookup ? [`SELECT customer_id FROM customer_grams WHERE grams @> ${where.value(lookup.grams)}::text[] AND haystack LIKE ALL(${where.value(lookup.patterns)}::text[])`] : [];
    const found = [...names, ...points.map((range) => `SELECT customer_id FROM contact_points WHERE ${range}`)];
    // As an array, so that it is read once and leads to the customers, whatever the order asked for.
    where.and(found.length ? `c.id = ANY(ARRAY(${found.join(' UNION ALL ')}))` : 'false');
  }
}

/** Many customers match: a page looks each customer up on its way, a count reads all names once. */
function commonCondition(where: Conditions, { patterns }: Lookup, points: readonly string[], use: 'page' | 'count'): string {
  const alike = `LIKE ALL(${where.value(patterns)}::text[])`;
  if (use === 'count') {
    const found = points.map((range) => ` UNION ALL SELECT customer_id FROM contact_points WHERE ${range}`).join('');
    return `c.id IN (SELECT customer_id FROM customer_grams WHERE haystack ${alike}${found})`;
  }
  // Aggregates, so that only the customer leads to its contact points, and not the range that very many are in.
  const found = points.map((range) => `(SELECT bool_or(${range}) FROM contact_points WHERE customer_id = c.id)`);
  return `(${[`(SELECT g.haystack ${alike} FROM customer_grams g WHERE g.customer_id = c.id)`, ...found].join(' OR ')})`;
}
