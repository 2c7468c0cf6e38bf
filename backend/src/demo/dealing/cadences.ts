import { freshRows } from '../../platform/database/statements.ts';
import { Acting, type Dealing } from './acting.ts';

const NAME = 'VIP 客户 Customers marked VIP';
const PAUSES = [
  { chinese: '客户停业装修。', english: 'They are closed for building work.' },
  { chinese: '客户请我们年中再联系。', english: 'They asked us to come back later.' },
];

// Left to the cadence and not due yet, so that nobody's day gets emptier.
const RESTING = `SELECT c.id, c.owner_id AS "ownerId", c.version, c.name ~ '[一-龥]' AS "isChinese" FROM customers c
  WHERE c.is_open AND c.archived_at IS NULL AND c.next_step = 'cadence' AND c.next_touchpoint_on IS NULL AND c.respond_by IS NULL AND c.cadence_paused_until IS NULL AND c.owner_id = ANY($1::uuid[])
  ORDER BY c.last_effective_at DESC NULLS LAST, c.id LIMIT $2`;
const ALREADY = 'SELECT 1 FROM customers WHERE cadence_paused_until IS NOT NULL LIMIT 1';

/** A cadence for the customers of a saved view, closer than that of their tier, and customers who are left alone for a while. */
export async function setCadences(given: Dealing): Promise<void> {
  const { tools, company, frame } = given;
  const acting = new Acting(given, 'cadence');
  const channelIds = ['visit', 'phone'].flatMap((key) => company.ids.get(`channels.${key}`) ?? []);
  const filter = { tierIds: ['key', 'major'].flatMap((key) => company.ids.get(`tiers.${key}`) ?? []), tags: ['VIP'] };
  const { id: segmentId } = await acting.daysAgo(40, 'segment', acting.manager, (actor) => tools.segments.create(actor, { name: NAME, sharing: 'everyone', filter }));
  await acting.daysAgo(40, 'terms', acting.manager, (actor) => tools.cadences.add(actor, { name: NAME, segmentId, ideal: 8, maximum: 14, channelIds, stopAfterAttempts: 5 }));
  if ((await freshRows(tools.source, ALREADY)).length > 0) return;
  const owners = [...company.actors.values()].map(({ personId }) => personId);
  const resting = await freshRows<{ id: string; ownerId: string; version: number; isChinese: boolean }>(tools.source, RESTING, [owners, PAUSES.length]);
  for (const [i, { id, ownerId, version, isChinese }] of resting.entries()) {
    const owner = acting.person(ownerId);
    const words = PAUSES[i];
    if (owner && words) await acting.daysAgo(0, `pause ${id}`, owner, (actor) => tools.pauses.pause(actor, id, version, { until: frame.fromToday(15 + i * 10), reason: isChinese ? words.chinese : words.english }));
  }
}
