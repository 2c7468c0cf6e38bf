import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { gramsOfQuery, queryTokens } from '../../kernel/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';

// The statistics that ANALYZE keeps of the grams: those that many customers have, each with its share of the customers.
const statistics = statement(
  'gram_statistics',
  `SELECT greatest(c.reltuples, 0) AS customers, coalesce(s.most_common_elems::text::text[], '{}') AS grams, coalesce(s.most_common_elem_freqs, '{}') AS shares
   FROM pg_class c LEFT JOIN pg_stats s ON s.schemaname = current_schema AND s.tablename = c.relname AND s.attname = 'grams'
   WHERE c.oid = 'customer_grams'::regclass`,
);

const KEPT_MS = 5 * 60_000;

interface Statistics {
  readonly customers: number;
  readonly shares: ReadonlyMap<string, number>;
  readonly readAt: number;
}

/** How many customers have a gram, by the planner's own statistics; all are rare as long as there are none. */
@Injectable()
export class GramFrequencies {
  private known: Statistics | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** About how many customers match the query with all its runs and words, and, `isLoose`, with Chinese characters apart. */
  async estimate(query: string, isLoose: boolean): Promise<number> {
    const { customers, shares } = await this.statistics();
    // Grams of one word come together, so the rarest decides; words and single characters are taken to be independent.
    const words = queryTokens(query).flatMap(({ isCjk, text }) => (isCjk && isLoose ? Array.from(text) : [text]));
    return words.reduce((count, word) => count * Math.min(1, ...gramsOfQuery(word).required.map((gram) => shares.get(gram) ?? 0)), customers);
  }

  /** The grams that fewest customers have, rarest first. */
  async rarest(grams: readonly string[], count: number): Promise<string[]> {
    const { shares } = await this.statistics();
    return [...grams].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0)).slice(0, count);
  }

  private async statistics(): Promise<Statistics> {
    const now = this.clock.now().getTime();
    if (this.known && now - this.known.readAt < KEPT_MS) return this.known;
    const [row] = await rows<{ customers: number; grams: string[]; shares: number[] }>(this.source, statistics);
    const shares = new Map((row?.grams ?? []).map((gram, i) => [gram, row?.shares[i] ?? 0]));
    return (this.known = { customers: row?.customers ?? 0, shares, readAt: now });
  }
}
