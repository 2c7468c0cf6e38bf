import { DataSource } from 'typeorm';
import { World } from './world.ts';

/** TypeORM reads tables with several statements at once on one connection, which pg will refuse some day; here they wait for each other. */
function oneAtATime(source: DataSource): void {
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
    let before: Promise<unknown> = Promise.resolve();
    const inTurn = (...given: unknown[]): Promise<unknown> => (before = before.then(() => query(...given), () => query(...given)));
    return Object.assign(runner, { query: inTurn });
  };
}

describe('the foundation', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  it('has migrations that make exactly the tables which the entities describe', async () => {
    const source = world.app.get(DataSource);
    oneAtATime(source);
    const wanted = await source.driver.createSchemaBuilder().log();
    expect(wanted.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('refuses every address without a session', async () => {
    const answer = await world.anonymous({ method: 'GET', url: '/api/nothing' });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});
