import { execFile } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { World } from '../../test/world.ts';
import { Sessions } from '../people/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

describe('the bank sample', () => {
  let world: World;
  let out: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    world = await World.open({ at: '2026-03-10T02:00:00Z', timeZone: 'Europe/Lisbon' });
    const { person } = await world.administrator();
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const session = await world.app.get(Sessions).open(person.id, { userAgent: 'test', address: '127.0.0.1' });
    env = { ...process.env, TANGENT_URL: `http://127.0.0.1:${port}`, TANGENT_SESSION: session };
    out = fs.mkdtempSync(path.join(os.tmpdir(), 'tangent-bank-'));
  });
  afterAll(async () => {
    fs.rmSync(out, { recursive: true, force: true });
    await world.close();
  });

  const load = async (): Promise<string> => (await run(process.execPath, ['tools/sample-bank.mjs', '--load', '--every', '90', '--out', out], { cwd: root, env })).stdout;
  const linesOf = (file: string): string[] => fs.readFileSync(path.join(out, file), 'utf8').trimEnd().split('\n').slice(1);
  const one = async (sql: string): Promise<Record<string, unknown> | undefined> => (await world.database.query<Record<string, unknown>[]>(sql))[0];

  it('goes through the import as a whole: every ninetieth client with fields, stage and all communications', async () => {
    const said = await load();
    const customers = linesOf('customers.csv');
    const communications = linesOf('communications.csv');
    const won = customers.filter((line) => line.includes(',won,')).length;
    expect(customers).toHaveLength(503);
    expect(said).toContain('customers: 503 new, 0 update, 0 unchanged, 0 duplicate, 0 error');
    expect(said).toContain(`communications: ${communications.length} new, 0 update, 0 unchanged, 0 duplicate, 0 error`);
    expect(await one(`SELECT count(*)::int AS n, (count(*) FILTER (WHERE converted_at IS NOT NULL))::int AS won, bool_and(tags = '{bank-marketing sample}') AS tagged FROM customers`)).toEqual({ n: 503, won, tagged: true });
    expect(await one(`SELECT count(*)::int AS n, (count(*) FILTER (WHERE d.key = 'reached' AND f.is_effective AND f.duration_seconds IS NOT NULL))::int AS reached FROM follow_ups f JOIN dispositions d ON d.id = f.disposition_id`)).toEqual({ n: communications.length, reached: 503 });
    // Converted at the end of the day of the last communication, so that all of them come before it.
    expect(await one('SELECT count(*)::int AS n FROM customers WHERE converted_at <= last_contact_at')).toEqual({ n: 0 });
    expect(await one(`SELECT fields FROM customers WHERE external_id = 'bank-00001'`)).toEqual({
      fields: { age: 58, job: 'management', marital: 'married', education: 'tertiary', default: false, balance: 2_143, housing: true, loan: false, pdays: -1, previous: 0, poutcome: 'unknown' },
    });
  });

  it('changes nothing when it is loaded again', async () => {
    const said = await load();
    expect(said).toContain('customers: 0 new, 0 update, 503 unchanged, 0 duplicate, 0 error');
    expect(said).toMatch(/communications: 0 new, 0 update, \d+ unchanged, 0 duplicate, 0 error/);
  });
});
