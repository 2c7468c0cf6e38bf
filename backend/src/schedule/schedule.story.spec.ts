import { type TestActor, World } from '../../test/world.ts';
import { Customer } from '../customers/index.ts';
import type { CalendarsView, ScheduleEntryView, ScheduleView } from './schedule.dto.ts';

const SHANGHAI = { today: '2026-03-10', week: 'from=2026-03-09&until=2026-03-16' };

describe('the schedule', () => {
  let world: World;
  let lead: TestActor;
  let anna: TestActor;
  let ben: TestActor;
  let team: string;
  beforeAll(async () => {
    world = await World.open({ at: '2026-03-10T02:00:00Z' });
    team = (await world.team('North')).id;
    lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId: team, name: 'Lead' });
    anna = await world.person({ teamId: team, name: 'Anna' });
    ben = await world.person({ name: 'Ben' });
  });
  afterEach(() => world.database.query('TRUNCATE touchpoints, follow_ups CASCADE'));
  afterAll(() => world.close());

  const customerOf = async (owner: TestActor, name = 'Blue Lake Ltd'): Promise<string> => {
    const [{ tier, stage }] = await world.database.query<[{ tier: string; stage: string }]>('SELECT (SELECT id FROM tiers LIMIT 1) AS tier, (SELECT id FROM stages LIMIT 1) AS stage');
    const id = crypto.randomUUID();
    const at = world.clock.now();
    await world.database.getRepository(Customer).insert({
      id, name, sortName: name, kind: 'organisation', ownerId: owner.person.id, teamId: owner.person.teamId, tierId: tier, stageId: stage,
      stageSince: at, knownSinceOn: SHANGHAI.today, cadenceAnchorOn: SHANGHAI.today, createdAt: at, createdById: owner.person.id,
    });
    return id;
  };
  const touchpoint = async (owner: TestActor, customerId: string, given: { dueOn: string; dueAt?: string; state?: string; purpose?: string; isPromised?: boolean }): Promise<void> => {
    const { dueOn, dueAt = null, state = 'scheduled', purpose = '', isPromised = false } = given;
    await world.database.query(
      `INSERT INTO touchpoints (id, customer_id, owner_id, purpose, due_on, due_at, first_due_on, is_promised, origin, state, closed_at, closed_reason, created_at, created_by_id)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $4, $6, 'manual', $7::varchar, CASE WHEN $7 = 'scheduled' THEN NULL ELSE now() END, 'x', now(), $2)`,
      [customerId, owner.person.id, purpose, dueOn, dueAt, isPromised, state],
    );
  };
  const followUp = async (owner: TestActor, given: { kind: string; subject: string; at: string; endsAt?: string; isAllDay?: boolean; doneAt?: string; customerId?: string; withdrawnAt?: string }): Promise<void> => {
    const { kind, subject, at, endsAt = null, isAllDay = false, doneAt = null, customerId = null, withdrawnAt = null } = given;
    await world.database.query(
      `INSERT INTO follow_ups (id, kind, subject, author_id, owner_id, occurred_at, occurred_on, logged_at, ends_at, is_all_day, done_at, customer_id, withdrawn_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $3, $4::timestamptz, $4::timestamptz::date, now(), $5, $6, $7, $8, $9)`,
      [kind, subject, owner.person.id, at, endsAt, isAllDay, doneAt, customerId, withdrawnAt],
    );
  };
  const read = async (actor: TestActor, whose = 'me', period = SHANGHAI.week) => (await actor.get(`/api/schedule?${period}&whose=${whose}`)).json<ScheduleView>();
  const titles = ({ entries }: ScheduleView) => entries.map(({ title, customerName }) => title || (customerName ?? '')).sort();

  it('reads touchpoints, events and tasks together', async () => {
    const customer = await customerOf(anna);
    await touchpoint(anna, customer, { dueOn: '2026-03-09' });
    await touchpoint(anna, customer, { dueOn: '2026-03-11', dueAt: '2026-03-11T02:00:00Z', purpose: 'Send offer', isPromised: true });
    await followUp(anna, { kind: 'schedule', subject: 'Fair', at: '2026-03-11T16:00:00Z', endsAt: '2026-03-13T16:00:00Z', isAllDay: true });
    await followUp(anna, { kind: 'task', subject: 'Report', at: '2026-03-12T16:00:00Z', isAllDay: true });
    await followUp(anna, { kind: 'task', subject: 'Call back', at: '2026-03-09T03:00:00Z', doneAt: '2026-03-09T03:10:00Z', customerId: customer });
    const { entries, timeZone, isCut } = await read(anna);
    const found = new Map(entries.map((entry) => [entry.title, entry]));
    const owner = { ownerId: anna.person.id, ownerName: 'Anna' };
    const shape = (title: string): Partial<ScheduleEntryView> | undefined => found.get(title);
    expect({ timeZone, isCut, count: entries.length }).toEqual({ timeZone: 'Asia/Shanghai', isCut: false, count: 5 });
    expect(shape('')).toMatchObject({ ...owner, kind: 'touchpoint', customerName: 'Blue Lake Ltd', start: '2026-03-09', end: null, isAllDay: true, isOverdue: true, canMove: true });
    expect(shape('Send offer')).toMatchObject({ start: '2026-03-11T02:00:00.000Z', isAllDay: false, isPromised: true, isOverdue: false });
    expect(shape('Fair')).toMatchObject({ kind: 'event', start: '2026-03-12', end: '2026-03-14', isAllDay: true, customerId: null, isOverdue: false });
    expect(shape('Report')).toMatchObject({ kind: 'task', start: '2026-03-12', isAllDay: true, state: 'scheduled' });
    expect(shape('Call back')).toMatchObject({ state: 'done', customerName: 'Blue Lake Ltd', isOverdue: false, canMove: false });
  });

  it('shows what was done or missed, but nothing that was cancelled or withdrawn', async () => {
    const customer = await customerOf(anna);
    for (const state of ['done', 'missed', 'cancelled']) await touchpoint(anna, customer, { dueOn: '2026-03-09', state, purpose: state });
    await followUp(anna, { kind: 'schedule', subject: 'Withdrawn', at: '2026-03-09T03:00:00Z', withdrawnAt: '2026-03-09T03:00:00Z' });
    await followUp(anna, { kind: 'log', subject: 'Log', at: '2026-03-09T03:00:00Z', customerId: customer });
    expect(titles(await read(anna))).toEqual(['done', 'missed']);
  });

  it('leaves out what an archived customer has open, and keeps what was done', async () => {
    const customer = await customerOf(anna);
    await touchpoint(anna, customer, { dueOn: '2026-03-09', purpose: 'open' });
    await touchpoint(anna, customer, { dueOn: '2026-03-09', purpose: 'was missed', state: 'missed' });
    await followUp(anna, { kind: 'task', subject: 'to do', at: '2026-03-10T03:00:00Z', customerId: customer });
    await followUp(anna, { kind: 'task', subject: 'was done', at: '2026-03-10T03:00:00Z', doneAt: '2026-03-10T03:10:00Z', customerId: customer });
    await followUp(anna, { kind: 'schedule', subject: 'event', at: '2026-03-10T03:00:00Z', endsAt: '2026-03-10T04:00:00Z', customerId: customer });
    expect(titles(await read(anna))).toHaveLength(5);
    await world.database.query('UPDATE customers SET archived_at = $1 WHERE id = $2', [world.clock.now(), customer]);
    expect(titles(await read(anna))).toEqual(['event', 'was done', 'was missed']);
    expect(titles(await read(lead, `team:${team}`))).toEqual(['event', 'was done', 'was missed']);
    const { buckets } = (await anna.get('/api/my-day')).json<{ buckets: { bucket: string; total: number }[] }>();
    expect(buckets.filter(({ bucket }) => ['overdue', 'today'].includes(bucket)).map(({ total }) => total)).toEqual([0, 0]);
    await world.database.query('UPDATE customers SET archived_at = NULL WHERE id = $1', [customer]);
    expect(titles(await read(anna))).toHaveLength(5);
  });

  it('cuts the period at the midnight of the person who asks', async () => {
    const customer = await customerOf(anna);
    await touchpoint(anna, customer, { dueOn: '2026-03-08', dueAt: '2026-03-08T15:59:00Z', purpose: 'before' });
    await touchpoint(anna, customer, { dueOn: '2026-03-09', dueAt: '2026-03-08T16:00:00Z', purpose: 'first' });
    await touchpoint(anna, customer, { dueOn: '2026-03-15', dueAt: '2026-03-15T15:59:00Z', purpose: 'last' });
    await touchpoint(anna, customer, { dueOn: '2026-03-16', purpose: 'after' });
    await followUp(anna, { kind: 'schedule', subject: 'over midnight', at: '2026-03-08T15:00:00Z', endsAt: '2026-03-08T17:00:00Z' });
    await followUp(anna, { kind: 'schedule', subject: 'ended', at: '2026-03-08T15:00:00Z', endsAt: '2026-03-08T16:00:00Z' });
    expect(titles(await read(anna))).toEqual(['first', 'last', 'over midnight']);
  });

  it('opens the calendars that the scope allows and answers 404 for any other', async () => {
    const customers = { anna: await customerOf(anna, 'Anna’s'), ben: await customerOf(ben, 'Ben’s') };
    await touchpoint(anna, customers.anna, { dueOn: '2026-03-11' });
    await touchpoint(ben, customers.ben, { dueOn: '2026-03-11' });
    await touchpoint(anna, customers.ben, { dueOn: '2026-03-12', purpose: 'for a customer of another team' });
    expect(titles(await read(lead, `person:${anna.person.id}`))).toEqual(['Anna’s']);
    expect(titles(await read(lead, `team:${team}`))).toEqual(['Anna’s']);
    expect((await read(lead)).entries).toEqual([]);
    const status = async (actor: TestActor, whose: string) => (await actor.get(`/api/schedule?${SHANGHAI.week}&whose=${whose}`)).statusCode;
    expect(await status(lead, `person:${ben.person.id}`)).toBe(404);
    expect(await status(ben, `team:${team}`)).toBe(404);
    expect(await status(anna, `person:${lead.person.id}`)).toBe(404);
    expect(await status(anna, 'person:everybody')).toBe(422);
  });

  it('lists whose calendars can be opened', async () => {
    const calendars = async (actor: TestActor) => (await actor.get('/api/schedule/calendars')).json<CalendarsView>();
    expect(await calendars(lead)).toEqual({ people: [{ id: anna.person.id, name: 'Anna' }], teams: [{ id: team, name: 'North' }] });
    expect(await calendars(ben)).toEqual({ people: [], teams: [] });
  });

  it('brings holidays and make-up days along', async () => {
    await world.database.query(`INSERT INTO calendar_days (day, kind, name, source) VALUES ('2026-03-14', 'working', '春节', 'cn_arrangement'), ('2026-03-11', 'holiday', 'Company day', 'manual')`);
    const { days, week } = await read(anna);
    expect(days.map(({ day, kind, name }) => `${day} ${kind} ${name}`)).toEqual(['2026-03-11 holiday Company day', '2026-03-14 working Spring Festival']);
    expect(week.weekStartsOn).toBe(1);
  });

  it('refuses periods that end before they start or are longer than 62 days', async () => {
    const code = async (period: string) => (await anna.get(`/api/schedule?${period}&whose=me`)).json<{ errors: { code: string }[] }>().errors[0]?.code;
    expect(await code('from=2026-03-10&until=2026-03-10')).toBe('ends_before_it_starts');
    expect(await code('from=2026-03-01&until=2026-05-03')).toBe('period_too_long');
    expect(await code('from=2026-02-30&until=2026-05-03')).toBe('bad_date');
  });
});
