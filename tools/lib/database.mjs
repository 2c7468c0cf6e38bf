/** Reaches the product's database, running or not, external or embedded. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './workspace.mjs';

/** Answers `{url, close}`; starts the embedded server for the time being when the product does not run. */
export async function openDatabase(say) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => undefined };
  const directory = join(resolve(process.env.TANGENT_DATA || join(root, '.data')), 'database');
  const { AlreadyRunning, startEmbedded } = await import(join(root, 'backend/dist/platform/database/embedded/index.js'));
  try {
    const server = await startEmbedded({ directory, durable: true, log: say });
    return { url: server.url, close: () => server.stop() };
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    const { port, password } = JSON.parse(readFileSync(`${directory}.access.json`, 'utf8'));
    return { url: `postgres://tangent:${password}@127.0.0.1:${port}/tangent`, close: async () => undefined };
  }
}

/** The product's tables in an order in which every reference points backwards. */
export async function tablesInOrder(client) {
  const { rows: tables } = await client.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`);
  const { rows: references } = await client.query(
    `SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  );
  const ordered = [];
  const visit = (name) => {
    if (ordered.includes(name)) return;
    for (const { from, to } of references) if (from === name) visit(to);
    ordered.push(name);
  };
  for (const { name } of tables) visit(name);
  return ordered;
}
