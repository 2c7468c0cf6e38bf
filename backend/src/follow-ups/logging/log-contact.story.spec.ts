import { CHANNEL, DISPOSITION, OUTCOME, STAGE, contact, customerOf, customerRow, type Said } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('logging a contact', () => {
  let world: World;
  let sales: TestActor;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
  });
  afterAll(() => world.close());

  const plan = async (customerId: string, given: object = {}) => (await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-12', ...given })).json<Said>();

  it('writes the record, plans the next contact and derives what the customer row says', async () => {
    const customerId = await customerOf(world, sales);
    const answer = await sales.post('/api/follow-ups', contact(customerId, { evaluation: 4, outcomeId: OUTCOME.interested, text: 'Wants a quote', nextStep: { kind: 'touchpoint', dueOn: '2026-03-13', purpose: 'Quote', isPromised: true } }));
    expect(answer.statusCode).toBe(201);
    const logged = answer.json<Said>();
    expect(logged).toMatchObject({ keptTouchpointId: null, countedBecause: null, isNextTouchpointMoved: false, respondBy: null, undoUntil: '2026-03-10T02:00:10.000Z' });
    const next = (await sales.get(`/api/touchpoints/${logged.nextTouchpointId}`)).json<Said>();
    expect(next).toMatchObject({ dueOn: '2026-03-13', dueAt: null, firstDueOn: '2026-03-13', purpose: 'Quote', isPromised: true, state: 'scheduled', origin: 'next_contact', ownerId: sales.person.id });
    expect(await customerRow(world, customerId)).toMatchObject({
      lastContactAt: world.clock.now(), lastHeardAt: world.clock.now(), lastEffectiveAt: world.clock.now(), cadenceAnchorOn: '2026-03-10', nextTouchpointOn: '2026-03-13', nextStep: 'touchpoint',
    });
    const audit = await world.database.query('SELECT action FROM audit_entries WHERE subject_id = $1', [logged.id]);
    expect(audit).toEqual([{ action: 'follow_up.logged' }]);
  });

  it('can not forget the next step', async () => {
    const customerId = await customerOf(world, sales);
    const refused = await sales.post('/api/follow-ups', { ...contact(customerId), nextStep: undefined });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<Said>().errors).toEqual([{ field: 'nextStep', code: 'required' }]);
    const steps: [object, string, string][] = [
      [{ kind: 'none' }, 'nextStep.reason', 'required'],
      // A reason that nobody can see is none: zero-width, direction, filler.
      [{ kind: 'none', reason: ' \u200b\u202e\u3164\ufeff' }, 'nextStep.reason', 'required'],
      [{ kind: 'touchpoint' }, 'nextStep.dueOn', 'required'],
      [{ kind: 'touchpoint', dueOn: '2026-03-11', dueAt: '2026-03-11T02:00:00Z' }, 'nextStep.dueOn', 'day_or_time'],
      [{ kind: 'touchpoint', dueOn: '2026-03-09' }, 'nextStep.dueOn', 'in_the_past'],
      [{ kind: 'touchpoint', dueAt: '2026-03-10T01:00:00Z' }, 'nextStep.dueAt', 'in_the_past'],
      [{ kind: 'cadence', dueOn: '2026-03-11' }, 'nextStep.dueOn', 'date_without_touchpoint'],
    ];
    for (const [nextStep, field, code] of steps) {
      const answer = await sales.post('/api/follow-ups', contact(customerId, { nextStep }));
      expect([answer.statusCode, answer.json<Said>().errors]).toEqual([422, [expect.objectContaining({ field, code })]]);
    }
  });

  it('records what lies behind and refuses what lies ahead, with five minutes for clocks that differ', async () => {
    const customerId = await customerOf(world, sales);
    const ahead = await sales.post('/api/follow-ups', contact(customerId, { occurredAt: '2026-03-10T02:06:00Z' }));
    expect([ahead.statusCode, ahead.json<Said>().errors]).toEqual([422, [{ field: 'occurredAt', code: 'not_yet_happened' }]]);
    for (const occurredAt of ['2026-W10-1T10:00:00Z', '2026-069T10:00:00Z', '2026-02-30T10:00:00Z', '2026-03-09T10:00:00']) {
      const unread = await sales.post('/api/follow-ups', contact(customerId, { occurredAt }));
      expect([unread.statusCode, unread.json<Said>().errors]).toEqual([422, [{ field: 'occurredAt', code: 'bad_time' }]]);
    }
    const nearly = await sales.post('/api/follow-ups', contact(customerId, { occurredAt: '2026-03-10T02:04:00Z' }));
    expect(nearly.statusCode).toBe(201);
    expect((await sales.get(`/api/follow-ups/${nearly.json<Said>().id}`)).json<Said>().occurredAt).toBe('2026-03-10T02:00:00.000Z');
    const late = (await sales.post('/api/follow-ups', contact(customerId, { occurredAt: '2026-03-03T02:00:00Z' }))).json<Said>();
    expect((await sales.get(`/api/follow-ups/${late.id}`)).json<Said>().isLate).toBe(true);
    expect((await customerRow(world, customerId)).lastContactAt?.toISOString()).toBe('2026-03-10T02:00:00.000Z');
  });

  it('keeps the touchpoint that was chosen, the one that the rule finds, or none', async () => {
    const customerId = await customerOf(world, sales);
    const [near, chosen] = [await plan(customerId, { channelId: CHANNEL.phone }), await plan(customerId, { channelId: CHANNEL.visit, dueOn: '2026-05-05' })];
    const none = (await sales.post('/api/follow-ups', contact(customerId, { touchpointId: null }))).json<Said>();
    expect(none.keptTouchpointId).toBeNull();
    const byHand = (await sales.post('/api/follow-ups', contact(customerId, { touchpointId: chosen.id }))).json<Said>();
    expect(byHand).toMatchObject({ keptTouchpointId: chosen.id, countedBecause: 'chosen' });
    const byRule = (await sales.post('/api/follow-ups', contact(customerId))).json<Said>();
    expect(byRule).toMatchObject({ keptTouchpointId: near.id, countedBecause: 'same_owner_and_channel' });
    expect((await sales.get(`/api/touchpoints/${near.id}`)).json<Said>()).toMatchObject({ state: 'done', closedAt: '2026-03-10T02:00:00.000Z', followUpId: byRule.id });
    const twice = await sales.post('/api/follow-ups', contact(customerId, { touchpointId: near.id }));
    expect([twice.statusCode, twice.json<Said>().errors]).toEqual([422, [{ field: 'touchpointId', code: 'touchpoint_is_not_open' }]]);
  });

  it('leaves the touchpoint open after an attempt, and a new next date moves it', async () => {
    const customerId = await customerOf(world, sales);
    const addressed = await plan(customerId, { purpose: 'Contract', isPromised: true, talkingPoints: 'Discount' });
    const attempt = (await sales.post('/api/follow-ups', contact(customerId, { dispositionId: DISPOSITION.noAnswer, nextStep: { kind: 'touchpoint', dueAt: '2026-03-11T06:00:00Z' } }))).json<Said>();
    expect(attempt).toMatchObject({ keptTouchpointId: null, nextTouchpointId: addressed.id, isNextTouchpointMoved: true });
    expect((await sales.get(`/api/touchpoints/${addressed.id}`)).json<Said>()).toMatchObject({
      state: 'scheduled', dueOn: '2026-03-11', dueAt: '2026-03-11T06:00:00.000Z', firstDueOn: '2026-03-12', timesMoved: 1, purpose: 'Contract', talkingPoints: 'Discount', isPromised: true,
    });
    expect((await sales.get(`/api/touchpoints/${addressed.id}/moves`)).json<Said>().items).toMatchObject([{ fromOn: '2026-03-12', toOn: '2026-03-11', toAt: '2026-03-11T06:00:00.000Z' }]);
    const silent = (await sales.post('/api/follow-ups', contact(customerId, { dispositionId: DISPOSITION.voicemail }))).json<Said>();
    expect(silent).toMatchObject({ keptTouchpointId: null, nextTouchpointId: null });
    expect((await sales.get(`/api/customers/${customerId}/touchpoints?state=scheduled`)).json<Said>().items).toHaveLength(1);
    expect(await customerRow(world, customerId)).toMatchObject({ nextTouchpointOn: '2026-03-11', lastEffectiveAt: null, lastHeardAt: null, cadenceAnchorOn: '2026-01-05' });
  });

  it('erases no appointment when the note names no date', async () => {
    const customerId = await customerOf(world, sales);
    await plan(customerId, { dueOn: '2026-06-01' });
    await sales.post('/api/follow-ups', contact(customerId, { nextStep: { kind: 'none', reason: 'Asked for a pause' } }));
    expect(await customerRow(world, customerId)).toMatchObject({ nextTouchpointOn: '2026-06-01', nextStep: 'none', nextStepReason: 'Asked for a pause' });
  });

  it('takes the stage along and names its fields in refusals', async () => {
    const customerId = await customerOf(world, sales);
    const refused = await sales.post('/api/follow-ups', contact(customerId, { stageChange: { stageId: STAGE.lost } }));
    expect([refused.statusCode, refused.json<Said>().errors]).toEqual([422, [expect.objectContaining({ field: 'stageChange.reason' })]]);
    expect((await sales.get(`/api/customers/${customerId}/timeline`)).json<Said>().items).toEqual([]);
    const won = await sales.post('/api/follow-ups', contact(customerId, { stageChange: { stageId: STAGE.won, amount: 1250.5 } }));
    expect(won.statusCode).toBe(201);
    expect(await customerRow(world, customerId)).toMatchObject({ stageId: STAGE.won, isOpen: false, convertedAt: world.clock.now() });
    expect((await sales.get(`/api/follow-ups/${won.json<Said>().id}`)).json<Said>().stageChange).toEqual({ fromStageId: STAGE.new, toStageId: STAGE.won, amount: 1250.5, reason: null });
  });

  it('happens once for a double click, and refuses another body under the same key', async () => {
    const customerId = await customerOf(world, sales);
    const headers = { 'idempotency-key': newId() };
    const body = contact(customerId, { nextStep: { kind: 'touchpoint', dueOn: '2026-03-16' } });
    const [first, second] = await Promise.all([sales.post('/api/follow-ups', body, headers), sales.post('/api/follow-ups', body, headers)]);
    const third = await sales.post('/api/follow-ups', body, headers);
    expect([first.statusCode, second.statusCode, third.statusCode]).toEqual([201, 201, 201]);
    expect(new Set([first.json<Said>().id, second.json<Said>().id, third.json<Said>().id]).size).toBe(1);
    expect((await sales.post('/api/follow-ups', { ...body, text: 'Other' }, headers)).statusCode).toBe(422);
    expect((await sales.get(`/api/customers/${customerId}/timeline`)).json<Said>().items).toHaveLength(1);
    expect((await sales.get(`/api/customers/${customerId}/touchpoints`)).json<Said>().items).toHaveLength(1);
  });

  it('gives a touchpoint to one of two contacts that are logged at the same moment', async () => {
    const customerId = await customerOf(world, sales);
    await plan(customerId);
    const answers = await Promise.all([1, 2, 3].map(() => sales.post('/api/follow-ups', contact(customerId))));
    expect(answers.map((answer) => answer.json<Said>().code ?? answer.statusCode)).toEqual([201, 201, 201]);
    expect(answers.filter((answer) => answer.json<Said>().keptTouchpointId !== null)).toHaveLength(1);
  });

  it('waits for an answer to an inbound message until somebody answers', async () => {
    const customerId = await customerOf(world, sales);
    const inbound = { direction: 'inbound', occurredAt: '2026-03-10T01:30:00Z' };
    const chat = (await sales.post('/api/follow-ups', contact(customerId, { ...inbound, channelId: CHANNEL.wechat }))).json<Said>();
    expect(chat.respondBy).toBe('2026-03-10T02:00:00.000Z');
    const mail = (await sales.post('/api/follow-ups', contact(customerId, { ...inbound, channelId: CHANNEL.email }))).json<Said>();
    expect(mail.respondBy).toBe('2026-03-10T05:30:00.000Z');
    const missed = (await sales.post('/api/follow-ups', contact(customerId, { ...inbound, dispositionId: DISPOSITION.noAnswer }))).json<Said>();
    expect(missed.respondBy).toBe('2026-03-10T10:00:00.000Z');
    expect((await customerRow(world, customerId)).respondBy?.toISOString()).toBe('2026-03-10T02:00:00.000Z');
    const taken = (await sales.post('/api/follow-ups', contact(await customerOf(world, sales), inbound))).json<Said>();
    expect(taken.respondBy).toBeNull();
    await sales.post('/api/follow-ups', contact(customerId, { dispositionId: DISPOSITION.noAnswer }));
    expect((await customerRow(world, customerId)).respondBy).not.toBeNull();
    await sales.post('/api/follow-ups', contact(customerId, { channelId: CHANNEL.email, dispositionId: DISPOSITION.sent }));
    expect((await customerRow(world, customerId)).respondBy).toBeNull();
  });

  it('asks for a reason where the customer wants no contact', async () => {
    const customerId = await customerOf(world, sales, { doNotContact: [CHANNEL.sms], quietFrom: '12:00', quietUntil: '14:00' });
    const log = (given: object) => sales.post('/api/follow-ups', contact(customerId, given));
    const sms = { channelId: CHANNEL.sms, dispositionId: DISPOSITION.sent };
    expect((await log(sms)).json<Said>().errors).toEqual([{ field: 'channelId', code: 'do_not_contact' }]);
    expect((await log({ ...sms, direction: 'inbound', dispositionId: DISPOSITION.reached })).statusCode).toBe(201);
    expect((await log({ ...sms, overrideReason: 'Asked for it on the phone' })).statusCode).toBe(201);
    const noon = { kind: 'touchpoint', dueAt: '2026-03-12T04:30:00Z' };
    expect((await log({ nextStep: noon })).json<Said>().errors).toEqual([{ field: 'nextStep.dueAt', code: 'quiet_hours', params: { from: '12:00', until: '14:00' } }]);
    expect((await log({ nextStep: { ...noon, channelId: CHANNEL.sms } })).json<Said>().errors).toEqual([{ field: 'nextStep.channelId', code: 'do_not_contact' }]);
    expect((await log({ nextStep: noon, overrideReason: 'Agreed' })).statusCode).toBe(201);
  });

  it('counts as effective only what reached, both ways, and was not useless', async () => {
    const cases: [object, boolean][] = [
      [{}, true], [{ evaluation: 2 }, true], [{ evaluation: 1 }, false], [{ validity: 'invalid', invalidReason: 'Test call' }, false], [{ dispositionId: DISPOSITION.noAnswer }, false], [{ channelId: CHANNEL.ad }, false],
    ];
    for (const [given, isEffective] of cases) {
      const { id } = (await sales.post('/api/follow-ups', contact(await customerOf(world, sales), given))).json<Said>();
      expect((await sales.get(`/api/follow-ups/${id}`)).json<Said>().isEffective).toBe(isEffective);
    }
    const unsaid = await sales.post('/api/follow-ups', contact(await customerOf(world, sales), { validity: 'invalid' }));
    expect(unsaid.json<Said>().errors).toEqual([{ field: 'invalidReason', code: 'required' }]);
  });

  it('names what does not exist, and archived customers', async () => {
    const customerId = await customerOf(world, sales);
    const wrong: [object, string][] = [[{ channelId: newId() }, 'channelId'], [{ dispositionId: newId() }, 'dispositionId'], [{ contactPersonId: newId() }, 'contactPersonId'], [{ touchpointId: newId() }, 'touchpointId'], [{ nextStep: { kind: 'touchpoint', dueOn: '2026-03-12', ownerId: newId() } }, 'nextStep.ownerId']];
    for (const [given, field] of wrong) {
      const answer = await sales.post('/api/follow-ups', contact(customerId, given));
      expect([answer.statusCode, answer.json<Said>().errors[0].field]).toEqual([422, field]);
    }
    expect((await sales.post('/api/follow-ups', contact(customerId, { outcomeId: newId() }))).json<Said>().code).toBe('follow_up_outcome_exists');
    const archived = await customerOf(world, sales, { archivedAt: world.clock.now() });
    expect((await sales.post('/api/follow-ups', contact(archived))).json<Said>().code).toBe('customer_is_archived');
  });
});
