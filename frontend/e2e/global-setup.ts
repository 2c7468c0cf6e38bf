import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from './client';
import { fill } from './sample';

const PORT = 3_987;
const LONGEST_START_MS = 120_000;

/** Starts the built product as a newcomer would, sets it up with the code on its console, and gives it something to show. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tangent-journeys-'));
  fs.chmodSync(folder, 0o755);
  const repository = path.resolve(__dirname, '../..');
  const product = spawn(process.execPath, [path.join(repository, 'backend/dist/main.js')], {
    env: { ...process.env, PORT: String(PORT), TANGENT_DATA: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const code = await oneTimeCode(product);
    process.env['TANGENT_ADDRESS'] = `http://127.0.0.1:${PORT}`;
    await fill(new Client(process.env['TANGENT_ADDRESS']), code);
  } catch (error) {
    await stop(product, folder);
    throw error;
  }
  return () => stop(product, folder);
}

function oneTimeCode(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => { reject(new Error(`the product did not start:\n${said}`)); }, LONGEST_START_MS);
    product.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const code = /one-time code (\S+)/.exec(said)?.[1];
      if (!code) return;
      clearTimeout(timer);
      resolve(code);
    });
    product.once('exit', (status) => { clearTimeout(timer); reject(new Error(`the product ended with ${status}:\n${said}`)); });
  });
}

async function stop(product: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => product.once('exit', resolve));
  if (product.exitCode === null) {
    product.kill('SIGTERM');
    await ended;
  }
  fs.rmSync(folder, { recursive: true, force: true });
}
