import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { World } from '../../test/world.ts';
import { createApp } from '../app.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { TWELVE } from './company/people.ts';
import { provideDemo } from './demo.ts';

const NOW = '2026-03-10T06:00:00Z';
const people = TWELVE.people.filter(({ key }) => ['bailu', 'xiaoman', 'hazel'].includes(key)).map((person) => ({ ...person, reportsTo: person.key === 'bailu' ? null : 'bailu' }));
const size = { cast: { teams: TWELVE.teams, people }, customers: 60, days: 75 };

/** Passwords by e-mail address, as the table says. */
const passwordsIn = (table: string): Map<string, string> => new Map([...table.matchAll(/^(\S+@example\.com)\s+(\S+)/gm)].map(([, email = '', password = '']) => [email, password]));

describe('the sample company', () => {
  let world: World;
  let folder: string;
  let said: string[];
  const file = () => path.join(folder, 'sample-accounts.txt');
  const make = async (): Promise<void> => {
    said = [];
    const config = world.app.get<Config>(CONFIG);
    const open = (clock: Parameters<typeof createApp>[1]): Promise<NestFastifyApplication> => createApp(config, clock ?? {});
    await provideDemo({ databaseUrl: config.databaseUrl ?? '', open: (clock) => open({ clock }), now: new Date(NOW), dataDirectory: folder, say: (line) => said.push(line), size });
  };
  const count = async (question: string): Promise<number> => Number((await world.database.query<[{ n: string }]>(`SELECT count(*) AS n FROM ${question}`))[0].n);
  const signIn = async (email: string, password: string) => {
    const answer = await world.anonymous({ method: 'POST', url: '/api/session', payload: { email, password } });
    const [cookie] = answer.cookies;
    return (url: string) => world.anonymous({ method: 'GET', url, cookies: cookie ? { [cookie.name]: cookie.value } : {} });
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sample-'));
    world = await World.open({ at: NOW, isSetUp: false });
    await make();
  }, 240_000);
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  it('prints its accounts, keeps them for the owner of the data folder alone, and lets everybody sign in', async () => {
    const table = passwordsIn(said.join('\n'));
    expect([...table.keys()]).toEqual(people.map(({ key }) => `${key}@example.com`));
    expect(passwordsIn(await readFile(file(), 'utf8'))).toEqual(table);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    for (const [email, password] of table) expect((await (await signIn(email, password))('/api/session')).json()).toMatchObject({ person: { email }, organisation: { isDemo: true, name: 'Sample Company 示例公司' } });
  });

  it('gives every salesperson a day with something in each bucket', async () => {
    for (const [email, password] of [...passwordsIn(said.join('\n'))].slice(1)) {
      const { buckets } = (await (await signIn(email, password))('/api/my-day')).json<{ buckets: { bucket: string; total: number }[] }>();
      expect(buckets.map(({ bucket }) => bucket)).toEqual(['waiting', 'overdue', 'today', 'cadence', 'no_next_step']);
      expect(buckets.filter(({ total }) => total === 0)).toEqual([]);
    }
  });

  it('has communications that all end with a next step, and nothing that has not happened yet', async () => {
    expect(await count('customers')).toBe(60);
    expect(await count(`follow_ups WHERE kind = 'communication'`)).toBeGreaterThan(150);
    expect(await count(`follow_ups WHERE kind = 'communication' AND next_step IS NULL`)).toBe(0);
    expect(await count(`follow_ups WHERE kind = 'communication' AND (occurred_at > '${NOW}' OR logged_at > '${NOW}' OR logged_at < occurred_at)`)).toBe(0);
    expect(await count(`audit_entries WHERE at > '${NOW}'`)).toBe(0);
    expect(await count(`stage_changes WHERE changed_at > '${NOW}'`)).toBe(0);
    expect(await count(`follow_ups WHERE kind = 'communication' AND EXTRACT(isodow FROM occurred_on) > 5 AND direction = 'outbound' AND occurred_on NOT IN (SELECT day FROM calendar_days WHERE kind = 'working')`)).toBe(0);
    expect(await count(`touchpoints WHERE state = 'scheduled' AND plan_item_id IS NULL GROUP BY customer_id HAVING count(*) > 2`).catch(() => 0)).toBe(0);
  });

  it('has contact plans: one closed, one running and kept in part, one that waits for its decision, a draft', async () => {
    for (const state of ['closed', 'running', 'submitted', 'draft']) expect(await count(`plans WHERE state = '${state}'`)).toBe(1);
    const ofPlan = (state: string, touchpoints: string) => count(`touchpoints t JOIN plan_items i ON i.id = t.plan_item_id JOIN plans p ON p.id = i.plan_id WHERE p.state = '${state}' AND t.state = '${touchpoints}'`);
    expect(await ofPlan('closed', 'done')).toBeGreaterThan(0);
    expect(await ofPlan('closed', 'scheduled')).toBe(0);
    expect(await ofPlan('running', 'scheduled')).toBeGreaterThan(0);
    expect(await count(`follow_ups f JOIN touchpoints t ON t.id = f.touchpoint_id WHERE t.plan_item_id IS NOT NULL`)).toBe((await ofPlan('closed', 'done')) + (await ofPlan('running', 'done')));
    expect(await count(`follow_ups WHERE counted_because = 'plan_window'`)).toBeGreaterThan(0);
  });

  it('has norms that are followed in part, incentives granted and redeemed, requests in each state, a cadence of its own, and people not served yet', async () => {
    expect(await count('norm_versions WHERE until_at IS NULL')).toBe(3);
    const [followed] = await world.database.query<{ required: number; ticked: number }[]>('SELECT sum(required)::int AS required, sum(ticked_required)::int AS ticked FROM norm_answers');
    expect([followed!.ticked > 0, followed!.ticked < followed!.required]).toEqual([true, true]);
    expect(await count('incentives')).toBe(3);
    for (const state of ['granted', 'waiting']) expect(await count(`incentive_grants WHERE state = '${state}'`)).toBeGreaterThan(0);
    expect(await count('incentive_redemptions')).toBeGreaterThan(0);
    for (const state of ['approved', 'returned', 'waiting']) expect(await count(`approvals WHERE subject = 'request' AND state = '${state}'`)).toBe(1);
    expect(await count('cadences WHERE segment_id IS NOT NULL')).toBe(1);
    expect(await count(`customers WHERE cadence_paused_until > '2026-03-10'`)).toBeGreaterThan(0);
    expect(await count('customers WHERE NOT is_served AND served_by IS NOT NULL')).toBeGreaterThan(0);
    expect(await count(`customers WHERE NOT is_served AND NOT is_open`)).toBe(0);
  });

  it('is made once: asked again it adds nothing and prints no password', async () => {
    const before = await count('audit_entries');
    await make();
    expect(said).toEqual([`The sample company is there. Its accounts and first passwords stand in ${file()}.`]);
    expect(await count('audit_entries')).toBe(before);
  });

  it('is completed when its making was interrupted, with new passwords and nothing twice', async () => {
    const entries = `follow_ups WHERE kind IN ('task', 'schedule')`;
    const [tasks, communications] = [await count(entries), await count(`follow_ups WHERE kind = 'communication'`)];
    await world.database.query(`DELETE FROM audit_entries WHERE action = 'demo.made'`);
    await make();
    expect([await count('customers'), await count(entries), await count(`follow_ups WHERE kind = 'communication'`), await count('people')]).toEqual([60, tasks, communications, 3]);
    const [[email, password] = ['', '']] = [...passwordsIn(said.join('\n'))];
    expect((await (await signIn(email, password))('/api/session')).statusCode).toBe(200);
  }, 120_000);
});

it('leaves a real organisation alone', async () => {
  const world = await World.open();
  const databaseUrl = world.app.get<Config>(CONFIG).databaseUrl ?? '';
  const open = (): never => {
    throw new Error('not reached');
  };
  await expect(provideDemo({ databaseUrl, open, now: new Date(NOW), dataDirectory: '/nowhere', say: () => undefined })).rejects.toThrow('this one belongs to Test company');
  await world.close();
});
