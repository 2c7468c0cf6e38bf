import { DataSource } from 'typeorm';
import { World } from './world.ts';

describe('the foundation', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  it('has migrations that make exactly the tables which the entities describe', async () => {
    const wanted = await world.app.get(DataSource).driver.createSchemaBuilder().log();
    expect(wanted.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('refuses every address without a session', async () => {
    const answer = await world.anonymous({ method: 'GET', url: '/api/nothing' });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});
