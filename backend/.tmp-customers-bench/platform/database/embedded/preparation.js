import pg from 'pg';
import { addressOf, APP_NAME } from "./access.js";
/**
 * Makes sure that a started server has the product's role and database, and tells whether it keeps what it
 * acknowledged even if the machine loses power.
 */
export async function prepare(access) {
    const client = new pg.Client({
        connectionString: addressOf(access, 'superuser'),
        connectionTimeoutMillis: 5_000,
        query_timeout: 30_000,
        application_name: 'tangent start',
    });
    // Without a listener the loss of this connection would end the product; the query that is lost with it rejects.
    client.on('error', () => undefined);
    await client.connect();
    try {
        await ensureRole(client, access.password);
        await ensureDatabase(client);
        return { durable: await isDurable(client) };
    }
    finally {
        await client.end();
    }
}
async function ensureRole(client, password) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_NAME]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${APP_NAME} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
}
async function ensureDatabase(client) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [APP_NAME]);
    if (rowCount === 0)
        await client.query(`CREATE DATABASE ${APP_NAME} OWNER ${APP_NAME}`);
}
async function isDurable(client) {
    const { rows } = await client.query(`SELECT setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')`);
    return rows.every(({ setting }) => setting === 'on');
}
