import { DataSource } from 'typeorm';
import { type TestActor, World } from '../../../test/world.ts';
import { Import } from '../import.entity.ts';
import type { ImportView } from '../imports.dto.ts';
import { checked, settled } from '../imports.testing.ts';
import { ImportWork } from './import-work.ts';

const COLUMNS = [{ column: 'Id', to: 'externalId' }, { column: 'Name', to: 'name' }];
const file = (n: number): string => `Id,Name\n${Array.from({ length: n }, (_, i) => `I${i},Customer ${i}`).join('\n')}\nI7,Customer 7 again\n`;
const never = new AbortController().signal;

describe('the work of an import', () => {
  let world: World;
  let boss: TestActor;
  let work: ImportWork;
  beforeAll(async () => {
    world = await World.open();
    boss = await world.administrator();
    work = world.app.get(ImportWork);
  });
  afterAll(() => world.close());

  const running = async (): Promise<ImportView> => {
    const view = await checked(boss, 'customers', file(2_600), { columns: COLUMNS });
    await world.app.get(DataSource).getRepository(Import).update({ id: view.id }, { state: 'running', rowsDone: 0, counts: {}, samples: {} });
    await world.database.query('DELETE FROM import_issues WHERE import_id = $1', [view.id]);
    return view;
  };
  const customers = async (): Promise<unknown> => (await world.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM customers`))[0]?.n;
  beforeEach(() => world.database.query('TRUNCATE customers, stage_changes, customer_grams, contact_points, contact_people, owner_changes CASCADE'));

  it('stops when the process is asked to end, and goes on from there at the next attempt', async () => {
    const { id } = await running();
    const ending = new AbortController();
    const stopAfterTwo = setInterval(() => void world.database.query<{ n: number }[]>('SELECT rows_done AS n FROM imports WHERE id = $1', [id]).then(([row]) => (row && row.n >= 500 ? ending.abort() : undefined)), 5);
    await expect(work.goOn(id, { signal: ending.signal, isLast: false })).rejects.toThrow();
    clearInterval(stopAfterTwo);
    const between = (await boss.get(`/api/imports/${id}`)).json<ImportView>();
    expect(between.state).toBe('running');
    expect(between.rowsDone).toBe(await customers());
    await work.goOn(id, { signal: never, isLast: false });
    expect(await settled(boss, id)).toMatchObject({ state: 'done', rowsDone: 2_601, counts: { new: 2_600, duplicate: 1, error: 0 } });
    expect(await customers()).toBe(2_600);
  });

  it('is done once when two processes have the same job', async () => {
    const { id } = await running();
    await Promise.all([work.goOn(id, { signal: never, isLast: false }), work.goOn(id, { signal: never, isLast: false })]);
    expect(await settled(boss, id)).toMatchObject({ state: 'done', counts: { new: 2_600, duplicate: 1, error: 0 } });
    expect(await customers()).toBe(2_600);
  });

  it('fails with a reason when the importer may no longer import', async () => {
    const { id } = await running();
    await world.database.query(`UPDATE people SET roles = '{sales}' WHERE id = $1`, [boss.person.id]);
    await work.goOn(id, { signal: never, isLast: false });
    await world.database.query(`UPDATE people SET roles = '{administrator}' WHERE id = $1`, [boss.person.id]);
    expect(await settled(boss, id)).toMatchObject({ state: 'failed', failure: 'not_allowed' });
    expect(await customers()).toBe(0);
  });
});
