// npm run bench [-- --small]: builds a data set, measures the product over HTTP with eight connections, and beside it, in turns,
// the same statements sent straight to PostgreSQL and played by a bare node:http + pg server. Prints medians of five rounds.
import { fork, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { memoryFlags } from '../lib/workspace.mjs';
import { addCommunications, addCustomers, addPeople } from './dataset.mjs';
import { press, send, summary } from './load.mjs';
import { contactWith, reads } from './operations.mjs';
import { readRecording, record } from './recording.mjs';

const isSmall = process.argv.includes('--small');
const SIZE = isSmall ? { customers: 4_000, first: 4_000, all: 20_000, milliseconds: 400, logs: 60, rounds: 3 } : { customers: 200_000, first: 100_000, all: 1_000_000, milliseconds: 2_000, logs: 800, rounds: 5 };
const LANES = 8;
const repository = path.resolve(import.meta.dirname, '../..');
const dist = path.join(repository, 'backend/dist');
const folder = path.join(repository, '.cache/bench');
const API_PORT = 3_997;
const YARDSTICK_PORT = 3_998;

const { startEmbedded } = await import(`${dist}/platform/database/embedded/index.js`);
const { migrate } = await import(`${dist}/platform/database/migrate.js`);
const { newId } = await import(`${dist}/platform/ids.js`);
const { gramsFor, sortNameOf } = await import(`${dist}/customers/index.js`);
const { rewriteScopesStatement } = await import(`${dist}/people/scopes.js`);

const say = (text) => console.log(text);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const medianOf = (rounds) => ({ perSecond: median(rounds.map((r) => r.perSecond)), p50: median(rounds.map((r) => r.p50)), p95: median(rounds.map((r) => r.p95)) });

fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
const embedded = process.env.DATABASE_URL ? null : await startEmbedded({ directory: path.join(folder, 'database'), durable: true, log: () => undefined });
const server = process.env.DATABASE_URL ?? embedded.url;
const children = [];

async function main() {
  const url = await freshDatabase();
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  const people = await addPeople(client, { newId, rewriteScopes: (on) => on.query(rewriteScopesStatement.text) });
  say(`Building ${SIZE.customers} customers …`);
  const made = await addCustomers(client, SIZE.customers, people, { newId, sortNameOf, namesOf: (name, isPerson) => gramsFor([{ name, isPerson }]) });
  await addCommunications(client, SIZE.first, made, people, { newId }, 2);
  const facts = { ...made, ...(await vocabulary(client)) };
  const api = await startApi(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: LANES });
  const tokens = people.people.map(({ token }) => token);
  const operations = reads(facts, 200);
  const logs = { next: Math.floor(SIZE.customers / 2) };

  say(`\nAt ${SIZE.first} communications:`);
  const before = await productAlone({ agent, tokens, operations, facts, logs });
  say(`\nAdding up to ${SIZE.all} communications …`);
  await addCommunications(client, SIZE.all - SIZE.first, made, people, { newId }, 3);
  const { after, straight, yardstick } = await sideBySide({ url, agent, tokens, operations, facts, logs });
  print(before, after, straight, yardstick);
  say(`\nMemory of the API process after the bench: ${(residentBytes(api.pid) / 1_048_576).toFixed(0)} MB`);
  await client.end();
}

async function freshDatabase() {
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query('DROP DATABASE IF EXISTS tangent_bench WITH (FORCE)');
  await admin.query('CREATE DATABASE tangent_bench');
  await admin.end();
  const url = new URL(server);
  url.pathname = '/tangent_bench';
  await migrate(url.href);
  return url.href;
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

async function startApi(url) {
  const api = spawn(process.execPath, [...memoryFlags, path.join(dist, 'main.js')], { env: { ...process.env, DATABASE_URL: url, PORT: String(API_PORT), TANGENT_DATA: path.join(folder, 'data') }, stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(api);
  for (let i = 0; i < 200; i++) {
    if (await send(undefined, API_PORT, { path: '/api/health' }).then(() => true, () => false)) return api;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the API did not start');
}

const cookieOf = (token) => ({ cookie: `tangent=${token}` });

const readProduct = ({ agent, tokens }, requests) => {
  let i = 0;
  return () => { const { person, path: address } = requests[i++ % requests.length]; return send(agent, API_PORT, { path: address, headers: cookieOf(tokens[person]) }); };
};

const logProduct = ({ agent, tokens, facts, logs }) => () => {
  const c = logs.next++;
  return send(agent, API_PORT, { method: 'POST', path: '/api/follow-ups', body: contactWith(c, facts), headers: { ...cookieOf(tokens[c % 40]), 'idempotency-key': newId() } });
};

async function productAlone(given) {
  const results = {};
  for (const [name, requests] of Object.entries(given.operations)) {
    const once = readProduct(given, requests);
    await press({ lanes: LANES, milliseconds: SIZE.milliseconds / 2, once });
    const rounds = [];
    for (let round = 0; round < SIZE.rounds; round++) rounds.push(await press({ lanes: LANES, milliseconds: SIZE.milliseconds, once }));
    results[name] = medianOf(rounds);
  }
  await counted(SIZE.logs / 4, logProduct(given));
  const rounds = [];
  for (let round = 0; round < SIZE.rounds; round++) rounds.push(await counted(SIZE.logs / 2, logProduct(given)));
  results['log a contact'] = medianOf(rounds);
  for (const [name, { perSecond, p50, p95 }] of Object.entries(results)) say(`  ${name.padEnd(32)} ${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms`);
  return results;
}

/** So many requests over all lanes. */
async function counted(count, once) {
  const latencies = [];
  let left = Math.round(count);
  const begin = performance.now();
  await Promise.all(Array.from({ length: LANES }, async (_, lane) => {
    while (left-- > 0) {
      const start = performance.now();
      await once(lane);
      latencies.push(performance.now() - start);
    }
  }));
  return summary(latencies, performance.now() - begin);
}

async function sideBySide(given) {
  const { url, tokens, operations, facts } = given;
  const perRound = SIZE.logs;
  const logCount = perRound * (SIZE.rounds + 1);
  const file = path.join(folder, 'recording.jsonl');
  say('Recording the statements that the product sends …');
  await recordAll(url, tokens, operations, facts, 2 * logCount, file);
  const recording = readRecording(file);
  const yard = fork(path.join(import.meta.dirname, 'yardstick.mjs'), [url, String(YARDSTICK_PORT), file]);
  children.push(yard);
  await new Promise((resolve) => yard.once('message', resolve));
  const clients = await Promise.all(Array.from({ length: LANES }, async () => { const one = new pg.Client(url); one.on('error', () => undefined); await one.connect(); return one; }));
  const yardAgent = new http.Agent({ keepAlive: true, maxSockets: LANES });
  const play = async (lane, key) => { for (const statement of recording.get(key)) await clients[lane].query(statement); };
  const results = { after: {}, straight: {}, yardstick: {} };

  for (const [name, requests] of Object.entries(operations)) {
    let i = 0;
    const ways = {
      after: readProduct(given, requests),
      straight: (lane) => play(lane, encodeURI(`/${name}/${i++ % requests.length}`)),
      yardstick: () => send(yardAgent, YARDSTICK_PORT, { path: encodeURI(`/${name}/${i++ % requests.length}`) }),
    };
    const rounds = { after: [], straight: [], yardstick: [] };
    for (let round = -1; round < SIZE.rounds; round++)
      for (const way of Object.keys(ways)) { const one = await press({ lanes: LANES, milliseconds: round < 0 ? SIZE.milliseconds / 2 : SIZE.milliseconds, once: ways[way] }); if (round >= 0) rounds[way].push(one); }
    for (const way of Object.keys(ways)) results[way][name] = medianOf(rounds[way]);
  }

  let played = 0;
  const ways = {
    after: logProduct(given),
    straight: (lane) => play(lane, `/log/${played++}`),
    yardstick: () => { const c = played++; return send(yardAgent, YARDSTICK_PORT, { method: 'POST', path: `/log/${c}`, body: contactWith(c, facts) }); },
  };
  const rounds = { after: [], straight: [], yardstick: [] };
  for (let round = -1; round < SIZE.rounds; round++) for (const way of Object.keys(ways)) { const one = await counted(perRound, ways[way]); if (round >= 0) rounds[way].push(one); }
  for (const way of Object.keys(ways)) results[way]['log a contact'] = medianOf(rounds[way]);
  await Promise.all(clients.map((one) => one.end()));
  return results;
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

function print(before, after, straight, yardstick) {
  const cell = (text, width = 9) => String(text).padStart(width);
  say(`\nAt ${SIZE.all} communications, ${LANES} connections, medians of ${SIZE.rounds} rounds:`);
  say(`${''.padEnd(32)}${cell('product')}${cell('p50 ms')}${cell('p95 ms')}${cell('straight')}${cell('bare')}${cell('÷ straight', 12)}${cell('÷ bare')}${cell('growth')}`);
  for (const name of Object.keys(after)) {
    const [p, s, y] = [after[name], straight[name], yardstick[name]];
    say(`${name.padEnd(32)}${cell(`${p.perSecond.toFixed(0)}/s`)}${cell(p.p50.toFixed(1))}${cell(p.p95.toFixed(1))}${cell(`${s.perSecond.toFixed(0)}/s`)}${cell(`${y.perSecond.toFixed(0)}/s`)}${cell((p.perSecond / s.perSecond).toFixed(2), 12)}${cell((p.perSecond / y.perSecond).toFixed(2))}${cell((before[name].perSecond / p.perSecond).toFixed(2))}`);
  }
  say('growth: throughput at the smaller number of communications divided by that at the larger one.');
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
  await embedded?.stop();
}
process.exit(failed ? 1 : 0);
