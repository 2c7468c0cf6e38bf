import { CHANNEL, DISPOSITION, contact, customerOf, type Said } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { ContactPerson, ContactPoint } from '../../customers/index.ts';
import { newId } from '../../platform/ids.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('before a contact', () => {
  let world: World;
  let sales: TestActor;
  let customerId: string;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person({ name: 'Sales' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    customerId = await customerOf(world, sales, { name: 'Quiet Ltd', preferredChannelId: CHANNEL.wechat, quietFrom: '09:30', quietUntil: '10:30', doNotContact: [CHANNEL.sms], formOfAddress: 'Ms' });
  });

  const log = async (given: object = {}) => (await sales.post('/api/follow-ups', contact(customerId, { touchpointId: null, ...given }))).json<Said>();
  const brief = async () => (await sales.get(`/api/customers/${customerId}/brief`)).json<Said>();
  const defaults = async (query = '') => (await sales.get(`/api/log-defaults?customerId=${customerId}${query}`)).json<Said>();

  it('tells what to know: contacts, touchpoints, people, limits and warnings', async () => {
    const personId = newId();
    await world.database.getRepository(ContactPerson).insert({ id: personId, customerId, name: '王总', title: 'Director', formOfAddress: null, position: 1 });
    const point = { customerId, contactPersonId: personId, kind: 'phone' as const, value: '13800000000', searchKey: '00000000831', validity: 'suspect' as const, position: 1 };
    await world.database.getRepository(ContactPoint).insert({ id: newId(), ...point });
    for (const day of ['01', '02', '03', '04']) await log({ occurredAt: `2026-03-${day}T02:00:00Z`, text: `Day ${day}`, evaluation: day === '04' ? null : 2, contactPersonId: personId });
    await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-10', isPromised: true, purpose: 'Quote' });
    const view = await brief();
    expect(view).toMatchObject({
      name: 'Quiet Ltd', formOfAddress: 'Ms', preferredChannelId: CHANNEL.wechat, quietFrom: '09:30', quietUntil: '10:30', timeZone: 'Asia/Shanghai', isQuietNow: true, doNotContact: [CHANNEL.sms],
      lastContactAt: '2026-03-04T02:00:00.000Z', lastHeardAt: '2026-03-04T02:00:00.000Z', daysSilent: 6, lastEvaluation: 2, respondBy: null, nextTouchpointOn: '2026-03-10', pressure: 1, pressureLimit: 3,
      touchpoints: [{ purpose: 'Quote', dueOn: '2026-03-10', isPromised: true, ownerName: 'Sales', version: 1 }],
      people: [{ id: null, name: 'Quiet Ltd', formOfAddress: 'Ms', points: [] }, { id: personId, name: '王总', title: 'Director', points: [{ value: '13800000000', validity: 'suspect' }] }],
    });
    expect(view.contacts.map(({ text, contactPersonName }) => [text, contactPersonName])).toEqual([['Day 04', '王总'], ['Day 03', '王总'], ['Day 02', '王总']]);
    expect(view.warnings.map(({ code }) => code)).toEqual(['promise_due', 'quiet_hours', 'do_not_contact', 'last_evaluation_low', 'contact_point_invalid']);
    world.clock.moveTo('2026-03-10T02:30:00Z');
    expect((await brief()).isQuietNow).toBe(false);
  });

  it('tells whether the customer is served, and who serves them instead', async () => {
    expect(await brief()).toMatchObject({ isServed: true, servedBy: null });
    await world.database.query(`UPDATE customers SET is_served = false, served_by = 'Rival, Inc.' WHERE id = $1`, [customerId]);
    expect(await brief()).toMatchObject({ isServed: false, servedBy: 'Rival, Inc.' });
    await world.database.query('UPDATE customers SET is_served = true, served_by = NULL WHERE id = $1', [customerId]);
  });

  it('begins with the channel of the touchpoint due, else the preferred, the last used, the first', async () => {
    expect(await defaults()).toMatchObject({ channelId: CHANNEL.wechat, channelBecause: 'preferred', dispositionId: DISPOSITION.reached, match: null, retry: null, isQuietNow: true, isDoNotContact: false });
    const { id } = (await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-10', channelId: CHANNEL.visit, purpose: 'Show' })).json<Said>();
    expect(await defaults()).toMatchObject({ channelId: CHANNEL.visit, channelBecause: 'touchpoint_due', match: { touchpointId: id, because: 'same_owner_and_channel', purpose: 'Show', version: 1 } });
    expect(await defaults(`&channelId=${CHANNEL.sms}`)).toMatchObject({ channelId: CHANNEL.sms, channelBecause: 'asked', isDoNotContact: true, match: { because: 'same_owner' } });
  });

  it('proposes the next attempt, and another channel after three silent days', async () => {
    const silent = `&channelId=${CHANNEL.phone}&dispositionId=${DISPOSITION.noAnswer}`;
    expect((await defaults(silent)).retry).toEqual({ kind: 'retry', dueOn: '2026-03-11', dueAt: '2026-03-11T05:30:00.000Z', half: 'afternoon', channelId: CHANNEL.phone });
    expect((await defaults(`&dispositionId=${DISPOSITION.refused}`)).retry).toMatchObject({ kind: 'stop', channelId: CHANNEL.wechat });
    await log({ occurredAt: '2026-03-05T02:00:00Z', dispositionId: DISPOSITION.noAnswer });
    await log({ occurredAt: '2026-03-06T02:00:00Z', dispositionId: DISPOSITION.busy });
    expect((await defaults(silent)).retry).toMatchObject({ kind: 'other_channel', channelId: CHANNEL.wechat, dueOn: '2026-03-11' });
    await log({ occurredAt: '2026-03-09T02:00:00Z' });
    expect((await defaults(silent)).retry).toMatchObject({ kind: 'retry' });
    expect((await defaults()).pressure).toEqual({ count: 3, limit: 3, days: 7 });
  });

  it('offers quick dates in working days of the organisation', async () => {
    await world.database.query(`INSERT INTO calendar_days (day, kind, name, source) VALUES ('2026-03-11', 'holiday', 'Closed', 'manual'), ('2026-03-14', 'working', 'Make-up', 'manual')`);
    expect((await defaults()).quickDates).toEqual([{ key: 'plus1', dueOn: '2026-03-12' }, { key: 'plus3', dueOn: '2026-03-14' }, { key: 'plus1week', dueOn: '2026-03-17' }, { key: 'nextMonday', dueOn: '2026-03-16' }]);
    await world.database.query('DELETE FROM calendar_days');
  });
});
