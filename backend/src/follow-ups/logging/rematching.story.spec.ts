import fc from 'fast-check';
import { CHANNEL, DISPOSITION, type Said, contact, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import { isMatchAffected, keptAnew } from './rematching.rules.ts';

interface Card extends Said { kept: { id: string; because: string } | null }

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('which touchpoint a communication keeps after a correction', () => {
  let world: World;
  let sales: TestActor;
  let customerId: string;
  let near: string;
  let far: string;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
  });
  afterAll(() => world.close());
  const plan = async (dueOn: string, given: object = {}): Promise<string> => (await sales.post('/api/touchpoints', { customerId, dueOn, channelId: CHANNEL.phone, purpose: `Due ${dueOn}`, ...given })).json<Said>().id;
  beforeEach(async () => {
    customerId = await customerOf(world, sales);
    world.clock.moveTo('2026-03-02T02:00:00Z');
    [near, far] = [await plan('2026-03-09'), await plan('2026-03-16')];
    world.clock.moveTo('2026-03-10T02:00:00Z');
  });
  const log = async (given: object = {}): Promise<Said> => (await sales.post('/api/follow-ups', contact(customerId, given))).json<Said>();
  const correct = async (id: string, given: object, version = 1): Promise<Card> => {
    const answer = await sales.patch(`/api/follow-ups/${id}`, given, { 'if-match': `"${version}"` });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<Card>();
  };
  const state = async (id: string): Promise<string> => (await sales.get(`/api/touchpoints/${id}`)).json<Said>().state;
  const keeps = ({ kept }: Card): unknown => kept && [kept.id, kept.because];

  it('is decided anew by the same rule when the time changes; the other one opens again, and the trace says both', async () => {
    const { id, keptTouchpointId } = await log();
    expect(keptTouchpointId).toBe(near);
    world.clock.moveTo('2026-03-17T02:00:00Z');
    const card = await correct(id, { occurredAt: '2026-03-13T02:00:00Z' });
    expect(keeps(card)).toEqual([far, 'same_owner_and_channel']);
    expect([await state(near), await state(far)]).toEqual(['scheduled', 'done']);
    const [trace] = (await sales.get(`/api/follow-ups/${id}/corrections`)).json<{ items: { changes: object[] }[] }>().items;
    expect(trace!.changes).toContainEqual({ property: 'touchpointId', before: '2026-03-09 Due 2026-03-09', after: '2026-03-16 Due 2026-03-16' });
    const audited = await world.database.query<object[]>(`SELECT action, subject_id AS id, details->>'because' AS because FROM audit_entries WHERE action IN ('touchpoint.reopened', 'touchpoint.kept') AND details->>'followUpId' = $1 ORDER BY action`, [id]);
    expect(audited).toEqual([{ action: 'touchpoint.kept', id: far, because: 'same_owner_and_channel' }, { action: 'touchpoint.reopened', id: near, because: 'same_owner_and_channel' }]);
    expect((await sales.get(`/api/customers/${customerId}`)).json()).toMatchObject({ nextTouchpointOn: '2026-03-09' });
  });

  it('says the new reason where the touchpoint stays', async () => {
    const { id } = await log();
    const card = await correct(id, { channelId: CHANNEL.visit });
    expect(keeps(card)).toEqual([near, 'same_owner']);
    expect((await sales.get(`/api/follow-ups/${id}/corrections`)).json<{ items: { changes: object[] }[] }>().items[0]!.changes).toContainEqual({ property: 'countedBecause', before: 'same_owner_and_channel', after: 'same_owner' });
  });

  it('is found when an attempt turns out to have reached, and let go when it had not, or is invalid', async () => {
    const { id } = await log({ dispositionId: DISPOSITION.noAnswer });
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.reached }))).toEqual([near, 'same_owner_and_channel']);
    expect(await state(near)).toBe('done');
    expect(keeps(await correct(id, { validity: 'invalid', invalidReason: 'Wrong customer' }, 2))).toBeNull();
    expect(await state(near)).toBe('scheduled');
    expect(keeps(await correct(id, { validity: 'valid' }, 3))).toEqual([near, 'same_owner_and_channel']);
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.busy }, 4))).toBeNull();
  });

  it('stays where it was chosen by hand, none too, and where a correction does not concern it', async () => {
    const chosen = await log({ touchpointId: far });
    expect(keeps(await correct(chosen.id, { occurredAt: '2026-03-09T02:00:00Z' }))).toEqual([far, 'chosen']);
    const none = await log({ touchpointId: null });
    expect(none).toMatchObject({ keptTouchpointId: null, countedBecause: null });
    expect(keeps(await correct(none.id, { occurredAt: '2026-03-09T03:00:00Z' }))).toBeNull();
    expect(await state(near)).toBe('scheduled');
    const text = await log({ touchpointId: near });
    expect(keeps(await correct(text.id, { text: 'Other', evaluation: 4 }))).toEqual([near, 'chosen']);
  });

  it('is the one that was chosen by hand again after an attempt that was none, unless it is gone', async () => {
    const { id } = await log({ touchpointId: far });
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.noAnswer }))).toBeNull();
    expect([await state(near), await state(far)]).toEqual(['scheduled', 'scheduled']);
    expect(keeps(await correct(id, { channelId: CHANNEL.visit }, 2))).toBeNull();
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.reached }, 3))).toEqual([far, 'chosen']);
    expect([await state(near), await state(far)]).toEqual(['scheduled', 'done']);
    expect(keeps(await correct(id, { validity: 'invalid', invalidReason: 'x' }, 4))).toBeNull();
    expect(keeps(await correct(id, { validity: 'valid' }, 5))).toEqual([far, 'chosen']);
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.busy }, 6))).toBeNull();
    const other = await log({ touchpointId: far });
    expect(other.keptTouchpointId).toBe(far);
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.reached, channelId: CHANNEL.phone }, 7))).toEqual([near, 'same_owner_and_channel']);
  });

  it('is never the step that followed from it, nor one that was planned later', async () => {
    await sales.post(`/api/touchpoints/${near}/cancellation`, { reason: 'x' }, { 'if-match': '1' });
    await sales.post(`/api/touchpoints/${far}/cancellation`, { reason: 'x' }, { 'if-match': '1' });
    const { id } = await log({ nextStep: { kind: 'touchpoint', dueOn: '2026-03-12' } });
    await plan('2026-03-11');
    expect(keeps(await correct(id, { channelId: CHANNEL.visit }))).toBeNull();
  });

  it('is one that was missed, inside of the grace period; a missed one that is let go is open until the next hour', async () => {
    const [planId, planItemId, person] = [newId(), newId(), sales.person.id];
    await world.database.query(`INSERT INTO plans (id, name, from_on, until_on, responsible_id, planner_id, created_by_id, created_at, state) VALUES ($1, 'Plan', '2026-01-01', '2026-02-20', $2, $2, $2, '2026-01-01', 'running')`, [planId, person]);
    await world.database.query(`INSERT INTO plan_items (id, plan_id, position, objective) VALUES ($1, $2, 0, 'Keep in touch')`, [planItemId, planId]);
    const missed = newId();
    await world.database.query(
      `INSERT INTO touchpoints (id, customer_id, owner_id, due_on, first_due_on, origin, state, closed_at, closed_reason, plan_item_id, occurrence, window_from, window_until, created_at, created_by_id)
       VALUES ($1, $2, $3, '2026-02-12', '2026-02-12', 'plan', 'missed', '2026-02-20', 'window_over', $4, 1, '2026-02-09', '2026-02-16', '2026-01-01', $3)`, [missed, customerId, person, planItemId]);
    const { id } = await log();
    expect(keeps(await correct(id, { occurredAt: '2026-02-11T02:00:00Z' }))).toEqual([missed, 'plan_window_late']);
    expect([await state(near), await state(missed)]).toEqual(['scheduled', 'done']);
    expect(keeps(await correct(id, { channelId: CHANNEL.visit }, 2))).toEqual([missed, 'plan_window_late']);
    expect(keeps(await correct(id, { occurredAt: '2026-03-10T01:00:00Z' }, 3))).toEqual([near, 'same_owner']);
    expect(await state(missed)).toBe('scheduled');
  });

  it('is cancelled like the others when it is let go after its plan was closed, and kept again when the contact counts again', async () => {
    const [planId, planItemId, person] = [newId(), newId(), sales.person.id];
    await world.database.query(`INSERT INTO plans (id, name, from_on, until_on, responsible_id, planner_id, created_by_id, created_at, state) VALUES ($1, 'Plan', '2026-01-01', '2026-07-01', $2, $2, $2, '2026-01-01', 'running')`, [planId, person]);
    await world.database.query(`INSERT INTO plan_items (id, plan_id, position, objective) VALUES ($1, $2, 0, 'Keep in touch')`, [planItemId, planId]);
    const planned = newId();
    await world.database.query(
      `INSERT INTO touchpoints (id, customer_id, owner_id, due_on, first_due_on, origin, plan_item_id, occurrence, window_from, window_until, created_at, created_by_id)
       VALUES ($1, $2, $3, '2026-03-10', '2026-03-10', 'plan', $4, 1, '2026-03-05', '2026-03-17', '2026-01-01', $3)`, [planned, customerId, person, planItemId]);
    await sales.post(`/api/touchpoints/${near}/cancellation`, { reason: 'x' }, { 'if-match': '1' });
    await sales.post(`/api/touchpoints/${far}/cancellation`, { reason: 'x' }, { 'if-match': '1' });
    const { id, keptTouchpointId } = await log();
    expect(keptTouchpointId).toBe(planned);
    await world.database.query(`UPDATE plans SET state = 'closed' WHERE id = $1`, [planId]);
    world.clock.moveTo('2026-03-11T02:00:00Z');
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.noAnswer }))).toBeNull();
    expect((await sales.get(`/api/touchpoints/${planned}`)).json()).toMatchObject({ state: 'cancelled', closedReason: 'plan_closed' });
    expect((await sales.get(`/api/customers/${customerId}`)).json()).toMatchObject({ nextTouchpointOn: null });
    expect(keeps(await correct(id, { dispositionId: DISPOSITION.reached }, 2))).toEqual([planned, 'plan_window']);
    expect((await sales.get(`/api/touchpoints/${planned}`)).json()).toMatchObject({ state: 'done', closedReason: null });
  });

  it('goes to nobody twice: what another communication keeps is not open', async () => {
    const first = await log();
    const second = await log({ occurredAt: '2026-03-09T02:00:00Z' });
    expect([first.keptTouchpointId, second.keptTouchpointId]).toEqual([near, far]);
    expect(keeps(await correct(second.id, { channelId: CHANNEL.visit }))).toEqual([far, 'same_owner']);
    expect(keeps(await correct(first.id, { dispositionId: DISPOSITION.noAnswer }))).toBeNull();
    expect(keeps(await correct(second.id, { channelId: CHANNEL.phone }, 2))).toEqual([near, 'same_owner_and_channel']);
    expect(await state(far)).toBe('scheduled');
  });
});

describe('the rules of matching anew', () => {
  const before = { channelId: 'a', dispositionId: 'b', occurredAt: new Date('2026-03-10T02:00:00Z'), validity: 'unassessed' as const };
  it.each([
    [{}, false], [{ channelId: 'c' }, true], [{ dispositionId: 'c' }, true], [{ occurredAt: new Date('2026-03-10T02:01:00Z') }, true], [{ validity: 'valid' as const }, false], [{ validity: 'invalid' as const }, true],
  ])('%j: %s', (change, isAffected) => expect(isMatchAffected(before, { ...before, ...change })).toBe(isAffected));

  it('never keep one for a contact that keeps none, and never give a reason without a touchpoint but that of the author', () => {
    const anyKept = fc.constantFrom({ touchpointId: null, countedBecause: null }, { touchpointId: null, countedBecause: 'chosen' }, { touchpointId: 't', countedBecause: 'same_owner' });
    const anyMatch = fc.constantFrom(null, { touchpoint: { id: 'u' }, because: 'in_window' as const });
    fc.assert(fc.property(anyKept, fc.boolean(), fc.boolean(), anyMatch, (kept, isKeeping, isAffected, match) => {
      const after = keptAnew(kept, { isKeeping, isAffected, match });
      if (!isKeeping) expect(after.touchpointId).toBeNull();
      if (after.touchpointId === null) expect([null, 'chosen']).toContain(after.countedBecause);
      else expect(after.countedBecause).not.toBeNull();
      if (isKeeping && !isAffected) expect(after).toEqual(kept);
    }));
  });
});
