import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchTextOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Conditions } from '../list/conditions.ts';
import { Shapes } from '../list/shapes.ts';
import type { SuggestedField } from './search.dto.ts';

const MOST = 20;
const MOST_READ = 5_000;
const VALUE: Readonly<Record<SuggestedField, { value: string; from: string }>> = {
  source: { value: 'c.source', from: '' },
  industry: { value: 'c.industry', from: '' },
  region: { value: 'c.region', from: '' },
  servedBy: { value: 'c.served_by', from: '' },
  tags: { value: 't.tag', from: 'CROSS JOIN LATERAL unnest(c.tags) AS t(tag)' },
};

/** Values that customers have already, so that the same thing is not written in two ways. */
@Injectable()
export class Suggestions {
  private readonly shapes = new Shapes('suggestions');

  constructor(private readonly source: DataSource) {}

  /** The values of a field among the actor's customers that begin with or hold the text, most used first. */
  async of(actor: Actor, field: SuggestedField, text: string): Promise<string[]> {
    const where = new Conditions();
    where.visible(actor, 'c');
    where.and('c.archived_at IS NULL');
    const { value, from } = VALUE[field];
    const query = `SELECT ${value} AS value, count(*) AS uses FROM customers c ${from} WHERE ${where.sql} AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, ${value} COLLATE "C" LIMIT ${MOST_READ}`;
    const found = await this.shapes.rows<{ value: string }>(this.source, query, where.values);
    const sought = searchTextOf(text);
    const fits = found.map((row) => ({ value: row.value, at: searchTextOf(row.value).indexOf(sought) })).filter(({ at }) => at >= 0);
    return [...fits.filter(({ at }) => at === 0), ...fits.filter(({ at }) => at > 0)].slice(0, MOST).map((fit) => fit.value);
  }
}
