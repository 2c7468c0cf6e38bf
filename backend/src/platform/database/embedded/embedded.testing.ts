import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { livingPostmaster } from './postmaster.ts';

/** A temporary data folder for a test, and its removal. */
export async function temporaryFolder(): Promise<{ directory: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'tangent-embedded-'));
  return { directory: join(root, 'data', 'postgres'), remove: () => rm(root, { recursive: true, force: true }) };
}

/** Asks one question on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Kills the server of a folder as a power cut would, and gives its process id. */
export function killServer(directory: string): number {
  const pid = livingPostmaster(directory)?.pid;
  if (pid === undefined) throw new Error(`No server runs in ${directory}.`);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** The user id that a Linux process runs as. */
export const userOf = (pid: number): number =>
  Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]);

/** Another process that holds the folder, as the product does. */
export interface OtherApp {
  readonly process: ChildProcess;
  /** What `startEmbedded` gave it, or the message that it failed with. */
  readonly outcome: { url?: string; adopted?: boolean; error?: string };
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts another process over the folder, as `uid` if given, and waits until its database is up or refused. */
export async function startOtherApp(directory: string, uid?: number): Promise<OtherApp> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script(directory)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString()));
    child.once('exit', () => reject(new Error('The other app ended without a word.')));
  });
  return {
    process: child,
    outcome: JSON.parse(line) as OtherApp['outcome'],
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

const script = (directory: string): string => `
  import { startEmbedded, stopOnSignals } from ${JSON.stringify(new URL('index.ts', `file://${import.meta.dirname}/`).href)};
  try {
    const { url, adopted, announce, stop } = await startEmbedded({
      directory: ${JSON.stringify(directory)}, durable: true, log: () => undefined,
    });
    announce('http://127.0.0.1:3000');
    stopOnSignals(stop);
    setInterval(() => undefined, 1000);
    console.log(JSON.stringify({ url, adopted }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }`;
