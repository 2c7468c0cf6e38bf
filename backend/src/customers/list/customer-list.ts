import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkingCalendars, latenessOf } from '../../calendar/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { freshRows } from '../../platform/database/statements.ts';
import { addCadenceStates } from '../cadences/cadence-conditions.ts';
import { fieldDefinitions } from '../fields/definitions.ts';
import { NameMatches } from '../search/name-matches.ts';
import { Conditions } from './conditions.ts';
import { addFieldConditions } from './field-conditions.ts';
import { addFilter } from './filter-conditions.ts';
import type { CustomerFilter, ListCustomers } from './list.dto.ts';
import { addOverdue } from './overdue-conditions.ts';
import { ROW_JSON } from './row.ts';
import { Shapes } from './shapes.ts';
import { type Position, Sorting } from './sorting.ts';

/** A customer of a page, with the place that the next page starts after. */
export interface Listed<Row> extends Position {
  readonly row: Row;
}

const USUAL_LIMIT = 50;

/** The list of customers under the actor's scope: filtered, sorted, in pages, counted. */
@Injectable()
export class CustomerList {
  private readonly pages = new Shapes('customers_page');
  private readonly counts = new Shapes('customers_count');

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly names: NameMatches,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** A page as the JSON text of a CustomerPage: its rows are shaped by the database and sent on as they are. */
  async page(actor: Actor, query: ListCustomers): Promise<string> {
    const limit = query.limit ?? USUAL_LIMIT;
    const sorting = new Sorting(query.sort ?? '-lastContact');
    const listed = await this.rows<string>(actor, query, sorting, sorting.position(query.cursor), limit + 1, ROW_JSON);
    const items = listed.slice(0, limit);
    const last = listed.length > limit ? items.at(-1) : undefined;
    return `{"items":[${items.map(({ row }) => row).join(',')}],"next":${last ? JSON.stringify(sorting.cursor(last)) : 'null'}}`;
  }

  /** At most `limit` customers after a position; `row` is the expression that each is answered as. */
  async rows<Row>(actor: Actor, filter: CustomerFilter, sorting: Sorting, after: Position | null, limit: number, row: string): Promise<Listed<Row>[]> {
    const where = await this.conditions(actor, filter, 'page');
    const text = sorting.page(where, row, after, where.value(limit));
    return this.pages.rows<Listed<Row>>(this.source, text, where.values);
  }

  /** How many customers fit the filter, exactly. */
  async count(actor: Actor, filter: CustomerFilter): Promise<number> {
    const where = await this.conditions(actor, filter, 'count');
    const [found] = await this.counts.rows<{ count: number }>(this.source, `SELECT count(*)::int AS count FROM customers c WHERE ${where.sql}`, where.values);
    return found?.count ?? 0;
  }

  /** Runs a text of ours over the customers called `c` that fit the filter, within the actor's scope; for segments and audiences. */
  async over<Row extends QueryResultRow>(on: DataSource | EntityManager, actor: Actor, filter: CustomerFilter, text: (where: Conditions) => string): Promise<Row[]> {
    const where = await this.conditions(actor, filter, 'count');
    return freshRows<Row>(on, text(where), where.values);
  }

  /** What a filter asks of the customers called `c`, within the actor's scope; `use` says whether a page or all of them are read. */
  private async conditions(actor: Actor, filter: CustomerFilter, use: 'page' | 'count'): Promise<Conditions> {
    const where = new Conditions();
    where.visible(actor, 'c');
    addFilter(where, filter, actor, this.clock.now());
    if (filter.nextContact === 'overdue') addOverdue(where, await latenessOf(this.source, this.calendars, this.clock.now()));
    if (filter.cadence?.length) await addCadenceStates(where, filter.cadence, actor, { source: this.source, calendars: this.calendars, now: this.clock.now() });
    if (filter.fields !== undefined) addFieldConditions(where, filter.fields, await fieldDefinitions(this.source));
    if (filter.q !== undefined) await this.names.addTo(where, filter.q, use);
    return where;
  }
}
