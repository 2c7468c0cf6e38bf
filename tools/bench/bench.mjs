// npm run bench [-- --small]: builds a data set, measures the product over HTTP with eight connections, and beside it, in turns,
// the product on a tenth of the communications, the same statements sent straight to PostgreSQL, and those played by a bare
// node:http + pg server. Prints medians of five rounds. With --plan: a contact plan of 24,000 touchpoints instead (plan.mjs).
import { fork, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { memoryFlags } from '../lib/workspace.mjs';
import { addCommunications, addCustomers, addPeople } from './dataset.mjs';
import { connect, copyOf, counted, dist, freshDatabase, openServer, repository, say } from './ground.mjs';
import { press, send } from './load.mjs';
import { contactWith, reads } from './operations.mjs';
import { readRecording, record } from './recording.mjs';

if (process.argv.includes('--plan')) process.exit(await (await import('./plan.mjs')).measurePlan());

const isSmall = process.argv.includes('--small');
const SIZE = isSmall ? { customers: 4_000, first: 4_000, all: 20_000, milliseconds: 400, logs: 60, rounds: 3 } : { customers: 200_000, first: 100_000, all: 1_000_000, milliseconds: 2_000, logs: 800, rounds: 5 };
const LANES = 8;
const folder = path.join(repository, '.cache/bench');
const API_PORT = 3_997;
const SMALL_API_PORT = 3_996;
const YARDSTICK_PORT = 3_998;

const { newId } = await import(`${dist}/platform/ids.js`);
const { gramsFor, sortNameOf } = await import(`${dist}/customers/index.js`);
const { rewriteScopesStatement } = await import(`${dist}/people/scopes.js`);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const medianOf = (rounds) => ({ perSecond: median(rounds.map((r) => r.perSecond)), p50: median(rounds.map((r) => r.p50)), p95: median(rounds.map((r) => r.p95)) });

const { server, stop } = await openServer(folder);
const children = [];

async function main() {
  const url = await freshDatabase(server, 'tangent_bench');
  let client = await connect(url);
  const people = await addPeople(client, { newId, rewriteScopes: (on) => on.query(rewriteScopesStatement.text) });
  say(`Building ${SIZE.customers} customers …`);
  const made = await addCustomers(client, SIZE.customers, people, { newId, sortNameOf, namesOf: (name, isPerson) => gramsFor([{ name, isPerson }]) });
  await addCommunications(client, SIZE.first, made, people, { newId }, 2);
  await client.end();
  const smallUrl = await copyOf(url, 'tangent_bench_small');
  client = await connect(url);
  say(`Adding up to ${SIZE.all} communications …`);
  await addCommunications(client, SIZE.all - SIZE.first, made, people, { newId }, 3);
  const facts = { ...made, ...(await vocabulary(client)) };
  const tokens = people.people.map(({ token }) => token);
  const operations = reads(facts, 200);
  say('Recording the statements that the product sends …');
  const file = path.join(folder, 'recording.jsonl');
  await recordAll(url, tokens, operations, facts, 2 * SIZE.logs * (SIZE.rounds + 1), file);
  const api = await startApi(url, API_PORT);
  await startApi(smallUrl, SMALL_API_PORT);
  print(await sideBySide({ url, file, tokens, operations, facts }));
  say(`\nMemory of the API process after the bench: ${(residentBytes(api.pid) / 1_048_576).toFixed(0)} MB`);
  await client.end();
}

async function vocabulary(client) {
  const list = async (sql) => (await client.query(sql)).rows.map(({ value }) => value);
  const disposition = async (kind) => (await list(`SELECT id AS value FROM dispositions WHERE kind = '${kind}'`))[0];
  return {
    tiers: await list('SELECT id AS value FROM tiers ORDER BY position'),
    stages: await list('SELECT id AS value FROM stages ORDER BY position'),
    channel: (await list('SELECT id AS value FROM channels ORDER BY position LIMIT 1'))[0],
    phones: await list(`SELECT value FROM contact_points WHERE kind = 'phone' LIMIT 2000`),
    reached: await disposition('reached'),
    noAnswer: await disposition('no_answer'),
  };
}

async function startApi(url, port) {
  const environment = { ...process.env, DATABASE_URL: url, PORT: String(port), TANGENT_DATA: path.join(folder, `data-${port}`) };
  const api = spawn(process.execPath, [...memoryFlags, path.join(dist, 'main.js')], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(api);
  for (let i = 0; i < 200; i++) {
    if (await send(undefined, port, { path: '/api/health' }).then(() => true, () => false)) return api;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the API did not start');
}

const cookieOf = (token) => ({ cookie: `tangent=${token}` });

function readProduct(port, tokens, requests) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: LANES });
  let i = 0;
  return () => { const { person, path: address } = requests[i++ % requests.length]; return send(agent, port, { path: address, headers: cookieOf(tokens[person]) }); };
}

function logProduct(port, tokens, facts) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: LANES });
  let next = Math.floor(SIZE.customers / 2);
  return () => {
    const c = next++;
    return send(agent, port, { method: 'POST', path: '/api/follow-ups', body: contactWith(c, facts), headers: { ...cookieOf(tokens[c % 40]), 'idempotency-key': newId() } });
  };
}

/** The medians of each operation in each way: the product with all communications, with the first of them, and the two yardsticks. */
async function sideBySide({ url, file, tokens, operations, facts }) {
  const recording = readRecording(file);
  const yard = fork(path.join(import.meta.dirname, 'yardstick.mjs'), [url, String(YARDSTICK_PORT), file]);
  children.push(yard);
  await new Promise((resolve) => yard.once('message', resolve));
  const clients = await Promise.all(Array.from({ length: LANES }, () => connect(url)));
  const yardAgent = new http.Agent({ keepAlive: true, maxSockets: LANES });
  const play = async (lane, key) => { for (const statement of recording.get(key)) await clients[lane].query(statement); };
  const results = {};
  for (const [name, requests] of Object.entries(operations)) {
    let i = 0;
    const ways = {
      product: readProduct(API_PORT, tokens, requests),
      small: readProduct(SMALL_API_PORT, tokens, requests),
      straight: (lane) => play(lane, encodeURI(`/${name}/${i++ % requests.length}`)),
      bare: () => send(yardAgent, YARDSTICK_PORT, { path: encodeURI(`/${name}/${i++ % requests.length}`) }),
    };
    results[name] = await inTurns(ways, (once, isWarming) => press({ lanes: LANES, milliseconds: isWarming ? SIZE.milliseconds / 2 : SIZE.milliseconds, once }));
  }
  let played = 0;
  const ways = {
    product: logProduct(API_PORT, tokens, facts),
    small: logProduct(SMALL_API_PORT, tokens, facts),
    straight: (lane) => play(lane, `/log/${played++}`),
    bare: () => { const c = played++; return send(yardAgent, YARDSTICK_PORT, { method: 'POST', path: `/log/${c}`, body: contactWith(c, facts) }); },
  };
  results['log a contact'] = await inTurns(ways, (once) => counted(LANES, SIZE.logs, once));
  await Promise.all(clients.map((one) => one.end()));
  return results;
}

/** Every way once in each round, so that a slower minute of the machine meets them all alike; the first round only warms up. */
async function inTurns(ways, measure) {
  const rounds = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round <= SIZE.rounds; round++)
    for (const [way, once] of Object.entries(ways)) {
      const one = await measure(once, round === 0);
      if (round > 0) rounds[way].push(one);
    }
  return Object.fromEntries(Object.entries(rounds).map(([way, all]) => [way, medianOf(all)]));
}

async function recordAll(url, tokens, operations, facts, logCount, file) {
  const { createApp } = await import(`${dist}/app.js`);
  const { readConfig } = await import(`${dist}/platform/config.js`);
  const app = await createApp({ ...readConfig({}, repository), databaseUrl: url, pageDirectory: null });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const requests = [];
  for (const [name, list] of Object.entries(operations)) for (const [i, { person, path: address }] of list.entries()) requests.push({ key: encodeURI(`/${name}/${i}`), request: { method: 'GET', url: address, headers: cookieOf(tokens[person]) } });
  for (let c = 0; c < logCount; c++) requests.push({ key: `/log/${c}`, request: { method: 'POST', url: '/api/follow-ups', payload: contactWith(c, facts), headers: { ...cookieOf(tokens[c % 40]), 'idempotency-key': newId() } } });
  await record(app, requests, file);
  await app.close();
}

function print(results) {
  const cell = (text, width = 9) => String(text).padStart(width);
  const perSecond = (way) => cell(`${way.perSecond.toFixed(0)}/s`);
  const ratio = (a, b, width = 9) => cell((a.perSecond / b.perSecond).toFixed(2), width);
  say(`\nAt ${SIZE.all} communications, ${LANES} connections, medians of ${SIZE.rounds} rounds:`);
  say(`${''.padEnd(32)}${cell('product')}${cell('p50 ms')}${cell('p95 ms')}${cell('straight')}${cell('bare')}${cell('÷ straight', 12)}${cell('÷ bare')}${cell('growth')}`);
  for (const [name, { product, small, straight, bare }] of Object.entries(results))
    say(`${name.padEnd(32)}${perSecond(product)}${cell(product.p50.toFixed(1))}${cell(product.p95.toFixed(1))}${perSecond(straight)}${perSecond(bare)}${ratio(product, straight, 12)}${ratio(product, bare)}${ratio(small, product)}`);
  say(`growth: throughput at ${SIZE.first} communications divided by that at ${SIZE.all}, measured in turns.`);
}

function residentBytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;
  } catch {
    return NaN;
  }
}

let failed = false;
try {
  await main();
} catch (error) {
  console.error(error);
  failed = true;
} finally {
  for (const child of children) child.kill('SIGTERM');
  await stop();
}
process.exit(failed ? 1 : 0);
