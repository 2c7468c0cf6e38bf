// What the bench of plans stands on: a database of its own, the product with a clock that can be set, and load that is counted.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { memoryFlags } from '../lib/workspace.mjs';
import { summary } from './load.mjs';

export const repository = path.resolve(import.meta.dirname, '../..');
export const dist = path.join(repository, 'backend/dist');
export const folder = path.join(repository, '.cache/bench-plan');
/** Where the product listens. */
export const PORT = 3_995;

const { startEmbedded } = await import(`${dist}/platform/database/embedded/index.js`);
const { migrate } = await import(`${dist}/platform/database/migrate.js`);

export const say = (text) => console.log(text);

/** A PostgreSQL with an empty folder of its own, or the one that DATABASE_URL names: `{server, stop}`. */
export async function openServer() {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const embedded = process.env.DATABASE_URL ? null : await startEmbedded({ directory: path.join(folder, 'database'), durable: true, log: () => undefined });
  return { server: process.env.DATABASE_URL ?? embedded.url, stop: () => embedded?.stop() };
}

/** An empty database with all tables on that server; answers its address. */
export async function freshDatabase(server) {
  const admin = await connect(server);
  await admin.query('DROP DATABASE IF EXISTS tangent_bench_plan WITH (FORCE)');
  await admin.query('CREATE DATABASE tangent_bench_plan');
  await admin.end();
  const url = new URL(server);
  url.pathname = '/tangent_bench_plan';
  await migrate(url.href);
  return url.href;
}

/** A connection that survives the end of its server. */
export async function connect(url) {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The product over that database, once it listens. */
export async function startProduct(url) {
  const environment = { ...process.env, TANGENT_DATA: path.join(folder, 'data') };
  const child = fork(path.join(import.meta.dirname, 'plan-server.mjs'), [url, String(PORT)], { execArgv: memoryFlags, env: environment });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the product did not start')));
  });
  return child;
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
