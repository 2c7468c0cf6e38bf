import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type Embedded, startEmbedded } from '../src/platform/database/embedded/index.ts';
import { migrate } from '../src/platform/database/migrate.ts';

declare global {
  var testDatabase: { embedded: Embedded | null; directory: string | null };
}

/** One real PostgreSQL for the whole run, with a migrated template that every spec file clones. */
export default async function setup(): Promise<void> {
  const external = process.env['TEST_DATABASE_URL'];
  const directory = external ? null : fs.mkdtempSync(path.join(os.tmpdir(), 'tangent-test-'));
  if (directory) fs.chmodSync(directory, 0o755);
  const embedded = directory ? await startEmbedded({ directory: path.join(directory, 'database'), durable: false, log: () => undefined }) : null;
  const url = external ?? embedded?.url ?? '';
  const template = `template_${process.pid}`;
  const client = new Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  process.env['TANGENT_TEST_URL'] = url;
  process.env['TANGENT_TEST_TEMPLATE'] = template;
  globalThis.testDatabase = { embedded, directory };
}
