import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import type { CustomerView } from '../customer.dto.ts';
import { type Refused, customerOf, refusals } from '../customers.testing.ts';
import type { StageHistoryView } from './stage-changes.dto.ts';
import { StageHistory } from './stage-history.ts';

const [NEW, QUALIFIED, PROPOSAL, , WON, LOST] = [1, 2, 3, 4, 5, 6].map((n) => `01990004-0000-7000-8000-00000000000${n}`) as [string, string, string, string, string, string];

describe('the stages of a customer', () => {
  let world: World;
  let anna: TestActor;
  let lead: TestActor;
  beforeAll(async () => {
    world = await World.open({ at: '2026-03-10T02:00:00Z' });
    anna = await world.person();
    lead = await world.person({ roles: ['team_lead'], scope: 'all' });
  });
  afterEach(() => world.clock.moveTo('2026-03-10T02:00:00Z'));
  afterAll(() => world.close());

  const move = (id: string, body: object, actor = anna, headers = {}) => actor.post(`/api/customers/${id}/stage-changes`, body, headers);
  const customer = async (id: string): Promise<CustomerView> => (await anna.get(`/api/customers/${id}`)).json<CustomerView>();

  it('move, and every change is dated with who, from where, to where and why', async () => {
    const { id } = await customerOf(anna);
    world.clock.pass(60_000);
    const answer = await move(id, { stageId: LOST, reason: 'Price' });
    expect([answer.statusCode, answer.json()]).toMatchObject([201, { stageId: LOST, isOpen: false, convertedAt: null, items: [
      { fromStageId: NEW, toStageId: LOST, changedAt: '2026-03-10T02:01:00.000Z', changedOn: '2026-03-10', amount: null, reason: 'Price', changedById: anna.person.id, followUpId: null },
      { fromStageId: null, toStageId: NEW, changedAt: '2026-03-10T02:00:00.000Z' },
    ] }]);
    expect(await customer(id)).toMatchObject({ stageId: LOST, isOpen: false, stageChangeCount: 2, version: 2 });
    expect((await anna.get(`/api/customers/${id}/stage-changes`)).json()).toEqual(answer.json());
  });

  it('convert with the first won one and its amount, also when it is recorded later', async () => {
    const { id } = await customerOf(anna, { knownSinceOn: '2026-01-05' });
    await move(id, { stageId: WON, on: '2026-03-01', amount: 99.5 });
    await move(id, { stageId: WON, on: '2026-02-01', amount: 10 });
    const history = (await anna.get(`/api/customers/${id}/stage-changes`)).json<StageHistoryView>();
    expect(history.items.map(({ toStageId, changedOn, amount }) => [toStageId, changedOn, amount])).toEqual([[WON, '2026-03-01', 99.5], [WON, '2026-02-01', 10], [NEW, '2026-01-05', null]]);
    expect(new Date((await customer(id)).convertedAt ?? 0).toISOString()).toBe('2026-02-01T15:59:59.999Z');
  });

  it('that happened in the past do not move where the customer stands today', async () => {
    const { id } = await customerOf(anna, { knownSinceOn: '2026-01-05' });
    await move(id, { stageId: PROPOSAL, on: '2026-03-01' });
    const answer = await move(id, { stageId: QUALIFIED, on: '2026-02-01' });
    expect(answer.json<StageHistoryView>().items.map(({ fromStageId, toStageId }) => [fromStageId, toStageId])).toEqual([[QUALIFIED, PROPOSAL], [NEW, QUALIFIED], [null, NEW]]);
    expect(await customer(id)).toMatchObject({ stageId: PROPOSAL });
  });

  it('are refused with the field at fault', async () => {
    const { id } = await customerOf(anna);
    expect(refusals(await move(id, { stageId: LOST }))).toEqual(['reason required']);
    expect(refusals(await move(id, { stageId: QUALIFIED, amount: 1 }))).toEqual(['amount only_when_won']);
    expect(refusals(await move(id, { stageId: newId() }))).toEqual(['stageId unknown_stage']);
    expect(refusals(await move(id, { stageId: WON, on: '2026-03-11' }))).toEqual(['on in_the_future']);
    expect(refusals(await move(id, { stageId: WON, at: '2026-03-10T02:00:01Z' }))).toEqual(['at in_the_future']);
    expect(refusals(await move(id, { stageId: WON, on: '2026-03-09', at: '2026-03-09T02:00:00Z' }))).toEqual(['on either_day_or_time']);
    expect(refusals(await move(id, { stageId: WON, amount: -1 }))).toEqual(['amount too_small']);
    expect((await move(id, { stageId: NEW })).json<Refused>().code).toBe('already_in_stage');
    expect(await customer(id)).toMatchObject({ stageChangeCount: 1, version: 1 });
  });

  it('never lie before the day on which the customer began, which can be put earlier', async () => {
    const { id } = await customerOf(anna, { knownSinceOn: '2026-02-10' });
    const refused = await move(id, { stageId: WON, on: '2026-02-09' });
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { errors: [{ field: 'on', code: 'before_first_stage', params: { on: '2026-02-10' } }] }]);
    expect(refusals(await move(id, { stageId: WON, at: '2026-02-09T02:00:00Z' }))).toEqual(['at before_first_stage']);
    expect(await customer(id)).toMatchObject({ stageId: NEW, stageChangeCount: 1, convertedAt: null });
    expect((await anna.patch(`/api/customers/${id}`, { knownSinceOn: '2026-02-02' }, { 'if-match': '1' })).statusCode).toBe(200);
    const moved = (await move(id, { stageId: WON, on: '2026-02-09', amount: 1 })).json<StageHistoryView>();
    expect(moved.items.map(({ fromStageId, toStageId, changedOn }) => [fromStageId, toStageId, changedOn])).toEqual([[NEW, WON, '2026-02-09'], [null, NEW, '2026-02-02']]);
    expect(await customer(id)).toMatchObject({ stageId: WON });
    // What came after the first stage keeps its place.
    expect((await anna.patch(`/api/customers/${id}`, { knownSinceOn: '2026-02-20' }, { 'if-match': '3' })).statusCode).toBe(200);
    expect((await anna.get(`/api/customers/${id}/stage-changes`)).json<StageHistoryView>().items.map(({ changedOn }) => changedOn)).toEqual(['2026-02-09', '2026-02-02']);
  });

  it('of the day on which the customer began follow its first stage, whatever the time', async () => {
    const { id } = await customerOf(anna);
    world.clock.pass(60_000);
    const answer = (await move(id, { stageId: QUALIFIED, at: '2026-03-10T01:00:00Z' })).json<StageHistoryView>();
    expect(answer.items.map(({ fromStageId, toStageId, changedAt }) => [fromStageId, toStageId, changedAt])).toEqual([[NEW, QUALIFIED, '2026-03-10T02:00:00.000Z'], [null, NEW, '2026-03-10T02:00:00.000Z']]);
    expect(await customer(id)).toMatchObject({ stageId: QUALIFIED });
    expect((await move(id, { stageId: QUALIFIED, at: '2026-03-10T00:30:00Z' })).json<Refused>().code).toBe('already_in_stage');
  });

  it('stay as they are while the customer is archived', async () => {
    const { id } = await customerOf(anna);
    await anna.post(`/api/customers/${id}/archival`);
    const refused = await move(id, { stageId: WON, amount: 1 });
    expect([refused.statusCode, refused.json<Refused>().code]).toEqual([409, 'customer_is_archived']);
    expect(await customer(id)).toMatchObject({ stageId: NEW, stageChangeCount: 1, convertedAt: null });
    await anna.delete(`/api/customers/${id}/archival`);
    expect((await move(id, { stageId: WON, amount: 1 })).statusCode).toBe(201);
  });

  it('change once however often the same request comes', async () => {
    const { id } = await customerOf(anna);
    const key = { 'idempotency-key': newId() };
    const answers = [await move(id, { stageId: WON }, anna, key), await move(id, { stageId: WON }, anna, key)];
    expect(answers[1]?.json()).toEqual(answers[0]?.json());
    expect(await customer(id)).toMatchObject({ stageChangeCount: 2 });
  });

  it('are taken back only by somebody who may correct records, with a trace', async () => {
    const { id } = await customerOf(anna);
    world.clock.pass(1_000);
    const [won] = (await move(id, { stageId: WON, amount: 7 })).json<StageHistoryView>().items;
    const address = `/api/customers/${id}/stage-changes/${won?.id}`;
    expect((await anna.delete(address)).statusCode).toBe(403);
    expect((await lead.delete(address)).json()).toMatchObject({ stageId: NEW, isOpen: true, convertedAt: null, items: [{ toStageId: NEW }] });
    expect((await lead.delete(address)).statusCode).toBe(404);
    const trace = await world.database.query(`SELECT action, details->>'amount' AS amount FROM audit_entries WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`, [id]);
    expect(trace).toEqual([{ action: 'customer.stage_change_taken_back', amount: '7.00' }]);
  });

  it('never end: the one a customer began with stays', async () => {
    const { id } = await customerOf(anna);
    const [first] = (await anna.get(`/api/customers/${id}/stage-changes`)).json<StageHistoryView>().items;
    expect((await lead.delete(`/api/customers/${id}/stage-changes/${first?.id}`)).json<Refused>().code).toBe('a_customer_has_a_stage');
  });

  it('of a communication go when it is withdrawn', async () => {
    const { id } = await customerOf(anna);
    const stages = world.app.get(StageHistory);
    const actor = { personId: lead.person.id, sees: { all: true, ownerIds: [], teamIds: [] }, organisation: { timeZone: 'Asia/Shanghai', currency: 'CNY' } } as never;
    const followUpId = newId();
    world.clock.pass(1_000);
    await world.database.transaction((tx) => stages.changeStage(tx, actor, { customerId: id, stageId: WON, at: world.clock.now(), followUpId }));
    expect(await customer(id)).toMatchObject({ stageId: WON });
    await world.database.transaction((tx) => stages.takeBackOf(tx, actor, id, followUpId));
    await world.database.transaction((tx) => stages.takeBackOf(tx, actor, id, followUpId));
    expect(await customer(id)).toMatchObject({ stageId: NEW, stageChangeCount: 1 });
  });

  it('keep each other out when two change at the same time', async () => {
    const { id } = await customerOf(anna, { knownSinceOn: '2026-01-01' });
    await Promise.all([move(id, { stageId: WON, on: '2026-02-01' }), move(id, { stageId: QUALIFIED, on: '2026-02-02' }), move(id, { stageId: LOST, on: '2026-02-03', reason: 'x' })]);
    const { items } = (await anna.get(`/api/customers/${id}/stage-changes`)).json<StageHistoryView>();
    expect(items.map(({ fromStageId, toStageId }) => [fromStageId, toStageId])).toEqual([[QUALIFIED, LOST], [WON, QUALIFIED], [NEW, WON], [null, NEW]]);
    expect(await customer(id)).toMatchObject({ stageId: LOST });
  });
});
