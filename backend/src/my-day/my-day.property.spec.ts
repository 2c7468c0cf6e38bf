import fc from 'fast-check';
import { STAGE, TIER } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { Approval, ApprovalDecider } from '../approvals/index.ts';
import { Cadence, Customer, type Pace, dueDaysOf } from '../customers/index.ts';
import { FollowUp } from '../follow-ups/index.ts';
import { DEFAULT_WEEK, type WorkingCalendar, addDays, daysBetween, endOfDay, localDateOf } from '../kernel/index.ts';
import { newId } from '../platform/ids.ts';
import { Touchpoint } from '../touchpoints/index.ts';
import { BUCKETS, type MyDayItemView, type MyDayView } from './my-day.dto.ts';

const NOW = new Date('2026-03-10T02:00:00Z');
const TODAY = '2026-03-10';
const ZONE = 'Asia/Shanghai';
const TIERS = [TIER.key, TIER.major, TIER.growth, TIER.ordinary];
const INTERVALS = [[10, 15], [20, 30], [30, 45], [60, 90]] as const;
// Cadences of their own that customers may have, beside those of the tiers: counted in all ways, one not begun yet, one that has stopped.
const own = (given: Partial<Pace>): Cadence & Pace => ({ id: newId(), name: '', target: 'customer', segmentId: null, position: 0, ideal: 10, maximum: 15, unit: 'working_days', anchor: 'sliding', anchorOn: null, stopOn: null, ...given }) as Cadence & Pace;
const OWN = [
  own({ ideal: 3, maximum: 4 }), own({ unit: 'calendar_days', ideal: 14, maximum: 21 }), own({ unit: 'months', ideal: 1, maximum: 2 }), own({ unit: 'calendar_days', ideal: 7, maximum: 10, anchor: 'fixed', anchorOn: '2026-01-06' }),
  own({ unit: 'months', ideal: 1, maximum: 1, anchor: 'fixed', anchorOn: '2026-05-31' }), own({ stopOn: TODAY }),
];
const calendar: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map(), timeZone: ZONE };

interface GivenTouchpoint { isMine: boolean; days: number; minutes: number | null; isPromised: boolean; snooze: number | null; isOpen: boolean }
interface Given { isMine: boolean; isVisible: boolean; tier: number; anchor: number; isOpen: boolean; isArchived: boolean; nextStep: Customer['nextStep']; own: number | null; isBySegment: boolean; paused: number | null; isStopped: boolean; respondIn: number | null; touchpoints: GivenTouchpoint[]; tasks: number[]; decisions: { minutes: number; isAboutIt: boolean; isMyTurn: boolean }[] }

const touchpoint = fc.record({
  isMine: fc.boolean(), days: fc.integer({ min: -6, max: 2 }), minutes: fc.option(fc.integer({ min: 0, max: 1_439 })), isPromised: fc.boolean(), snooze: fc.option(fc.integer({ min: -60, max: 60 }), { freq: 3 }),
  isOpen: fc.boolean(),
});
const given: fc.Arbitrary<Given> = fc.record({
  isMine: fc.boolean(), isVisible: fc.boolean(), tier: fc.integer({ min: 0, max: 3 }), anchor: fc.oneof(fc.integer({ min: -140, max: 0 }), fc.constantFrom(-14, -21, -28, -42, -63, -84, -126)), isOpen: fc.boolean(), isArchived: fc.constantFrom(false, false, false, true),
  nextStep: fc.constantFrom(null, 'touchpoint' as const, 'cadence' as const, 'none' as const), own: fc.option(fc.integer({ min: 0, max: OWN.length - 1 })), isBySegment: fc.boolean(), paused: fc.option(fc.integer({ min: -2, max: 2 }), { freq: 2 }),
  isStopped: fc.constantFrom(false, false, false, false, true), respondIn: fc.option(fc.integer({ min: -3_000, max: 3_000 }), { freq: 2 }),
  touchpoints: fc.array(touchpoint, { maxLength: 3 }), tasks: fc.array(fc.integer({ min: -3_000, max: 3_000 }), { maxLength: 1 }),
  decisions: fc.array(fc.record({ minutes: fc.integer({ min: -6_000, max: 0 }), isAboutIt: fc.boolean(), isMyTurn: fc.boolean() }), { maxLength: 1 }),
});

/** A row of the plain second implementation, with what it is sorted by. */
interface Row { bucket: number; id: string; customerId: string | null; key: [number, number, number, string, string] }

const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const compare = (a: Row['key'], b: Row['key']): number => {
  const i = a.findIndex((key, n) => key !== b[n]);
  if (i < 0) return 0;
  return (a[i] as never) < (b[i] as never) ? -1 : 1;
};

const paceOf = ({ cadenceId, segmentCadenceId }: Customer, rank: number): Pace => OWN.find(({ id }) => id === (cadenceId ?? segmentCadenceId)) ?? own({ ideal: INTERVALS[rank - 1]![0], maximum: INTERVALS[rank - 1]![1] });

/** An interval in calendar days: between two slots, or since the latest day from which a customer is due today. */
function lengthOf(pace: Pace): number {
  if (pace.anchor === 'fixed') return pace.unit === 'months' ? 30 : pace.ideal;
  let days = 0;
  while (dueDaysOf(pace, addDays(TODAY, -days), calendar).dueOn > TODAY) days++;
  return days;
}

/** Whether the cadence of a quiet customer is due, or nobody said what is next, or neither. */
function quietBucketOf(customer: Customer, rank: number): 4 | 5 | null {
  const pace = paceOf(customer, rank);
  if (customer.cadenceStoppedAt || (customer.cadencePausedUntil ?? '') > TODAY || (pace.stopOn ?? '9') <= TODAY) return null;
  const { dueOn, overdueFrom } = dueDaysOf(pace, customer.cadenceAnchorOn, calendar);
  if (dueOn <= TODAY) return customer.nextStep !== 'none' || overdueFrom <= TODAY ? 4 : null;
  return customer.nextStep === null || customer.nextStep === 'touchpoint' ? 5 : null;
}

/** A decision that waits, or one that is somebody else's turn. */
interface Waiting { id: string; customerId: string | null; since: Date | null }

/** My day over arrays, slowly: every thing, the first bucket of each customer, sorted. */
function plainly(me: string, customers: readonly Customer[], touchpoints: readonly Touchpoint[], tasks: readonly FollowUp[], decisions: readonly Waiting[], sees: (customer: Customer) => boolean): Row[] {
  const rank = (customer: Customer | undefined): number => (customer ? TIERS.findIndex((id) => id === customer.tierId) + 1 : 32_767);
  const row = (bucket: number, id: string, customer: Customer | undefined, breach: number, day: string, lateness = 0): Row => ({ bucket, id, customerId: customer?.id ?? null, key: [breach, rank(customer), lateness, day, id] });
  const rows: Row[] = [];
  for (const customer of customers.filter(({ archivedAt }) => !archivedAt)) {
    const open = touchpoints.filter(({ customerId, state }) => customerId === customer.id && state === 'scheduled');
    const things: Row[] = [];
    if (customer.ownerId === me && customer.respondBy) things.push(row(1, customer.id, customer, customer.respondBy.getTime(), localDateOf(customer.respondBy, ZONE)));
    for (const { id, ownerId, dueOn, dueAt, isPromised, remindAt } of open) {
      if (ownerId !== me || dueOn > TODAY || !sees(customer) || (remindAt && remindAt > NOW)) continue;
      if (isPromised) things.push(row(1, id, customer, (dueAt ?? endOfDay(dueOn, ZONE)).getTime(), dueOn));
      else if (dueOn < TODAY) things.push(row(2, id, customer, Infinity, dueOn));
      else things.push(row(3, id, customer, dueAt?.getTime() ?? Infinity, dueOn));
    }
    if (things.length === 0 && customer.ownerId === me && customer.isOpen && open.length === 0) {
      const bucket = quietBucketOf(customer, rank(customer));
      if (bucket) things.push(row(bucket, customer.id, customer, Infinity, customer.cadenceAnchorOn, -daysBetween(customer.cadenceAnchorOn, TODAY) / lengthOf(paceOf(customer, rank(customer)))));
    }
    rows.push(...things.sort((a, b) => a.bucket - b.bucket || compare([a.key[0], 0, 0, a.key[3], a.id], [b.key[0], 0, 0, b.key[3], b.id])).slice(0, 1));
  }
  for (const { id, customerId, occurredAt } of tasks) {
    const customer = customers.find((each) => each.id === customerId);
    const day = localDateOf(occurredAt, ZONE);
    if (day > TODAY || (customer && (customer.archivedAt || !sees(customer)))) continue;
    rows.push(row(day < TODAY ? 2 : 3, id, customer, day < TODAY ? Infinity : occurredAt.getTime(), day));
  }
  for (const { id, customerId, since } of decisions) if (since) rows.push(row(1, id, customers.find((each) => each.id === customerId), Infinity, localDateOf(since, ZONE)));
  return rows.sort((a, b) => a.bucket - b.bucket || compare(a.key, b.key));
}

/** Twenty-five days built and walked page by page; a busy machine needs its time. */
const LONG_MS = 180_000;

describe('My day and a plain second implementation', () => {
  let world: World;
  let me: TestActor;
  let other: TestActor;
  beforeAll(async () => {
    world = await World.open({ at: NOW.toISOString(), config: { worksJobs: false } });
    const team = await world.team('Mine');
    me = await world.person({ scope: 'team', teamId: team.id });
    other = await world.person();
    await world.database.getRepository(Cadence).insert(OWN.map((cadence) => ({ ...cadence, authorId: me.person.id })));
  });
  afterAll(() => world.close());

  async function build(all: readonly Given[]): Promise<[Customer[], Touchpoint[], FollowUp[], Waiting[]]> {
    const customers: Partial<Customer>[] = [];
    const touchpoints: Partial<Touchpoint>[] = [];
    const tasks: Partial<FollowUp>[] = [];
    const decisions: Waiting[] = [];
    for (const [i, one] of all.entries()) {
      const id = newId();
      const mine = one.touchpoints.map((each) => touchpointOf(id, each));
      const nextTouchpointOn = mine.filter(({ state }) => state === 'scheduled').map(({ dueOn }) => dueOn ?? '').sort()[0] ?? null;
      customers.push({
        id, kind: 'person', name: `Customer ${i}`, sortName: `customer ${i}`, ownerId: one.isMine ? me.person.id : other.person.id, teamId: one.isVisible ? me.person.teamId : null, tierId: TIERS[one.tier]!, stageId: STAGE.new,
        stageSince: NOW, knownSinceOn: '2025-01-01', cadenceAnchorOn: addDays(TODAY, one.anchor), createdAt: NOW, createdById: me.person.id, isOpen: one.isOpen, archivedAt: one.isArchived ? NOW : null, nextStep: one.nextStep,
        cadenceId: one.own === null || one.isBySegment ? null : OWN[one.own]!.id, segmentCadenceId: one.own === null ? null : OWN[one.isBySegment ? one.own : 0]!.id,
        cadencePausedUntil: one.paused === null ? null : addDays(TODAY, one.paused), cadenceStoppedAt: one.isStopped ? NOW : null,
        respondBy: one.respondIn === null ? null : at(one.respondIn), nextTouchpointOn,
      });
      touchpoints.push(...mine);
      for (const minutes of one.tasks) tasks.push({ id: newId(), kind: 'task', customerId: id, authorId: me.person.id, ownerId: me.person.id, occurredAt: at(minutes), occurredOn: TODAY, loggedAt: NOW, subject: 'Task', version: 1 });
      decisions.push(...one.decisions.map(({ minutes, isAboutIt, isMyTurn }) => ({ id: newId(), customerId: isAboutIt ? id : null, since: isMyTurn ? at(minutes) : null })));
    }
    await world.database.query('TRUNCATE customers, touchpoints, follow_ups CASCADE');
    await world.database.getRepository(Customer).insert(customers);
    await world.database.getRepository(Touchpoint).insert(touchpoints);
    await world.database.getRepository(FollowUp).insert(tasks);
    await ask(decisions);
    return [customers, touchpoints, tasks, decisions] as [Customer[], Touchpoint[], FollowUp[], Waiting[]];
  }

  async function ask(decisions: readonly Waiting[]): Promise<void> {
    await world.database.query('TRUNCATE approvals CASCADE');
    const asked = { subject: 'request' as const, title: 'Decide', rule: 'all' as const, state: 'waiting' as const, ownerIds: [other.person.id], requestedById: other.person.id, requestedAt: NOW };
    await world.database.getRepository(Approval).insert(decisions.map(({ id, customerId }) => ({ ...asked, id, subjectId: id, customerId })));
    await world.database.getRepository(ApprovalDecider).insert(decisions.map(({ id, since }) => ({ approvalId: id, personId: me.person.id, position: 0, waitingSince: since })));
  }

  function touchpointOf(customerId: string, { isMine, days, minutes, isPromised, snooze, isOpen }: GivenTouchpoint): Partial<Touchpoint> {
    const midnight = endOfDay(addDays(TODAY, days - 1), ZONE);
    const dueOn = addDays(TODAY, days);
    return {
      id: newId(), customerId, ownerId: (isMine ? me : other).person.id, dueOn, firstDueOn: dueOn, dueAt: minutes === null ? null : new Date(midnight.getTime() + minutes * 60_000), isPromised, timesMoved: 0, purpose: '',
      remindAt: snooze === null ? null : at(snooze), origin: 'manual', state: isOpen ? 'scheduled' : 'missed', closedAt: isOpen ? null : NOW, createdAt: NOW, createdById: me.person.id, version: 1,
    };
  }

  async function walked(): Promise<{ totals: number[]; ids: string[][]; exclusive: (string | null)[] }> {
    const view = (await me.get('/api/my-day')).json<MyDayView>();
    const ids: string[][] = [];
    const exclusive: (string | null)[] = [];
    for (const { bucket, items, next } of view.buckets) {
      const all = [...items];
      for (let after = next; after !== null; ) {
        const page: { items: MyDayItemView[]; next: string | null } = (await me.get(`/api/my-day/${bucket}?after=${after}`)).json<{ items: MyDayItemView[]; next: string | null }>();
        all.push(...page.items);
        after = page.next;
      }
      ids.push(all.map(({ id }) => id));
      exclusive.push(...all.filter(({ kind }) => kind !== 'task' && kind !== 'decision').map(({ customerId }) => customerId));
    }
    return { totals: view.buckets.map(({ total }) => total), ids, exclusive };
  }

  it('agree on random days: complete, exclusive, in the same order, with exact numbers over all pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 5, maxLength: 120, size: 'max' }), async (all) => {
        const [customers, touchpoints, tasks, decisions] = await build(all);
        const sees = (customer: Customer): boolean => customer.ownerId === me.person.id || (customer.teamId !== null && customer.teamId === me.person.teamId);
        const expected = plainly(me.person.id, customers, touchpoints, tasks, decisions, sees);
        const { totals, ids, exclusive } = await walked();
        expect(ids).toEqual(BUCKETS.map((_name, i) => expected.filter(({ bucket }) => bucket === i + 1).map(({ id }) => id)));
        expect(totals).toEqual(ids.map(({ length }) => length));
        expect(new Set(exclusive).size).toBe(exclusive.length);
      }),
      { numRuns: 25 },
    );
  }, LONG_MS);
});
