// npm run faults [-- --times=20]: sixteen clients log contacts with idempotency keys while the API process and the database server are
// killed with SIGKILL, again and again. Afterwards the clients' journal is held against the database: nothing that was acknowledged may be
// missing, nothing may be there twice, and nobody may have lent a hand.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const TIMES = Number(/--times=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 20);
const CLIENTS = 16;
const PORT = 3_977;
const address = `http://127.0.0.1:${PORT}`;
const repository = path.resolve(import.meta.dirname, '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tangent-faults-'));
fs.chmodSync(folder, 0o755);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let cookie = '';
let product;
async function call(method, address_, body, headers = {}) {
  const answer = await fetch(address + address_, { method, signal: AbortSignal.timeout(15_000), headers: { cookie, 'content-type': 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  if (!answer.ok) throw Object.assign(new Error(`${method} ${address_}: ${answer.status} ${text}`), { status: answer.status });
  const given = answer.headers.get('set-cookie');
  if (given) cookie = given.split(';')[0];
  return text ? JSON.parse(text) : undefined;
}

/** Starts the product as people do, and sets it up. */
async function start() {
  product = spawn(process.execPath, [path.join(repository, 'tools/start.mjs')], { cwd: repository, env: { ...process.env, PORT: String(PORT), TANGENT_DATA: folder, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  product.stdout.on('data', (part) => (said += part));
  for (let i = 0; i < 1_200; i++) {
    const code = /one-time code (\S+)/.exec(said)?.[1];
    if (code) {
      await call('POST', '/api/setup', { code, name: 'Sample Administrator', email: 'admin@example.com', password: 'sample words for the faults', organisationName: 'Sample', timeZone: 'Asia/Shanghai', language: 'en' });
      return;
    }
    await pause(100);
  }
  throw new Error(`the product did not start:\n${said}`);
}

/** Logs one contact after the other; each is sent under its key until the server says yes. */
async function client(number, facts, journal, state) {
  for (let i = 0; !state.isOver; i++) {
    const key = randomUUID();
    const text = `contact ${number}-${i}-${key}`;
    const body = { customerId: facts.customers[(number * 7 + i) % facts.customers.length], channelId: facts.channel, dispositionId: facts.reached, text, nextStep: { kind: 'touchpoint', dueOn: facts.dueOn, purpose: 'Next' } };
    state.sent++;
    for (;;) {
      try {
        const { id } = await call('POST', '/api/follow-ups', body, { 'idempotency-key': key });
        journal.push({ id, text });
        break;
      } catch (error) {
        // A refusal for good is a defect; no answer, 409 (busy) and 503 mean: again, under the same key.
        if (error.status && ![409, 503].includes(error.status)) throw error;
        state.retries++;
        await pause(50 + Math.random() * 200);
      }
    }
  }
}

const children = (pid) => {
  const list = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return list.filter((name) => { try { return fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ')[1] === String(pid); } catch { return false; } }).map(Number);
};

function apiPid(product) {
  const below = [...children(product.pid)].flatMap((pid) => [pid, ...children(pid), ...children(pid).flatMap(children)]);
  return below.find((pid) => { try { return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.js'); } catch { return false; } });
}

const postmasterPid = () => { try { return Number(fs.readFileSync(path.join(folder, 'database/postmaster.pid'), 'utf8').split('\n')[0]); } catch { return undefined; } };

async function healed(isRunning) {
  const begin = performance.now();
  while (isRunning && performance.now() - begin < 60_000) {
    if (await call('GET', '/api/health').then(() => true, () => false)) return performance.now() - begin;
    await pause(50);
  }
  throw new Error('the product did not heal within a minute');
}

async function main() {
  await start();
  const { channels, dispositions } = await call('GET', '/api/vocabulary');
  const customers = [];
  for (let i = 0; i < 64; i++) customers.push((await call('POST', '/api/customers', { name: `Sample ${i}`, kind: 'organisation' })).id);
  const facts = { customers, channel: channels.find(({ key }) => key === 'phone').id, reached: dispositions.find(({ key }) => key === 'reached').id, dueOn: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10) };
  const [journal, state] = [[], { isOver: false, sent: 0, retries: 0 }];
  const working = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number, facts, journal, state)));
  // Told at the end, when it is waited for.
  working.catch(() => undefined);
  const recovery = { api: [], database: [] };
  for (let i = 0; i < TIMES; i++)
    for (const [what, pidOf] of [['api', () => apiPid(product)], ['database', postmasterPid]]) {
      await pause(600 + Math.random() * 900);
      const pid = pidOf();
      if (!pid) throw new Error(`no process of the ${what} was found`);
      process.kill(pid, 'SIGKILL');
      await pause(20);
      recovery[what].push(await healed(true));
    }
  await pause(500);
  state.isOver = true;
  await working;
  await compare(journal, state, recovery);
  product.kill('SIGTERM');
  await new Promise((resolve) => product.once('exit', resolve));
}

async function compare(journal, state, recovery) {
  const access = JSON.parse(fs.readFileSync(path.join(folder, 'database.access.json'), 'utf8'));
  const client_ = new pg.Client({ host: '127.0.0.1', port: access.port, user: 'tangent', database: 'tangent', password: access.password ?? access.appPassword });
  await client_.connect();
  const { rows } = await client_.query(`SELECT id, text FROM follow_ups WHERE kind = 'communication'`);
  const { rows: touchpoints } = await client_.query(`SELECT count(*)::int AS open, count(DISTINCT origin_follow_up_id)::int AS origins FROM touchpoints WHERE state = 'scheduled'`);
  await client_.end();
  const stored = new Map(rows.map(({ id, text }) => [id, text]));
  const lost = journal.filter(({ id, text }) => stored.get(id) !== text).length;
  const texts = new Set(rows.map(({ text }) => text));
  const doubled = rows.length - texts.size;
  const unknown = rows.length - journal.length;
  const middle = (list) => (list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] / 1_000).toFixed(1);
  const worst = (list) => (Math.max(...list) / 1_000).toFixed(1);
  console.log(`kill -9: API ${recovery.api.length} times (healed after ${middle(recovery.api)} s, at worst ${worst(recovery.api)} s), database ${recovery.database.length} times (${middle(recovery.database)} s, at worst ${worst(recovery.database)} s)`);
  console.log(`${CLIENTS} clients sent ${state.sent} contacts with ${state.retries} retries; ${journal.length} were acknowledged, ${rows.length} are stored`);
  console.log(`lost: ${lost}, doubled: ${doubled}, stored but never acknowledged: ${unknown}, next touchpoints: ${touchpoints[0].open}`);
  if (lost || doubled || unknown) throw new Error('the journal and the database differ');
}

let failed = false;
try {
  await main();
} catch (error) {
  failed = true;
  console.error(error);
  product?.kill('SIGTERM');
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
