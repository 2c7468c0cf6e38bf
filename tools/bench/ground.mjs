// What every bench stands on: a server with databases of its own, connections, and load that is counted.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { summary } from './load.mjs';

export const repository = path.resolve(import.meta.dirname, '../..');
export const dist = path.join(repository, 'backend/dist');

const { startEmbedded } = await import(`${dist}/platform/database/embedded/index.js`);
const { migrate } = await import(`${dist}/platform/database/migrate.js`);

export const say = (text) => console.log(text);

/** A PostgreSQL in that folder, emptied before, or the one that DATABASE_URL names: `{server, stop}`. */
export async function openServer(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const embedded = process.env.DATABASE_URL ? null : await startEmbedded({ directory: path.join(folder, 'database'), durable: true, log: () => undefined });
  return { server: process.env.DATABASE_URL ?? embedded.url, stop: () => embedded?.stop() };
}

/** An empty database with all tables on that server; answers its address. */
export async function freshDatabase(server, name) {
  const url = await database(server, name);
  await migrate(url);
  return url;
}

/** The database at that address as it is now, once more under another name; answers its address. */
export const copyOf = (url, name) => database(url, name, `TEMPLATE ${new URL(url).pathname.slice(1)}`);

async function database(server, name, from = '') {
  const maintenance = new URL(server);
  maintenance.pathname = '/postgres';
  const admin = await connect(maintenance.href);
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} ${from}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** A connection that survives the end of its server. */
export async function connect(url) {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** So many requests over all lanes. */
export async function counted(lanes, count, once) {
  const latencies = [];
  let left = Math.round(count);
  const begin = performance.now();
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    while (left-- > 0) {
      const start = performance.now();
      await once(lane);
      latencies.push(performance.now() - start);
    }
  }));
  return summary(latencies, performance.now() - begin);
}
