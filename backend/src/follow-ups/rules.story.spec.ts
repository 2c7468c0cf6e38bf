import { CHANNEL, DISPOSITION, contact, customerOf, customerRow, type Said } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { newId } from '../platform/ids.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('facts and intentions', () => {
  let world: World;
  let anna: TestActor;
  let ben: TestActor;
  let lead: TestActor;
  let customerId: string;
  beforeAll(async () => {
    world = await World.open();
    const teamId = (await world.team('North')).id;
    [anna, ben] = [await world.person({ teamId, scope: 'team' }), await world.person({ teamId, scope: 'team' })];
    lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    customerId = await customerOf(world, anna);
  });

  const log = async (given: object = {}, who = anna) => (await who.post('/api/follow-ups', contact(customerId, given))).json<Said>();
  const plan = async (given: object, who = anna) => (await who.post('/api/touchpoints', { customerId, ...given })).json<Said>();
  const open = async () => (await anna.get(`/api/customers/${customerId}/touchpoints?state=scheduled`)).json<{ items: { ownerId: string }[] }>().items;

  it('keeps three times apart: when it happened, when it was typed, and when it was due', async () => {
    const due = await plan({ dueOn: '2026-03-11' });
    const { id } = await log({ occurredAt: '2026-03-10T00:30:00Z' });
    const [item] = (await anna.get(`/api/customers/${customerId}/timeline`)).json<{ items: { occurredAt: string; loggedAt: string; kept: { id: string; dueOn: string } }[] }>().items;
    expect(item).toMatchObject({ id, occurredAt: '2026-03-10T00:30:00.000Z', loggedAt: '2026-03-10T02:00:00.000Z', kept: { id: due.id, dueOn: '2026-03-11' } });
  });

  it('lets two open touchpoints of one customer stand side by side, of two people and of two purposes', async () => {
    await plan({ dueOn: '2026-03-12', purpose: 'Quote' });
    await plan({ dueOn: '2026-03-12', purpose: 'Invoice' });
    await plan({ dueOn: '2026-03-12', purpose: 'Quote' }, ben);
    expect((await open()).length).toBe(3);
    await log({}, ben);
    expect((await open()).map(({ ownerId }) => ownerId)).toEqual([anna.person.id, anna.person.id]);
  });

  it('counts a contact with any of its people for the customer', async () => {
    const personId = newId();
    await world.database.query(`INSERT INTO contact_people (id, customer_id, name, position) VALUES ($1, $2, 'Li Na', 1)`, [personId, customerId]);
    await log({ contactPersonId: personId });
    expect(await customerRow(world, customerId)).toMatchObject({ lastContactAt: world.clock.now(), lastHeardAt: world.clock.now(), lastEffectiveAt: world.clock.now() });
  });

  it('keeps the four judgements apart: each is changed without the others', async () => {
    const { id } = await log({ dispositionId: DISPOSITION.reached, evaluation: 3, validity: 'valid' });
    const change = async (given: object, version: number) => (await anna.patch(`/api/follow-ups/${id}`, given, { 'if-match': `"${version}"` })).json<object>();
    expect(await change({ evaluation: 1 }, 1)).toMatchObject({ dispositionKind: 'reached', outcomeId: null, evaluation: 1, validity: 'valid' });
    expect(await change({ validity: 'unassessed' }, 2)).toMatchObject({ dispositionKind: 'reached', outcomeId: null, evaluation: 1, validity: 'unassessed' });
    expect(await change({ dispositionId: DISPOSITION.noAnswer }, 3)).toMatchObject({ dispositionKind: 'no_answer', outcomeId: null, evaluation: 1, validity: 'unassessed' });
  });

  it('leaves the credit for a contact with its author when the customer changes owner', async () => {
    await log({ channelId: CHANNEL.visit });
    await lead.post(`/api/customers/${customerId}/ownership`, { ownerId: ben.person.id });
    const report = (await lead.get(`/api/reports/communications?by=person&from=2026-03-10&until=2026-03-11&filter=channel:${CHANNEL.visit}`)).json<{ rows: { keys: string[]; numbers: number[] }[] }>();
    expect(report.rows.map(({ keys, numbers }) => [keys[0], numbers[0]])).toEqual([[anna.person.id, 1]]);
  });

  it('are never deleted: after the minute of the undo a record can only be corrected, and archiving a customer keeps it', async () => {
    const { id } = await log();
    world.clock.pass(61_000);
    expect((await anna.delete(`/api/follow-ups/${id}`)).statusCode).toBe(410);
    await anna.post(`/api/customers/${customerId}/archival`);
    expect((await anna.get(`/api/customers/${customerId}/timeline`)).json<Said>().items.map((item) => item.id)).toEqual([id]);
    world.clock.moveTo('2026-03-10T02:00:00Z');
  });
});
