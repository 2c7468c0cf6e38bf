// What happens to the plan that is measured, through the product's own API: written, submitted, approved, kept month by month, changed.
import { createHash, randomBytes } from 'node:crypto';
import { counted } from './ground.mjs';
import { send } from './load.mjs';
import { randomFrom } from './dataset.mjs';

/** Where the product listens. */
export const PORT = 3_995;

const KEPT = 0.7;
const LONGEST_WAIT_MS = 300_000;
const day = (date) => date.toISOString().slice(0, 10);
const monthsFrom = (date, months, dayOfMonth) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, dayOfMonth));

/** Somebody who calls the product. */
export class Caller {
  constructor(agent, token) {
    this.agent = agent;
    this.token = token;
  }

  async call(method, path, body, version) {
    const headers = { cookie: `tangent=${this.token}`, ...(version === undefined ? {} : { 'if-match': String(version) }) };
    const text = await send(this.agent, PORT, { method, path, body, headers });
    return text ? JSON.parse(text) : undefined;
  }

  get = (path) => this.call('GET', path);
  post = (path, body = {}, version) => this.call('POST', path, body, version);
}

/** Who plans and who decides, each with a session. */
export async function addLeads(client, team, newId) {
  const lead = async (name, roles, scope, reportsTo) => {
    const [id, token] = [newId(), randomBytes(32).toString('base64url')];
    await client.query(
      `INSERT INTO people (id, name, email, team_id, reports_to_id, roles, data_scope, state, language, time_zone, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', 'en', 'Asia/Shanghai', now())`,
      [id, name, `${name.toLowerCase()}@example.test`, team, reportsTo, roles, scope],
    );
    await client.query(
      `INSERT INTO sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at, user_agent, address) VALUES ($1, $2, $3, now(), now(), now() + interval '1 day', 'bench', '')`,
      [createHash('sha256').update(token).digest(), newId(), id],
    );
    return { id, token };
  };
  const boss = await lead('Boss', ['manager'], 'all', null);
  return { boss, planner: await lead('Planner', ['manager', 'team_lead'], 'team', boss.id) };
}

/** Sets the product's clock, and closes the windows that are over by then where that is said. */
function moveClock(product, at, closes = false) {
  const done = new Promise((resolve) => product.once('message', resolve));
  product.send({ at: at?.toISOString() ?? null, closes });
  return done;
}

async function until(isReached) {
  const start = performance.now();
  while (!(await isReached())) {
    if (performance.now() - start > LONGEST_WAIT_MS) throw new Error('the touchpoints of the plan were not made in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance.now() - start) / 1_000;
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1_000 };
}

/** A plan with one contact a month for a random sample of so many customers, approved; beside it drafts, and a submitted plan over the same customers. */
export async function planOver({ client, product, planner, boss, begin, months, audience }) {
  await moveClock(product, monthsFrom(begin, 0, -1));
  const all = await planner.post('/api/segments', { name: 'Everybody', filter: {} });
  const sample = await planner.post(`/api/segments/${all.id}/samples`, { name: 'Audience', size: audience, seed: 'bench' });
  const { channels } = await planner.get('/api/vocabulary');
  const item = { objective: 'Keep in touch', startsOn: day(monthsFrom(begin, 0, 10)), recurrence: 'FREQ=MONTHLY', windowDays: 5, place: 'By phone', content: 'What is new', channelId: channels[0].id };
  const few = await planner.post(`/api/segments/${all.id}/samples`, { name: 'Few', size: Math.ceil(audience / 40), seed: 'few' });
  const write = async (name, segmentId) => {
    const plan = await planner.post('/api/plans', { name, fromOn: day(begin), untilOn: day(monthsFrom(begin, months, 1)) });
    return planner.post(`/api/plans/${plan.id}/items`, { ...item, segmentId }, plan.version);
  };
  for (let i = 0; i < 30; i++) await write(`Draft ${i + 1}`, few.id);
  const waiting = await write('Waiting', sample.id);
  await planner.post(`/api/plans/${waiting.id}/submission`, {}, waiting.version);
  const draft = await write('Year', sample.id);
  const submitted = await planner.post(`/api/plans/${draft.id}/submission`, {}, draft.version);
  const approval = await timed(() => boss.post(`/api/plans/${draft.id}/approval`, {}, submitted.version));
  const expansion = await until(async () => (await boss.get(`/api/plans/${draft.id}/progress`)).expansion?.state === 'done');
  const started = await planner.post(`/api/plans/${draft.id}/start`, {}, approval.result.version);
  const { rows } = await client.query('SELECT count(*)::int AS count FROM touchpoints WHERE plan_item_id = $1', [started.items[0].id]);
  return { id: draft.id, itemId: started.items[0].id, waitingId: waiting.id, channelId: item.channelId, approval: approval.seconds, expansion, touchpoints: rows[0].count };
}

/** Lets the months pass until now: 70 of 100 contacts are logged inside their windows, the others become missed. */
export async function keepMonths({ client, agent, product, begin, lanes, people }, { itemId, channelId }) {
  const random = randomFrom(5);
  const tokenOf = new Map(people.map(({ id, token }) => [id, token]));
  const dispositionId = (await client.query(`SELECT id FROM dispositions WHERE kind = 'reached' LIMIT 1`)).rows[0].id;
  let [kept, months, seconds] = [0, 0, 0];
  for (; monthsFrom(begin, months, 20) < new Date(); months++) {
    await moveClock(product, new Date(monthsFrom(begin, months, 12).getTime() + 2 * 3_600_000));
    const { rows } = await client.query(`SELECT customer_id AS "customerId", owner_id AS "ownerId" FROM touchpoints WHERE plan_item_id = $1 AND occurrence = $2 AND state = 'scheduled'`, [itemId, months + 1]);
    const contacts = rows.filter(() => random() < KEPT);
    let next = 0;
    const log = () => {
      const { customerId, ownerId } = contacts[next++];
      const body = { customerId, channelId, dispositionId, text: 'Spoke about what is new.', nextStep: { kind: 'cadence' } };
      return send(agent, PORT, { method: 'POST', path: '/api/follow-ups', body, headers: { cookie: `tangent=${tokenOf.get(ownerId)}` } });
    };
    const { perSecond } = await counted(lanes, contacts.length, log);
    seconds += contacts.length / perSecond;
    kept += contacts.length;
    await moveClock(product, monthsFrom(begin, months, 19), true);
  }
  await moveClock(product, null, true);
  return { kept, months, perSecond: kept / seconds };
}

/** Gives all open contacts wider windows and another text: what the preview says, then done. */
async function widened({ client, planner }, { id, itemId }) {
  const { version } = await planner.get(`/api/plans/${id}`);
  const body = { change: [{ id: itemId, windowDays: 8, talkingPoints: 'Ask about the new model' }] };
  const shown = await timed(() => planner.post(`/api/plans/${id}/changes/preview`, body, version));
  const count = shown.result.total.moved + shown.result.total.changed;
  const before = await finishedAt(client, id);
  const { seconds } = await timed(async () => {
    const { outcome } = await planner.post(`/api/plans/${id}/changes`, { ...body, fingerprint: shown.result.fingerprint }, version);
    if (outcome !== 'applied') throw new Error(`the change was not applied: ${outcome}`);
    await until(async () => (await finishedAt(client, id)) > before);
  });
  return [{ name: 'preview of a change', took: shown.seconds, count }, { name: 'change of windows and texts', took: seconds, count }];
}

const finishedAt = async (client, id) => (await client.query('SELECT extract(epoch FROM finished_at)::float AS at FROM plan_expansions WHERE plan_id = $1', [id])).rows[0].at ?? 0;

/** Changes all open contacts, then takes a quarter of the audience out and in again, each with the touchpoints that this cancels or makes. */
export async function replan(given, plan) {
  const [{ client, planner, boss, audience }, { id, itemId }] = [given, plan];
  const changed = await widened(given, plan);
  const { rows } = await client.query('SELECT customer_id AS id FROM plan_audience WHERE plan_item_id = $1 AND left_at IS NULL ORDER BY customer_id LIMIT $2', [itemId, Math.floor(audience / 4)]);
  const customerIds = rows.map((row) => row.id);
  const cancelled = async () => (await boss.get(`/api/plans/${id}/progress`)).total.cancelled;
  const expected = (await client.query(`SELECT count(*)::int AS count FROM touchpoints WHERE plan_item_id = $1 AND state = 'scheduled' AND customer_id = ANY($2)`, [itemId, customerIds])).rows[0].count;
  const change = async (body, isDone) => (await timed(async () => { await planner.call('PATCH', `/api/plans/${id}/items/${itemId}/audience`, body); await until(isDone); })).seconds;
  const out = await change({ remove: customerIds }, async () => (await cancelled()) === expected);
  const back = await change({ add: customerIds }, async () => (await cancelled()) === 0);
  return [...changed, { name: 'a quarter of the audience leaves', took: out, count: expected }, { name: 'and comes back', took: back, count: expected }];
}
