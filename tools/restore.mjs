/**
 * `npm run restore -- FOLDER`: fills an empty database from a backup. Everything happens in one transaction and is compared
 * with the manifest before it counts; a database that somebody already works in is refused.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openDatabase, tablesInOrder } from './lib/database.mjs';
import { root } from './lib/workspace.mjs';

const folder = process.argv[2] && resolve(process.argv[2]);
if (!folder) {
  console.error('Name the folder of a backup: npm run restore -- /backups/2026-01-31');
  process.exit(2);
}

async function readTable(client, table, expected) {
  const hash = createHash('sha256');
  const look = new Transform({ transform(part, _, done) { hash.update(part); done(null, part); } });
  const copy = client.query(copyFrom(`COPY "${table}" FROM STDIN`));
  await pipeline(createReadStream(join(folder, `${table}.copy.gz`)), createGunzip(), look, copy);
  if (copy.rowCount !== expected.rows || hash.digest('hex') !== expected.sha256) throw new Error(`${table} is not what the manifest says: the backup is damaged`);
  return copy.rowCount;
}

async function restore(client, manifest) {
  const { rows: migrations } = await client.query('SELECT name FROM migrations ORDER BY id');
  if (JSON.stringify(migrations.map(({ name }) => name)) !== JSON.stringify(manifest.migrations))
    throw new Error('The backup is of another version of Tangent: restore it with that version, then upgrade.');
  const { rows: [work] } = await client.query('SELECT EXISTS (SELECT FROM organisation) AS exists');
  if (work.exists) throw new Error('This database is in use: restore into an empty one.');
  const tables = await tablesInOrder(client);
  await client.query(`TRUNCATE ${tables.map((table) => `"${table}"`).join(', ')}`);
  let rows = 0;
  for (const table of tables) if (manifest.tables[table]) rows += await readTable(client, table, manifest.tables[table]);
  return rows;
}

const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const database = await openDatabase(console.log);
const { migrate } = await import(join(root, 'backend/dist/platform/database/migrate.js'));
await migrate(database.url);
const client = new pg.Client({ connectionString: database.url, statement_timeout: 0 });
try {
  await client.connect();
  await client.query('BEGIN');
  const rows = await restore(client, manifest);
  await client.query('COMMIT');
  await client.query('ANALYZE');
  console.log(`Restored ${rows} rows from ${folder}; every table agrees with the manifest.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await client.end();
  await database.close();
}
