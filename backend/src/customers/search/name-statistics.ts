import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';

// ANALYZE keeps the grams that many customers have, each with its share of the customers.
const common = statement(
  'common_grams',
  `SELECT coalesce(s.most_common_elems::text::text[], '{}') AS grams, coalesce(s.most_common_elem_freqs, '{}') AS shares, pg_relation_size('customer_grams') / 8192 AS blocks
   FROM (SELECT 1) one LEFT JOIN pg_stats s ON s.schemaname = current_schema AND s.tablename = 'customer_grams' AND s.attname = 'grams'`,
);
const sampled = statement('names_sample', 'SELECT haystack FROM customer_grams TABLESAMPLE SYSTEM ($1)');

/** About 2,000 customers: enough to tell one in a hundred from one in a thousand. */
const SAMPLED_BLOCKS = 200;
const KEPT_MS = 5 * 60_000;

interface Known {
  readonly shares: ReadonlyMap<string, number>;
  readonly sample: readonly string[];
  /** Customers that each one of the sample stands for. */
  readonly weight: number;
  readonly readAt: number;
}

/**
 * How many customers a query would find, before it is asked: syllables and words of names come together, which no product of frequencies tells, so the words are
 * tried on a sample of the names that is kept for five minutes.
 */
@Injectable()
export class NameStatistics {
  private known: Known | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** About how many customers have all of these texts in their search row. */
  async estimate(texts: readonly string[]): Promise<number> {
    const { sample, weight } = await this.statistics();
    return weight * sample.filter((haystack) => texts.every((text) => haystack.includes(text))).length;
  }

  /** The grams that fewest customers have, rarest first. */
  async rarest(grams: readonly string[], count: number): Promise<string[]> {
    const { shares } = await this.statistics();
    return [...grams].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0)).slice(0, count);
  }

  private async statistics(): Promise<Known> {
    const now = this.clock.now().getTime();
    if (this.known && now - this.known.readAt < KEPT_MS) return this.known;
    const [table] = await rows<{ grams: string[]; shares: number[]; blocks: string }>(this.source, common);
    const percent = Math.min(100, (100 * SAMPLED_BLOCKS) / Math.max(1, Number(table?.blocks ?? 1)));
    const sample = await rows<{ haystack: string }>(this.source, sampled, [percent]);
    const shares = new Map((table?.grams ?? []).map((gram, i) => [gram, table?.shares[i] ?? 0]));
    return (this.known = { shares, sample: sample.map(({ haystack }) => haystack), weight: 100 / percent, readAt: now });
  }
}
