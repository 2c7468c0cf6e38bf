import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accessFile } from './access.ts';
import { ask, temporaryFolder, startOtherApp, userOf } from './embedded.testing.ts';
import { startEmbedded, type Embedded } from './index.ts';
import { livingPostmaster } from './postmaster.ts';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const nobodyReachesTheCode =
  isRoot &&
  spawnSync(process.execPath, ['--eval', `fs.readdirSync('${import.meta.dirname}')`], { uid: NOBODY }).status === 0;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let running: Embedded | undefined;

const start = async (durable = true): Promise<Embedded> =>
  (running = await startEmbedded({ directory: folder.directory, durable, log: () => undefined }));

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await folder.remove();
});

describe('the first start', () => {
  it('gives a database that sorts and searches text of every language, for a role that is no superuser', async () => {
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    await ask(url, 'CREATE EXTENSION pg_trgm');
    const names = await ask<{ name: string }>(
      url,
      `SELECT name FROM (VALUES ('Zeiss'), ('Öko'), ('abel'), ('ACME')) v (name) ORDER BY name`,
    );
    expect(names.map(({ name }) => name)).toEqual(['abel', 'ACME', 'Öko', 'Zeiss']);
    expect(
      await ask(url, `SELECT array_length(show_trgm('张三'), 1) AS n, usesuper FROM pg_user WHERE usename = user`),
    ).toEqual([{ n: 3, usesuper: false }]);
  });

  it('keeps its passwords in a file that only its owner can read, and listens on loopback alone', async () => {
    const { url } = await start();
    expect(statSync(accessFile(folder.directory)).mode & 0o777).toBe(0o600);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    const wrong = url.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(await ask(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('is durable unless a test asked for speed', async () => {
    const { url, stop } = await start();
    expect(await ask(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await stop();
    expect(await ask((await start(false)).url, 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
  });
});

describe('a later start', () => {
  it('finds the data and the address of before', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('makes new passwords when the file that held them was lost, and keeps the data', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    rmSync(accessFile(folder.directory));
    const second = await start();
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('refuses a folder with other things in it, and data of another major version', async () => {
    mkdirSync(folder.directory, { recursive: true });
    const version = join(folder.directory, 'PG_VERSION');
    writeFileSync(`${version}.txt`, 'a note');
    await expect(start()).rejects.toThrow('is not empty and holds no database');
    writeFileSync(version, '12\n');
    await expect(start()).rejects.toThrow('were written by PostgreSQL 12');
  });

  it('throws away what an interrupted first start left', async () => {
    mkdirSync(`${folder.directory}.new/base`, { recursive: true });
    expect(await ask((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('accounts', () => {
  it('lets the server run as someone who is not root', async () => {
    await start();
    const pid = livingPostmaster(folder.directory)?.pid ?? 0;
    expect(userOf(pid)).not.toBe(0);
    expect(readFileSync(accessFile(folder.directory), 'utf8')).toContain('password');
  });

  it('works for root below a folder that only root may enter', async () => {
    mkdirSync(dirname(folder.directory), { recursive: true });
    chmodSync(dirname(dirname(folder.directory)), 0o700);
    expect(await ask((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('works for an ordinary user', async () => {
    const uid = nobodyReachesTheCode ? NOBODY : undefined;
    if (uid !== undefined) spawnSync('chown', [String(uid), dirname(dirname(folder.directory))]);
    const app = await startOtherApp(folder.directory, uid);
    expect(app.outcome).toMatchObject({ adopted: false });
    expect(await app.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect((await start()).adopted).toBe(false);
  });
});
