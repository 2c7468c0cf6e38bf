import { contact, customerOf, dump, type Said } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';

describe('records of other teams', () => {
  let world: World;
  let sales: TestActor;
  let stranger: TestActor;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person({ scope: 'team', teamId: (await world.team('Ours')).id });
    stranger = await world.person({ scope: 'team', teamId: (await world.team('Theirs')).id, roles: ['manager'] });
  });
  afterAll(() => world.close());

  it('do not exist, on any route, and nothing changes', async () => {
    const customerId = await customerOf(world, sales);
    const { id, nextTouchpointId } = (await sales.post('/api/follow-ups', contact(customerId, { text: 'Canary', nextStep: { kind: 'touchpoint', dueOn: '2026-03-12' } }))).json<Said>();
    const comment = (await sales.post(`/api/follow-ups/${id}/comments`, { text: 'Canary' })).json<Said>();
    const task = (await sales.post('/api/tasks', { customerId, subject: 'Canary', dueOn: '2026-03-12' })).json<Said>();
    const event = (await sales.post('/api/events', { customerId, subject: 'Canary', onDay: '2026-03-12' })).json<Said>();
    const note = (await sales.post('/api/logs', { text: 'Canary' })).json<Said>();
    const version = { 'if-match': '1' };
    const before = await dump(world);
    const own = await customerOf(world, stranger);
    const untouched = await dump(world);
    expect(untouched).not.toEqual(before);
    const answers = await Promise.all([
      stranger.get(`/api/customers/${customerId}/timeline`), stranger.get(`/api/customers/${customerId}/brief`), stranger.get(`/api/log-defaults?customerId=${customerId}`),
      stranger.get(`/api/follow-ups/${id}`), stranger.get(`/api/follow-ups/${note.id}`), stranger.get(`/api/follow-ups/${id}/corrections`), stranger.get(`/api/follow-ups/${id}/comments`),
    ]);
    answers.push(
      await stranger.post('/api/follow-ups', contact(customerId)), await stranger.delete(`/api/follow-ups/${id}`), await stranger.patch(`/api/follow-ups/${id}`, { text: 'x' }, version),
      await stranger.patch(`/api/follow-ups/${note.id}`, { text: 'x' }, version), await stranger.post(`/api/follow-ups/${id}/comments`, { text: 'x' }), await stranger.delete(`/api/follow-ups/${id}/comments/${comment.id}`),
      await stranger.post('/api/logs', { customerId, text: 'x' }), await stranger.post('/api/tasks', { customerId, subject: 'x', dueOn: '2026-03-12' }), await stranger.patch(`/api/tasks/${task.id}`, { subject: 'x' }, version),
      await stranger.post(`/api/tasks/${task.id}/completion`), await stranger.delete(`/api/tasks/${task.id}/completion`), await stranger.delete(`/api/tasks/${task.id}`),
      await stranger.post('/api/events', { customerId, subject: 'x', onDay: '2026-03-12' }), await stranger.patch(`/api/events/${event.id}`, { subject: 'x' }, version), await stranger.delete(`/api/events/${event.id}`),
    );
    expect(answers.map(({ statusCode, body }) => [statusCode, body.includes('Canary')])).toEqual(answers.map(() => [404, false]));
    expect((await stranger.post('/api/follow-ups', contact(own, { touchpointId: nextTouchpointId }))).json<Said>().errors).toEqual([{ field: 'touchpointId', code: 'touchpoint_is_not_open' }]);
    expect(await dump(world)).toEqual(untouched);
  });
});
