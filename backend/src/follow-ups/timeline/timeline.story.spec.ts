import { CHANNEL, DISPOSITION, OUTCOME, contact, customerOf, type Said } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';

describe('the timeline', () => {
  let world: World;
  let sales: TestActor;
  let colleague: TestActor;
  let customerId: string;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person({ name: 'Sales' });
    colleague = await world.person({ name: 'Colleague', scope: 'all' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    customerId = await customerOf(world, sales);
  });

  const log = async (given: object = {}, who = sales) => (await who.post('/api/follow-ups', contact(customerId, given))).json<Said>();
  const items = async (query = '') => (await sales.get(`/api/customers/${customerId}/timeline${query}`)).json<Said>().items;

  it('shows full cards of every kind in one list, newest first', async () => {
    const planned = (await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-11', purpose: 'Quote', channelId: CHANNEL.phone })).json<Said>();
    const { id, nextTouchpointId } = await log({
      occurredAt: '2026-03-10T01:00:00Z', evaluation: 4, outcomeId: OUTCOME.interested, subject: 'Prices', text: 'Asked for more', durationSeconds: 90,
      nextStep: { kind: 'touchpoint', dueAt: '2026-03-20T01:00:00Z', purpose: 'Sign', isPromised: true },
    });
    await sales.post('/api/logs', { customerId, text: 'Note', occurredAt: '2026-03-01T02:00:00Z' });
    await sales.post('/api/tasks', { customerId, subject: 'Prepare', dueOn: '2026-03-09' });
    await sales.post('/api/events', { customerId, subject: 'Fair', onDay: '2026-03-08', lastDay: '2026-03-09', place: 'Hall 4' });
    for (const text of ['one', 'two', 'three', 'four']) await colleague.post(`/api/follow-ups/${id}/comments`, { text });
    const found = await items();
    expect(found.map(({ kind }) => kind)).toEqual(['communication', 'task', 'schedule', 'log']);
    expect(found[0]).toMatchObject({
      id, authorName: 'Sales', channelId: CHANNEL.phone, direction: 'outbound', dispositionKind: 'reached', outcomeId: OUTCOME.interested, evaluation: 4, validity: 'unassessed', isEffective: true, subject: 'Prices',
      text: 'Asked for more', durationSeconds: 90, isLate: false, correctedAt: null, version: 1,
      kept: { id: planned.id, purpose: 'Quote', dueOn: '2026-03-11', because: 'same_owner_and_channel' },
      nextStep: { kind: 'touchpoint', reason: null, touchpoint: { id: nextTouchpointId, state: 'scheduled', purpose: 'Sign', dueOn: '2026-03-20', dueAt: '2026-03-20T01:00:00.000Z', isPromised: true, version: 1 } },
    });
    expect(found[0]?.comments).toMatchObject({ count: 4, last: [{ text: 'two', authorName: 'Colleague' }, { text: 'three' }, { text: 'four' }] });
    expect(found[1]).toMatchObject({ onDay: '2026-03-09', isAllDay: true, doneAt: null, isLate: false });
    expect(found[2]).toMatchObject({ onDay: '2026-03-08', lastDay: '2026-03-09', place: 'Hall 4' });
    expect(found[3]).toMatchObject({ isLate: true, nextStep: null, kept: null });
  });

  it('filters by kind, channel, author, period, validity and text', async () => {
    await log({ occurredAt: '2026-03-01T15:59:59Z', channelId: CHANNEL.email, dispositionId: DISPOSITION.sent, text: '100% sure' });
    await log({ occurredAt: '2026-03-01T16:00:00Z', text: '报价已发', validity: 'valid' });
    await log({ occurredAt: '2026-03-05T02:00:00Z', subject: 'PRICE list' }, colleague);
    await sales.post('/api/logs', { customerId, text: 'sure enough', occurredAt: '2026-03-06T02:00:00Z' });
    const times = async (query: string): Promise<string[]> => (await items(query)).map(({ occurredAt }) => occurredAt.slice(0, 16));
    expect(await times('?kinds=log')).toEqual(['2026-03-06T02:00']);
    expect(await times(`?channelIds=${CHANNEL.email}`)).toEqual(['2026-03-01T15:59']);
    expect(await times(`?authorIds=${colleague.person.id}`)).toEqual(['2026-03-05T02:00']);
    expect(await times('?from=2026-03-02&until=2026-03-05')).toEqual(['2026-03-01T16:00']);
    expect(await times('?validity=valid')).toEqual(['2026-03-01T16:00']);
    expect(await times('?q=price')).toEqual(['2026-03-05T02:00']);
    expect(await times(`?q=${encodeURIComponent('报价')}`)).toEqual(['2026-03-01T16:00']);
    expect(await times('?q=0%25')).toEqual(['2026-03-01T15:59']);
    expect(await times('?q=sure&kinds=communication,task')).toEqual(['2026-03-01T15:59']);
  });

  it('pages without losing or repeating a record, also where times are equal', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) ids.push((await log({ occurredAt: i < 4 ? '2026-03-01T02:00:00Z' : '2026-02-01T02:00:00Z' })).id);
    const seen: string[] = [];
    let after: string | null = '';
    do {
      const page: { items: { id: string }[]; next: string | null } = (await sales.get(`/api/customers/${customerId}/timeline?limit=3${after ? `&after=${after}` : ''}`)).json<{ items: { id: string }[]; next: string | null }>();
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen.slice(0, 4).sort()).toEqual(ids.slice(0, 4).sort());
    expect((await sales.get(`/api/customers/${customerId}/timeline?after=rubbish`)).statusCode).toBe(400);
    expect((await sales.get(`/api/customers/${customerId}/timeline?limit=51`)).statusCode).toBe(422);
  });

  it('holds comments, which only their author takes back', async () => {
    const { id } = await log();
    const comment = (await colleague.post(`/api/follow-ups/${id}/comments`, { text: ' Well done ' })).json<Said>();
    expect(comment).toMatchObject({ text: 'Well done', authorName: 'Colleague' });
    expect((await sales.delete(`/api/follow-ups/${id}/comments/${comment.id}`)).json<Said>().code).toBe('only_its_author');
    expect((await sales.get(`/api/follow-ups/${id}/comments`)).json<Said>().items).toHaveLength(1);
    expect((await colleague.delete(`/api/follow-ups/${id}/comments/${comment.id}`)).statusCode).toBe(204);
    expect((await colleague.delete(`/api/follow-ups/${id}/comments/${comment.id}`)).statusCode).toBe(404);
    expect((await sales.get(`/api/follow-ups/${id}/comments`)).json<Said>().items).toEqual([]);
    expect((await sales.post(`/api/follow-ups/${newId()}/comments`, { text: 'x' })).statusCode).toBe(404);
  });
});
