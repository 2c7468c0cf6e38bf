import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createApp } from "../src/app.js";
import { Organisation, Person, Team } from "../src/people/index.js";
import { rewriteScopes } from "../src/people/scopes.js";
import { COOKIES, Sessions } from "../src/people/sessions.js";
import { Clock } from "../src/platform/clock.js";
import { readConfig } from "../src/platform/config.js";
import { newId } from "../src/platform/ids.js";
/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
    constructor(at) {
        super();
        this.at = at;
    }
    now() {
        return new Date(this.at);
    }
    moveTo(instant) {
        this.at = new Date(instant);
    }
    /** Lets so many milliseconds pass. */
    pass(milliseconds) {
        this.at = new Date(this.at.getTime() + milliseconds);
    }
}
/** Somebody who is signed in, and calls the product over HTTP. */
export class TestActor {
    constructor(app, person, token) {
        this.app = app;
        this.person = person;
        this.token = token;
        this.get = (url, headers) => this.call('GET', url, undefined, headers);
        this.post = (url, body = {}, headers) => this.call('POST', url, body, headers);
        this.put = (url, body, headers) => this.call('PUT', url, body, headers);
        this.patch = (url, body, headers) => this.call('PATCH', url, body, headers);
        this.delete = (url, headers) => this.call('DELETE', url, undefined, headers);
    }
    /** `body` is sent as JSON; the answer's `json()` reads it. */
    async call(method, url, body, headers = {}) {
        const request = { method, url, headers, cookies: { [COOKIES.plain]: this.token } };
        return this.app.inject(body === undefined ? request : { ...request, payload: body });
    }
}
/** The whole application on a private database with a clock that stands still. Close it in `afterAll`. */
export class World {
    constructor(app, clock, database, name) {
        this.app = app;
        this.clock = clock;
        this.database = database;
        this.name = name;
        /** Somebody who may do and see everything. */
        this.administrator = () => this.person({ roles: ['administrator'], scope: 'all' });
        /** A call without a session. */
        this.anonymous = (request) => this.app.inject(request);
    }
    /** Opens the world at a moment (an instant); the organisation works in `timeZone`, and is there unless `isSetUp` is false. */
    static async open({ at = '2026-03-10T02:00:00Z', timeZone = 'Asia/Shanghai', isSetUp = true, config = {} } = {}) {
        const name = `world_${newId().replaceAll('-', '')}`;
        await administer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${process.env['TANGENT_TEST_TEMPLATE']}`));
        const clock = new FixedClock(new Date(at));
        const app = await createApp({ ...readConfig({}, '.'), databaseUrl: urlOf(name), pageDirectory: null, poolSize: 5, ...config }, { clock });
        await app.init();
        await app.getHttpAdapter().getInstance().ready();
        const database = app.get(DataSource);
        if (isSetUp)
            await database.getRepository(Organisation).insert({ id: 1, name: 'Test company', timeZone, currency: 'CNY', language: 'en' });
        return new World(app, clock, database, name);
    }
    /** A person with an account and an open session. */
    async person(given = {}) {
        const id = newId();
        const { roles = ['sales'], scope = 'own', ...rest } = given;
        const person = { id, name: `Person ${id.slice(-4)}`, email: `${id}@example.test`, teamId: null, reportsToId: null, timeZone: 'Asia/Shanghai', language: 'en', state: 'active', ...rest, roles, dataScope: scope, createdAt: this.clock.now() };
        await this.database.getRepository(Person).insert(person);
        await rewriteScopes(this.database.manager);
        const token = await this.app.get(Sessions).open(id, { userAgent: 'test', address: '127.0.0.1' });
        return new TestActor(this.app, this.database.getRepository(Person).create(person), token);
    }
    /** A team below `parentId`. */
    async team(name, parentId = null) {
        const team = this.database.getRepository(Team).create({ id: newId(), name, parentId, archivedAt: null });
        await this.database.getRepository(Team).insert(team);
        await rewriteScopes(this.database.manager);
        return team;
    }
    async close() {
        await this.app.close();
        await administer((client) => client.query(`DROP DATABASE ${this.name} WITH (FORCE)`));
    }
}
const urlOf = (name) => {
    const url = new URL(process.env['TANGENT_TEST_URL'] ?? '');
    url.pathname = `/${name}`;
    return url.href;
};
async function administer(work) {
    const client = new Client(process.env['TANGENT_TEST_URL']);
    await client.connect();
    try {
        await work(client);
    }
    finally {
        await client.end();
    }
}
