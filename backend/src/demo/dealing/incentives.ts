import { type LocalDate, addDays } from '../../kernel/index.ts';
import { freshRows } from '../../platform/database/statements.ts';
import { Dice } from '../dice.ts';
import { Acting, type Dealing } from './acting.ts';

const TRIAL = '滤芯体验装 Filter trial set';
const THANKS = '年度答谢礼 Year-end gift';
/** The incentive that a plan item of the sample company names. */
export const WATER_TEST = '水质检测券 Voucher for a water test';

const CATALOGUE = [
  { name: TRIAL, kind: 'gift', unitCost: 120, stock: 200, days: null, approvalAbove: 1_000 },
  { name: WATER_TEST, kind: 'coupon', unitCost: 80, stock: null, days: 540, approvalAbove: null },
  { name: THANKS, kind: 'gift', unitCost: 260, stock: 60, days: 540, approvalAbove: 800 },
] as const;

interface Receiver extends Record<string, unknown> {
  readonly customerId: string;
  readonly ownerId: string;
  readonly planItemId: string | null;
  readonly followUpId: string | null;
  readonly at: Date;
  readonly isChinese: boolean;
  readonly isOrganisation: boolean;
}

const MOST_OF_PLAN = 26;
const MOST_FREE = 8;
const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;
const CUSTOMER = `c.id AS "customerId", c.owner_id AS "ownerId", c.name ~ '[一-龥]' AS "isChinese", c.kind = 'organisation' AS "isOrganisation"`;

// Whom the running plan reached, the latest first: its budget pays for them.
const OF_PLAN = `SELECT ${CUSTOMER}, i.id AS "planItemId", f.id AS "followUpId", f.logged_at AS at
  FROM follow_ups f JOIN touchpoints t ON t.id = f.touchpoint_id JOIN plan_items i ON i.id = t.plan_item_id JOIN plans p ON p.id = i.plan_id JOIN customers c ON c.id = f.customer_id
  WHERE p.state = 'running' AND f.is_effective AND f.author_id = c.owner_id AND f.occurred_on > $1 ORDER BY f.occurred_at DESC, f.id LIMIT ${MOST_OF_PLAN}`;
const FREE = `SELECT ${CUSTOMER}, NULL AS "planItemId", f.id AS "followUpId", f.logged_at AS at
  FROM customers c JOIN LATERAL (SELECT f.id, f.logged_at, f.author_id FROM follow_ups f WHERE f.customer_id = c.id AND f.is_effective AND f.occurred_on > $1 ORDER BY f.occurred_at DESC LIMIT 1) f ON f.author_id = c.owner_id
  WHERE NOT EXISTS (SELECT 1 FROM plan_audience a WHERE a.customer_id = c.id) ORDER BY c.external_id LIMIT ${MOST_FREE}`;

/** What customers of the sample company get for taking part: a catalogue of three, granted for the running plan and freely, some of it redeemed, one that waits for a decision. */
export class Rewards {
  private readonly acting: Acting;
  private readonly dice = new Dice('incentives of the sample company');
  private ids: ReadonlyMap<string, string> = new Map();

  constructor(private readonly given: Dealing) {
    this.acting = new Acting(given, 'incentives');
  }

  /** The catalogue, in force from a working day on. */
  async catalogue(from: LocalDate): Promise<void> {
    const { tools, frame } = this.given;
    const { administrator } = this.acting;
    const day = Math.max(1, Math.min(frame.last - 1, frame.dayOf(from)));
    const there = (await tools.incentives.all(administrator)).items;
    const ids = new Map(there.map(({ name, id }) => [name, id]));
    for (const { days, ...line } of CATALOGUE) {
      if (ids.has(line.name)) continue;
      const given = { ...line, validFrom: frame.on(day), validUntil: days && addDays(frame.on(day), days) };
      ids.set(line.name, (await this.acting.at(frame.at(frame.on(day), 9 * 60 + 40), line.name, administrator, (actor) => tools.incentives.add(actor, given))).id);
    }
    this.ids = ids;
  }

  /** The identifier of one of the catalogue. */
  id(name: string): string {
    return this.ids.get(name) ?? '';
  }

  /** What was granted since a day, and what became of it. */
  async grant(since: LocalDate): Promise<void> {
    const { tools } = this.given;
    const ofPlan = await freshRows<Receiver>(tools.source, OF_PLAN, [since]);
    const free = await freshRows<Receiver>(tools.source, FREE, [since]);
    const all = [...ofPlan, ...free];
    const branches = all.find(({ isOrganisation }) => isOrganisation) ?? all[0];
    for (const receiver of all) await this.one(receiver, receiver === branches ? { name: THANKS, quantity: 5 } : undefined);
  }

  private async one(receiver: Receiver, asked?: { name: string; quantity: number }): Promise<void> {
    const { tools, frame } = this.given;
    const { customerId, ownerId, planItemId, followUpId, at } = receiver;
    const dice = this.dice.for(followUpId ?? customerId);
    const owner = this.acting.person(ownerId);
    const moment = new Date(at.getTime() + HALF_HOUR_MS);
    if (!owner || !frame.isOver(moment)) return;
    const { name, quantity } = asked ?? { name: dice.weighted([[TRIAL, 5], [WATER_TEST, 4], [THANKS, 1]]), quantity: dice.weighted([[1, 5], [2, 2]]) };
    const note = asked ? noteOf(receiver) : '';
    const grant = await this.acting.at(moment, `grant ${customerId}`, owner, (actor) => tools.grants.grant(actor, customerId, { incentiveId: this.id(name), quantity, planItemId, followUpId, note }));
    const taken = new Date(moment.getTime() + dice.whole(1, 12) * DAY_MS);
    if (grant.state === 'granted' && dice.chance(0.6) && frame.isOver(taken)) await this.acting.at(taken, `redeem ${grant.id}`, owner, (actor) => tools.grants.redeem(actor, grant.id, null));
  }
}

const noteOf = ({ isChinese }: Receiver): string => (isChinese ? '五个分店各一份，答谢全年合作。' : 'One for each of their five branches.');
