import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, Response } from 'light-my-request';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createApp } from '../src/app.ts';
import { Organisation, Person, type DataScope, type Role, Team } from '../src/people/index.ts';
import { rewriteScopes } from '../src/people/scopes.ts';
import { COOKIES, Sessions } from '../src/people/sessions.ts';
import { Clock } from '../src/platform/clock.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import { newId } from '../src/platform/ids.ts';

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  moveTo(instant: string): void {
    this.at = new Date(instant);
  }

  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

/** Somebody who is signed in, and calls the product over HTTP. */
export class TestActor {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly person: Person,
    private readonly token: string,
  ) {}

  /** `body` is sent as JSON; the answer's `json()` reads it. */
  async call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const request: InjectOptions = { method, url, headers, cookies: { [COOKIES.plain]: this.token } };
    return this.app.inject(body === undefined ? request : { ...request, payload: body as object });
  }

  get = (url: string, headers?: Record<string, string>): Promise<Response> => this.call('GET', url, undefined, headers);
  post = (url: string, body: unknown = {}, headers?: Record<string, string>): Promise<Response> => this.call('POST', url, body, headers);
  put = (url: string, body: unknown, headers?: Record<string, string>): Promise<Response> => this.call('PUT', url, body, headers);
  patch = (url: string, body: unknown, headers?: Record<string, string>): Promise<Response> => this.call('PATCH', url, body, headers);
  delete = (url: string, headers?: Record<string, string>): Promise<Response> => this.call('DELETE', url, undefined, headers);
}

/** The whole application on a private database with a clock that stands still. Close it in `afterAll`. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: FixedClock,
    readonly database: DataSource,
    private readonly name: string,
  ) {}

  /** Opens the world at a moment (an instant); the organisation works in `timeZone`, and is there unless `isSetUp` is false. */
  static async open({ at = '2026-03-10T02:00:00Z', timeZone = 'Asia/Shanghai', isSetUp = true, config = {} }: { at?: string; timeZone?: string; isSetUp?: boolean; config?: Partial<Config> } = {}): Promise<World> {
    const name = `world_${newId().replaceAll('-', '')}`;
    await administer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${process.env['TANGENT_TEST_TEMPLATE']}`));
    const clock = new FixedClock(new Date(at));
    const app = await createApp({ ...readConfig({}, '.'), databaseUrl: urlOf(name), pageDirectory: null, poolSize: 5, ...config }, { clock });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const database = app.get(DataSource);
    if (isSetUp) await database.getRepository(Organisation).insert({ id: 1, name: 'Test company', timeZone, currency: 'CNY', language: 'en' });
    return new World(app, clock, database, name);
  }

  /** A person with an account and an open session. */
  async person(given: Partial<Pick<Person, 'name' | 'teamId' | 'reportsToId' | 'timeZone' | 'language'>> & { roles?: Role[]; scope?: DataScope } = {}): Promise<TestActor> {
    const id = newId();
    const { roles = ['sales'], scope = 'own', ...rest } = given;
    const person = { id, name: `Person ${id.slice(-4)}`, email: `${id}@example.test`, teamId: null, reportsToId: null, timeZone: 'Asia/Shanghai', language: 'en' as const, state: 'active' as const, ...rest, roles, dataScope: scope, createdAt: this.clock.now() };
    await this.database.getRepository(Person).insert(person);
    await rewriteScopes(this.database.manager);
    const token = await this.app.get(Sessions).open(id, { userAgent: 'test', address: '127.0.0.1' });
    return new TestActor(this.app, this.database.getRepository(Person).create(person), token);
  }

  /** Somebody who may do and see everything. */
  administrator = (): Promise<TestActor> => this.person({ roles: ['administrator'], scope: 'all' });

  /** A team below `parentId`. */
  async team(name: string, parentId: string | null = null): Promise<Team> {
    const team = this.database.getRepository(Team).create({ id: newId(), name, parentId, archivedAt: null });
    await this.database.getRepository(Team).insert(team);
    await rewriteScopes(this.database.manager);
    return team;
  }

  /** A call without a session. */
  anonymous = (request: InjectOptions): Promise<Response> => this.app.inject(request);

  async close(): Promise<void> {
    await this.app.close();
    // A server's own vacuum in it may forbid that; the whole server goes away at the end of the run.
    await administer((client) => client.query(`DROP DATABASE ${this.name} WITH (FORCE)`)).catch(() => undefined);
  }
}

const urlOf = (name: string): string => {
  const url = new URL(process.env['TANGENT_TEST_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
};

async function administer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(process.env['TANGENT_TEST_URL']);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
