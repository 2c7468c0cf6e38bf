/**
 * `npm run backup -- FOLDER`: writes everything in the database into a new folder, one compressed file a table, all from one
 * snapshot, while people go on working. The manifest holds row counts and checksums; restore verifies them.
 */
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { openDatabase, tablesInOrder } from './lib/database.mjs';

const folder = process.argv[2] && resolve(process.argv[2]);
if (!folder) {
  console.error('Name a folder: npm run backup -- /backups/2026-01-31');
  process.exit(2);
}
if (existsSync(folder)) {
  console.error(`${folder} is there already: name a new folder.`);
  process.exit(2);
}

/** Writes one table; answers its row count and the SHA-256 of its uncompressed text. */
async function writeTable(client, table, file) {
  const hash = createHash('sha256');
  const look = new Transform({ transform(part, _, done) { hash.update(part); done(null, part); } });
  const copy = client.query(copyTo(`COPY "${table}" TO STDOUT`));
  await pipeline(copy, look, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { rows: copy.rowCount, sha256: hash.digest('hex') };
}

const database = await openDatabase(console.log);
const client = new pg.Client({ connectionString: database.url, statement_timeout: 0 });
try {
  await client.connect();
  const unfinished = `${folder}.unfinished`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows: migrations } = await client.query('SELECT name FROM migrations ORDER BY id');
  const tables = {};
  for (const table of await tablesInOrder(client)) tables[table] = await writeTable(client, table, join(unfinished, `${table}.copy.gz`));
  await client.query('COMMIT');
  writeFileSync(join(unfinished, 'manifest.json'), `${JSON.stringify({ format: 1, migrations: migrations.map(({ name }) => name), tables }, null, 2)}\n`, { mode: 0o600 });
  // Only a whole backup gets the name.
  renameSync(unfinished, folder);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(`Backed up ${rows} rows of ${Object.keys(tables).length} tables into ${folder}`);
} finally {
  await client.end();
  await database.close();
}
