import { Customer } from '../src/customers/index.ts';
import { WindowClosing } from '../src/plan-keeping/index.ts';
import { newId } from '../src/platform/ids.ts';
import type { TestActor, World } from './world.ts';

const of = (family: number, position: number): string => `0199${family.toString(16).padStart(4, '0')}-0000-7000-8000-${position.toString(16).padStart(12, '0')}`;

/** The words that every installation starts with. */
export const CHANNEL = { phone: of(1, 1), visit: of(1, 2), wechat: of(1, 3), email: of(1, 4), sms: of(1, 5), ad: of(1, 13) } as const;
export const DISPOSITION = { reached: of(2, 1), noAnswer: of(2, 2), busy: of(2, 3), voicemail: of(2, 4), callBack: of(2, 5), sent: of(2, 6), refused: of(2, 7), wrongNumber: of(2, 8) } as const;
export const OUTCOME = { interested: of(3, 1) } as const;
export const STAGE = { new: of(4, 1), qualified: of(4, 2), won: of(4, 5), lost: of(4, 6) } as const;
export const TIER = { key: of(5, 1), major: of(5, 2), growth: of(5, 3), ordinary: of(5, 4) } as const;

/** A customer of that person, straight into the tables. */
export async function customerOf(world: World, owner: TestActor, given: Partial<Customer> = {}): Promise<string> {
  const id = newId();
  const at = new Date('2026-01-05T02:00:00Z');
  const customer = {
    id, kind: 'organisation' as const, name: `Customer ${id.slice(-4)}`, sortName: `customer ${id.slice(-4)}`, ownerId: owner.person.id, teamId: owner.person.teamId, tierId: TIER.key, stageId: STAGE.new, stageSince: at,
    knownSinceOn: '2026-01-05', cadenceAnchorOn: given.knownSinceOn ?? '2026-01-05', createdAt: at, createdById: owner.person.id, ...given,
  };
  await world.database.getRepository(Customer).insert(customer);
  await world.database.query('INSERT INTO stage_changes (id, customer_id, to_stage_id, changed_at, changed_on, changed_by_id) VALUES ($1, $2, $3, $4, $5, $6)', [newId(), id, customer.stageId, at, '2026-01-05', owner.person.id]);
  return id;
}

/** A team with a seller, a manager who plans for it, and the manager above who decides. */
export async function planningTeam(world: World): Promise<{ boss: TestActor; planner: TestActor; seller: TestActor }> {
  const team = await world.team('North');
  const boss = await world.person({ roles: ['manager'], scope: 'all' });
  const planner = await world.person({ roles: ['manager'], teamId: team.id, scope: 'team', reportsToId: boss.person.id });
  return { boss, planner, seller: await world.person({ teamId: team.id }) };
}

/** The three required things and a next step; the rest as given. */
export const contact = (customerId: string, given: object = {}): Record<string, unknown> => ({
  customerId, channelId: CHANNEL.phone, dispositionId: DISPOSITION.reached, nextStep: { kind: 'cadence' }, ...given,
});

/** Does what the hourly job does about windows that are over and plans that were closed. */
export const closeWindows = (world: World): Promise<void> => world.app.get(WindowClosing).closeAll({ signal: new AbortController().signal });

/** The customer row as it stands. */
export const customerRow = (world: World, id: string): Promise<Customer> => world.database.getRepository(Customer).findOneByOrFail({ id });

/** Everything that stands in these tables, versions and withdrawn records left out: for "exactly as before". */
export async function dump(world: World): Promise<unknown> {
  const read = (sql: string): Promise<unknown> => world.database.query(sql);
  return {
    followUps: await read('SELECT * FROM follow_ups WHERE withdrawn_at IS NULL ORDER BY id'),
    touchpoints: await read(`SELECT to_jsonb(t) - 'version' AS row FROM touchpoints t ORDER BY id`),
    moves: await read('SELECT * FROM touchpoint_moves ORDER BY id'),
    customers: await read(`SELECT to_jsonb(c) - 'version' AS row FROM customers c ORDER BY id`),
    stages: await read('SELECT * FROM stage_changes ORDER BY id'),
  };
}

/** What the stories look at in an answer, whichever it is. */
export interface Said {
  id: string;
  /** Of a refusal only. */
  code?: string;
  errors: [{ field: string; code: string }];
  items: Said[];
  kind: string;
  state: string;
  version: number;
  occurredAt: string;
  dueOn: string;
  dueAt: string | null;
  text: string;
  keptTouchpointId: string | null;
  nextTouchpointId: string | null;
  isNextTouchpointMoved: boolean;
  isEffective: boolean;
  isLate: boolean;
  isQuietNow: boolean;
  respondBy: string | null;
  contactPersonName: string | null;
  stageChange: object | null;
  comments: object;
  contacts: Said[];
  warnings: Said[];
  quickDates: object[];
  retry: object | null;
  pressure: object;
}
