import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import type { CustomerView } from '../customer.dto.ts';
import { customerOf, refusals } from '../customers.testing.ts';
import type { OwnerHistoryView, OwnersChangedView } from './ownership.dto.ts';

describe('the owner of a customer', () => {
  let world: World;
  let lead: TestActor;
  let anna: TestActor;
  let ben: TestActor;
  let north: string;
  beforeAll(async () => {
    world = await World.open({ at: '2026-03-10T02:00:00Z' });
    north = (await world.team('North')).id;
    lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId: north });
    anna = await world.person({ teamId: north });
    ben = await world.person({ teamId: north, timeZone: 'America/New_York' });
  });
  afterAll(() => world.close());

  const give = (ids: string | string[], body: object, actor = lead) =>
    typeof ids === 'string' ? actor.post(`/api/customers/${ids}/ownership`, body) : actor.post('/api/customers/ownership', { ids, ...body });
  const touchpoint = async (customerId: string, owner: TestActor, given: { dueAt?: string; state?: string } = {}): Promise<string> => {
    const id = newId();
    await world.database.query(
      `INSERT INTO touchpoints (id, customer_id, owner_id, due_on, due_at, first_due_on, origin, state, closed_at, created_at, created_by_id)
       VALUES ($1, $2, $3, '2026-03-12', $4, '2026-03-12', 'manual', $5::varchar, CASE WHEN $5 = 'scheduled' THEN NULL ELSE now() END, now(), $3)`,
      [id, customerId, owner.person.id, given.dueAt ?? null, given.state ?? 'scheduled'],
    );
    await world.database.query('SELECT refresh_contact_state(ARRAY[$1::uuid])', [customerId]);
    return id;
  };
  const keepers = async (...ids: string[]): Promise<string[]> => (await world.database.query<{ owner: string }[]>('SELECT owner_id AS owner FROM touchpoints WHERE id = ANY($1) ORDER BY id', [ids])).map(({ owner }) => owner);

  it('changes with a dated trace, and the open touchpoints follow', async () => {
    const { id } = await customerOf(anna);
    const [open, done, hers] = [await touchpoint(id, anna), await touchpoint(id, anna, { state: 'done' }), await touchpoint(id, lead)];
    const answer = await give(id, { ownerId: ben.person.id });
    expect([answer.statusCode, answer.json()]).toEqual([200, { changed: 1, given: [{ id, version: 2 }] }]);
    expect(await keepers(open, done, hers)).toEqual([ben.person.id, anna.person.id, lead.person.id]);
    expect((await ben.get(`/api/customers/${id}`)).json()).toMatchObject({ ownerId: ben.person.id, teamId: north, version: 2, nextTouchpointOn: '2026-03-12' });
    expect((await anna.get(`/api/customers/${id}`)).statusCode).toBe(404);
    expect((await lead.get(`/api/customers/${id}/ownership`)).json<OwnerHistoryView>().items).toMatchObject([
      { fromOwnerId: anna.person.id, toOwnerId: ben.person.id, fromTeamId: north, toTeamId: north, changedAt: '2026-03-10T02:00:00.000Z', changedById: lead.person.id },
    ]);
  });

  it('leaves the touchpoints where they are when asked to', async () => {
    const { id } = await customerOf(anna);
    const open = await touchpoint(id, anna);
    await give(id, { ownerId: ben.person.id, moveTouchpoints: false });
    expect(await keepers(open)).toEqual([anna.person.id]);
  });

  it('gets a due time on the day that it is where the new owner is', async () => {
    const { id } = await customerOf(anna);
    await touchpoint(id, anna, { dueAt: '2026-03-12T01:00:00Z' });
    await give(id, { ownerId: ben.person.id });
    expect((await lead.get(`/api/customers/${id}`)).json()).toMatchObject({ nextTouchpointOn: '2026-03-11' });
  });

  it('changes for many at once, and counts only those whose owner was another', async () => {
    const customers = [await customerOf(anna), await customerOf(anna), await customerOf(ben)];
    expect((await give(customers.map(({ id }) => id), { ownerId: ben.person.id })).json()).toMatchObject({ changed: 2 });
    expect((await give(customers.map(({ id }) => id), { ownerId: ben.person.id })).json()).toEqual({ changed: 0, given: [] });
  });

  it('changes for none when one of many is out of sight', async () => {
    const stranger = await world.person();
    const [mine, theirs] = [await customerOf(anna), await customerOf(stranger)];
    expect((await give([mine.id, theirs.id], { ownerId: ben.person.id })).statusCode).toBe(404);
    expect((await anna.get(`/api/customers/${mine.id}`)).json<CustomerView>().version).toBe(1);
  });

  it('is never somebody whom the actor does not see, or who left', async () => {
    const { id } = await customerOf(anna);
    const stranger = await world.person();
    const gone = await world.person({ teamId: north });
    await world.database.query(`UPDATE people SET state = 'disabled' WHERE id = $1`, [gone.person.id]);
    for (const ownerId of [stranger.person.id, gone.person.id, newId()]) expect(refusals(await give(id, { ownerId }))).toEqual(['ownerId unknown_person']);
    expect(refusals(await give(id, {}))).toEqual(['ownerId required']);
    expect((await give(id, { ownerId: ben.person.id }, anna)).statusCode).toBe(403);
  });

  it('may be nobody for a while; the touchpoints wait where they are', async () => {
    const { id } = await customerOf(anna);
    const open = await touchpoint(id, anna);
    expect(refusals(await give(id, { ownerId: null }))).toEqual(['ownerId out_of_your_sight']);
    expect((await give(id, { ownerId: null, teamId: north })).json()).toMatchObject({ changed: 1 });
    expect(await keepers(open)).toEqual([anna.person.id]);
    expect((await lead.get(`/api/customers/${id}`)).json()).toMatchObject({ ownerId: null, teamId: north });
  });

  describe('is taken back', () => {
    const takeBack = (given: unknown, actor = lead) => actor.post('/api/customers/ownership/reversal', { given });
    const gave = async (ids: string[], to: TestActor): Promise<OwnersChangedView['given']> => (await give(ids, { ownerId: to.person.id })).json<OwnersChangedView>().given;

    it('with the touchpoints that had followed and no others, and leaves a trace of its own', async () => {
      const [one, two] = [await customerOf(anna), await customerOf(anna)];
      const [followed, bens] = [await touchpoint(one.id, anna, { dueAt: '2026-03-12T01:00:00Z' }), await touchpoint(one.id, ben)];
      const answer = await takeBack(await gave([one.id, two.id], ben));
      expect([answer.statusCode, answer.json<OwnersChangedView>().changed]).toEqual([200, 2]);
      expect(await keepers(followed, bens)).toEqual([anna.person.id, ben.person.id]);
      expect((await anna.get(`/api/customers/${one.id}`)).json()).toMatchObject({ ownerId: anna.person.id, teamId: north, version: 3, nextTouchpointOn: '2026-03-12' });
      const { items } = (await lead.get(`/api/customers/${one.id}/ownership`)).json<OwnerHistoryView>();
      expect(items.map(({ fromOwnerId, toOwnerId }) => [fromOwnerId, toOwnerId])).toEqual([[ben.person.id, anna.person.id], [anna.person.id, ben.person.id]]);
    });

    it('also when the one who gave it away has left since', async () => {
      const gone = await world.person({ teamId: north });
      const { id } = await customerOf(gone);
      const given = await gave([id], ben);
      await world.database.query(`UPDATE people SET state = 'disabled' WHERE id = $1`, [gone.person.id]);
      expect((await takeBack(given)).statusCode).toBe(200);
      expect((await lead.get(`/api/customers/${id}`)).json<CustomerView>().ownerId).toBe(gone.person.id);
    });

    it('for none when one was changed since, was given by somebody else, or is out of sight', async () => {
      const [one, two] = [await customerOf(anna), await customerOf(anna)];
      const given = await gave([one.id, two.id], ben);
      await ben.patch(`/api/customers/${two.id}`, { note: 'x' }, { 'if-match': '2' });
      expect((await takeBack(given)).statusCode).toBe(412);
      const other = await world.person({ roles: ['team_lead'], scope: 'team', teamId: north });
      expect((await takeBack(given.slice(0, 1), other)).json()).toMatchObject({ status: 409, code: 'not_your_change' });
      expect((await takeBack(given, await world.person({ roles: ['team_lead'] }))).statusCode).toBe(404);
      expect((await takeBack(given, anna)).statusCode).toBe(403);
      expect((await lead.get(`/api/customers/${one.id}`)).json<CustomerView>().ownerId).toBe(ben.person.id);
    });
  });
});
