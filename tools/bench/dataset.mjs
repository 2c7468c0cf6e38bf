// The data set of the bench: customers with Chinese and Latin names, their contact points, search grams, touchpoints and communications.
// Written straight into the tables, because it is the reading and logging on top of it that is measured.
import { randomBytes, createHash } from 'node:crypto';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

export const PEOPLE = 40;
const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉建国志海晓梅春燕子轩浩然宇航'];
const PLACES = ['上海', '北京', '广州', '深圳', '杭州', '苏州', '南京', '成都', '武汉', '厦门', '青岛', '宁波'];
const TRADES = ['科技', '贸易', '机械', '电子', '物流', '食品', '建材', '医疗器械', '纺织', '环保'];
const LATIN = ['Anna', 'Ben', 'Clara', 'David', 'Emma', 'Felix', 'Grace', 'Hugo', 'Ivy', 'Jonas', 'Laura', 'Max', 'Nora', 'Oscar', 'Paula'];
const FAMILY = ['Smith', 'Müller', 'Rossi', 'Dubois', 'Novak', 'Silva', 'Jensen', 'Kowalski', 'Brown', 'Fischer', 'Moreau', 'Costa'];

/** A small repeatable random generator, so that two runs see the same data. */
export function randomFrom(seed) {
  let state = seed;
  return () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296);
}

const pick = (random, list) => list[Math.floor(random() * list.length)];

function nameOf(random, number) {
  const kind = random();
  if (kind < 0.45) return pick(random, SURNAMES) + pick(random, GIVEN) + (random() < 0.7 ? pick(random, GIVEN) : '');
  if (kind < 0.75) return `${pick(random, PLACES)}${pick(random, GIVEN)}${pick(random, GIVEN)}${pick(random, TRADES)}有限公司`;
  return kind < 0.95 ? `${pick(random, LATIN)} ${pick(random, FAMILY)}` : `${pick(random, FAMILY)} Trading ${number}`;
}

const copyText = (value) => (value === null ? '\\N' : String(value).replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', ' '));
const arrayText = (list) => `{${list.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

async function copy(client, into, lines) {
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
}

/** Forty people with a session each; answers `{ids, tokens}`. */
export async function addPeople(client, { newId, rewriteScopes }) {
  const team = newId();
  await client.query(`INSERT INTO organisation (id, name, time_zone, currency, language) VALUES (1, 'Bench', 'Asia/Shanghai', 'CNY', 'en')`);
  await client.query(`INSERT INTO teams (id, name) VALUES ($1, 'Team')`, [team]);
  const people = Array.from({ length: PEOPLE }, () => ({ id: newId(), token: randomBytes(32).toString('base64url') }));
  for (const [i, { id, token }] of people.entries()) {
    await client.query(
      `INSERT INTO people (id, name, email, team_id, roles, data_scope, state, language, time_zone, created_at) VALUES ($1, $2, $3, $4, '{sales}', 'team', 'active', 'en', 'Asia/Shanghai', now())`,
      [id, `Seller ${i + 1}`, `seller${i + 1}@example.test`, team],
    );
    await client.query(
      `INSERT INTO sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at, user_agent, address) VALUES ($1, $2, $3, now(), now(), now() + interval '1 day', 'bench', '')`,
      [createHash('sha256').update(token).digest(), newId(), id],
    );
  }
  await rewriteScopes(client);
  return { team, people };
}

/** Customers with search grams, a phone and an e-mail each, and touchpoints for a third of them. Answers their ids in order. */
export async function addCustomers(client, count, { team, people }, { newId, namesOf, sortNameOf }) {
  const random = randomFrom(1);
  const ids = Array.from({ length: count }, () => newId());
  const names = ids.map((_, i) => nameOf(random, i));
  const { rows: tiers } = await client.query('SELECT id FROM tiers ORDER BY position');
  const { rows: stages } = await client.query('SELECT id, kind FROM stages ORDER BY position');
  const columns = 'customers (id, kind, name, sort_name, owner_id, team_id, tier_id, stage_id, stage_since, source, region, known_since_on, cadence_anchor_on, created_at, created_by_id, is_open)';
  await copy(client, columns, (function* () {
    for (const [i, id] of ids.entries()) {
      const stage = stages[random() < 0.7 ? Math.floor(random() * 4) : 4 + Math.floor(random() * 3)];
      const tier = tiers[random() < 0.05 ? 0 : random() < 0.2 ? 1 : random() < 0.5 ? 2 : 3];
      const owner = people[i % people.length].id;
      const row = [id, /公司|Trading/.test(names[i]) ? 'organisation' : 'person', names[i], sortNameOf(names[i]), owner, team, tier.id, stage.id, '2025-01-01', pick(random, ['web', 'fair', 'referral']), pick(random, PLACES), '2025-01-01', '2025-01-01', '2025-01-01', owner, stage.kind === 'open'];
      yield `${row.map(copyText).join('\t')}\n`;
    }
  })());
  await copy(client, 'customer_grams (customer_id, haystack, grams)', (function* () {
    for (const [i, id] of ids.entries()) {
      const { haystack, grams } = namesOf(names[i], !/公司|Trading/.test(names[i]));
      yield `${[id, haystack, arrayText(grams)].map(copyText).join('\t')}\n`;
    }
  })());
  await copy(client, 'contact_points (id, customer_id, kind, value, search_key, position)', (function* () {
    for (const [i, id] of ids.entries()) {
      const phone = `13${String(100_000_000 + Math.floor(random() * 899_999_999))}`;
      yield `${[newId(), id, 'phone', phone, [...phone].reverse().join(''), 1].join('\t')}\n`;
      yield `${[newId(), id, 'email', `c${i}@example.test`, `c${i}@example.test`, 2].join('\t')}\n`;
    }
  })());
  await client.query(
    `INSERT INTO touchpoints (id, customer_id, owner_id, channel_id, purpose, due_on, first_due_on, is_promised, origin, created_at, created_by_id)
     SELECT gen_random_uuid(), id, owner_id, (SELECT id FROM channels ORDER BY position LIMIT 1), 'Talk about the offer', d, d, random() < 0.05, 'next_contact', now(), owner_id
     FROM (SELECT id, owner_id, (now() + (random() * 40 - 4) * interval '1 day')::date AS d, random() AS r FROM customers) c WHERE r < 0.3`,
  );
  return { ids, names };
}

/** Adds so many communications, spread evenly over customers and two years, and brings derived state and statistics up to date. */
export async function addCommunications(client, count, { ids }, { people }, { newId }, seed) {
  const random = randomFrom(seed);
  const { rows: channels } = await client.query('SELECT id FROM channels WHERE is_two_way ORDER BY position LIMIT 6');
  const { rows: dispositions } = await client.query(`SELECT id, kind FROM dispositions ORDER BY position`);
  const reached = dispositions.find(({ kind }) => kind === 'reached');
  const others = dispositions.filter(({ kind }) => ['no_answer', 'busy', 'voicemail', 'sent'].includes(kind));
  const end = Date.now() - 86_400_000;
  const columns = 'follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, channel_id, direction, disposition_id, evaluation, is_effective, text, next_step)';
  await copy(client, columns, (function* () {
    for (let i = 0; i < count; i++) {
      const customer = Math.floor(random() * ids.length);
      const at = new Date(end - random() * 2 * 365 * 86_400_000);
      const isReached = random() < 0.4;
      const author = people[customer % people.length].id;
      const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      const row = [newId(), 'communication', ids[customer], author, author, at.toISOString(), day, at.toISOString(), pick(random, channels).id, random() < 0.9 ? 'outbound' : 'inbound', isReached ? reached.id : pick(random, others).id, isReached ? 1 + Math.floor(random() * 5) : null, isReached, `Spoke about the offer and the delivery of order ${i}; wants to hear from us again.`, 'cadence'];
      yield `${row.map(copyText).join('\t')}\n`;
    }
  })());
  const step = 5_000;
  for (let from = 0; from < ids.length; from += step) await client.query('SELECT refresh_contact_state($1)', [ids.slice(from, from + step)]);
  await client.query('VACUUM ANALYZE');
}
