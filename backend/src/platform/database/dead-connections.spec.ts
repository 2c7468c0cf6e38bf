import type { PoolClient } from 'pg';
import { World } from '../../../test/world.ts';
import { problemOf } from '../http/problem.ts';

describe('a connection that dies under a transaction', () => {
  let world: World;
  beforeAll(async () => { world = await World.open(); });
  afterAll(() => world.close());

  it('answers 503, leaves nothing behind, and does not end the process when it is reported twice', async () => {
    let client: PoolClient | undefined;
    const failed = await world.database
      .transaction(async (tx) => {
        client = (await tx.queryRunner?.connect()) as PoolClient;
        const [{ pid }] = await tx.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
        await tx.query(`UPDATE organisation SET name = 'half done'`);
        const reported = new Promise((resolve) => client?.once('error', resolve));
        await world.database.query('SELECT pg_terminate_backend($1)', [pid]);
        await reported;
      })
      .catch((error: unknown) => error);
    expect(problemOf(failed)?.status).toBe(503);
    expect(client?.emit('error', new Error('said once more'))).toBe(true);
    const [{ name }] = await world.database.query<[{ name: string }]>('SELECT name FROM organisation');
    expect(name).not.toBe('half done');
  });
});
