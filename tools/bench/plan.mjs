// npm run bench -- --plan [--small]: a plan over 2,000 customers and 12 months (24,000 touchpoints) in a company of 20,000 customers and
// 100,000 communications. The plan is approved half a year ago and kept by 70 of 100 contacts; the clock then stands in the present.
// Prints how long approval, expansion and re-planning take, and p50 and p95 of every page over four connections, beside their limits.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { memoryFlags } from '../lib/workspace.mjs';
import { addCommunications, addCustomers, addPeople } from './dataset.mjs';
import { connect, counted, dist, freshDatabase, openServer, repository, say } from './ground.mjs';
import { send } from './load.mjs';
import { planReads } from './plan-reads.mjs';
import { Caller, PORT, addLeads, keepMonths, planOver, replan } from './plan-steps.mjs';

const LANES = 4;
const PAGE_MS = 300;
const SECONDS_FOR_10_000 = 10;
const MONTHS = 12;

const folder = path.join(repository, '.cache/bench-plan');

const { newId } = await import(`${dist}/platform/ids.js`);
const { gramsFor, sortNameOf } = await import(`${dist}/customers/index.js`);
const { rewriteScopesStatement } = await import(`${dist}/people/scopes.js`);

/** The whole measurement; answers the exit status: 1 where something failed or a limit was passed. */
export async function measurePlan() {
  const isSmall = process.argv.includes('--small');
  const size = isSmall ? { customers: 2_000, communications: 5_000, audience: 100, requests: 40 } : { customers: 20_000, communications: 100_000, audience: 2_000, requests: 200 };
  const { server, stop } = await openServer(folder);
  const product = { child: null };
  try {
    const over = await measure(await freshDatabase(server, 'tangent_bench_plan'), size, product);
    say(over.length ? `\nOver the limit: ${over.join(', ')}` : '\nEverything within the limits.');
    return over.length ? 1 : 0;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    product.child?.kill('SIGTERM');
    await stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(url, size, product) {
  const client = await connect(url);
  const people = await addPeople(client, { newId, rewriteScopes: async () => undefined });
  const leads = await addLeads(client, people.team, newId);
  await client.query(rewriteScopesStatement.text);
  say(`Building ${size.customers} customers with ${size.communications} communications …`);
  const made = await addCustomers(client, size.customers, people, { newId, sortNameOf, namesOf: (name, isPerson) => gramsFor([{ name, isPerson }]) });
  await addCommunications(client, size.communications, made, people, { newId }, 2);
  product.child = await startProduct(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: LANES });
  const tokens = [...people.people.map(({ token }) => token), leads.planner.token, leads.boss.token];
  const [planner, boss] = [new Caller(agent, leads.planner.token), new Caller(agent, leads.boss.token)];
  const begin = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 6, 1));
  const given = { client, agent, product: product.child, planner, boss, begin, months: MONTHS, audience: size.audience, lanes: LANES, people: people.people };

  const plan = await planOver(given);
  const wanted = size.audience * MONTHS;
  say(`\nApproved in ${plan.approval.toFixed(2)} s`);
  const over = plan.touchpoints === wanted ? [] : [`${plan.touchpoints} touchpoints instead of ${wanted}`];
  const seconds = (count) => SECONDS_FOR_10_000 * Math.max(1, count / 10_000);
  over.push(...row(`${plan.touchpoints} touchpoints made`, plan.expansion, seconds(plan.touchpoints), 's'));
  const kept = await keepMonths(given, plan);
  say(`Kept ${kept.kept} contacts in ${kept.months} months at ${kept.perSecond.toFixed(0)}/s`);
  for (const { name, took, count } of await replan(given, plan)) over.push(...row(`${name}: ${count} touchpoints`, took, seconds(count), 's'));

  await client.query('VACUUM ANALYZE');
  say(`\nPages, ${LANES} connections, ${size.requests} requests each:`);
  const operations = await planReads({ ...given, ...made, plan });
  for (const [name, requests] of Object.entries(operations)) {
    let i = 0;
    const once = () => {
      const { person, method = 'GET', path: address, body } = requests[i++ % requests.length];
      return send(agent, PORT, { method, path: address, body, headers: { cookie: `tangent=${tokens.at(person)}` } });
    };
    await counted(LANES, size.requests / 10, once);
    const { p50, p95 } = await counted(LANES, size.requests, once);
    over.push(...row(name, p95, PAGE_MS, 'ms', p50));
  }
  await client.end();
  return over;
}

/** The product over that database, once it listens. */
async function startProduct(url) {
  const environment = { ...process.env, TANGENT_DATA: path.join(folder, 'data') };
  const child = fork(path.join(import.meta.dirname, 'plan-server.mjs'), [url, String(PORT)], { execArgv: memoryFlags, env: environment });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the product did not start')));
  });
  return child;
}

/** Prints a measured value beside its limit; answers its name where the limit was passed. */
function row(name, value, limit, unit, p50 = null) {
  const digits = unit === 's' ? 2 : 1;
  const isOver = value > limit;
  say(`  ${name.padEnd(46)} ${p50 === null ? ''.padEnd(14) : `p50 ${p50.toFixed(1).padStart(7)} ms`} ${p50 === null ? '   ' : 'p95'} ${value.toFixed(digits).padStart(8)} ${unit} (limit ${limit.toFixed(0)} ${unit})${isOver ? '  OVER' : ''}`);
  return isOver ? [name] : [];
}
