import { DataSource, type EntityManager } from 'typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** A statement that PostgreSQL parses once per connection and then knows by name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A named prepared statement; the name must be unique in the product. */
export const statement = (name: string, text: string): Statement => ({ name, text });

const clientOf = async (on: DataSource | EntityManager): Promise<Pool | PoolClient> => {
  if (on instanceof DataSource) return (on.driver as unknown as { master: Pool }).master;
  if (on.queryRunner) return (await on.queryRunner.connect()) as PoolClient;
  return clientOf(on.dataSource);
};

/** Runs a prepared statement on the transaction (or, given the data source, on a connection of the pool) and answers its rows. */
export async function rows<T extends QueryResultRow>(on: DataSource | EntityManager, { name, text }: Statement, values: unknown[] = []): Promise<T[]> {
  const result = await (await clientOf(on)).query<T>({ name, text, values });
  return result.rows;
}

/** Like `rows`, for a text that differs from call to call and is planned anew each time. */
export async function freshRows<T extends QueryResultRow>(on: DataSource | EntityManager, text: string, values: unknown[] = []): Promise<T[]> {
  const result = await (await clientOf(on)).query<T>({ text, values });
  return result.rows;
}
