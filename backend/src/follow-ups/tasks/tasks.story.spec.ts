import { customerOf, type Said } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';

describe('tasks and events', () => {
  let world: World;
  let sales: TestActor;
  let newYork: TestActor;
  beforeAll(async () => {
    world = await World.open();
    newYork = await world.person({ name: 'New York', timeZone: 'America/New_York' });
    sales = await world.person({ scope: 'all' });
  });
  afterAll(() => world.close());

  const ifMatch = (version: number) => ({ 'if-match': String(version) });

  it('is due by the end of a day where its owner is', async () => {
    const task = (await sales.post('/api/tasks', { subject: 'Call the lawyer', dueOn: '2026-03-12', ownerId: newYork.person.id })).json<Said>();
    expect(task).toMatchObject({ kind: 'task', onDay: '2026-03-12', isAllDay: true, occurredAt: '2026-03-13T03:59:59.999Z', ownerName: 'New York', authorId: sales.person.id, doneAt: null });
    const mine = (await sales.patch(`/api/tasks/${task.id}`, { ownerId: sales.person.id }, ifMatch(1))).json<Said>();
    expect(mine).toMatchObject({ onDay: '2026-03-12', occurredAt: '2026-03-12T15:59:59.999Z', version: 2 });
    const timed = (await sales.patch(`/api/tasks/${task.id}`, { dueAt: '2026-03-13T01:00:00Z', subject: 'Call' }, ifMatch(2))).json<Said>();
    expect(timed).toMatchObject({ onDay: '2026-03-13', isAllDay: false, occurredAt: '2026-03-13T01:00:00.000Z', subject: 'Call' });
    expect((await sales.patch(`/api/tasks/${task.id}`, { subject: 'x' }, ifMatch(2))).statusCode).toBe(412);
  });

  it('is done, not done after all, and taken back', async () => {
    const { id } = (await sales.post('/api/tasks', { subject: 'Report', dueOn: '2026-03-12' })).json<Said>();
    expect((await sales.post(`/api/tasks/${id}/completion`)).json<Said>()).toMatchObject({ doneAt: '2026-03-10T02:00:00.000Z', version: 2 });
    expect((await sales.post(`/api/tasks/${id}/completion`)).json<Said>()).toMatchObject({ version: 2 });
    expect((await sales.delete(`/api/tasks/${id}/completion`)).json<Said>()).toMatchObject({ doneAt: null, version: 3 });
    expect((await sales.delete(`/api/tasks/${id}`)).statusCode).toBe(204);
    expect((await sales.delete(`/api/tasks/${id}`)).statusCode).toBe(204);
    expect((await sales.post(`/api/tasks/${id}/completion`)).statusCode).toBe(410);
    expect((await sales.get(`/api/follow-ups/${id}`)).statusCode).toBe(404);
  });

  it('covers hours or whole days', async () => {
    const customerId = await customerOf(world, sales);
    const event = (await sales.post('/api/events', { customerId, subject: 'Meeting', startsAt: '2026-03-12T01:00:00Z', endsAt: '2026-03-12T02:30:00Z', place: 'Room 1' })).json<Said>();
    expect(event).toMatchObject({ kind: 'schedule', onDay: '2026-03-12', lastDay: null, isAllDay: false, place: 'Room 1', endsAt: '2026-03-12T02:30:00.000Z' });
    const days = (await sales.patch(`/api/events/${event.id}`, { onDay: '2026-03-12', lastDay: '2026-03-14' }, ifMatch(1))).json<Said>();
    expect(days).toMatchObject({ onDay: '2026-03-12', lastDay: '2026-03-14', isAllDay: true, occurredAt: '2026-03-11T16:00:00.000Z', endsAt: '2026-03-14T16:00:00.000Z', place: 'Room 1' });
    const hers = (await sales.patch(`/api/events/${event.id}`, { ownerId: newYork.person.id }, ifMatch(2))).json<Said>();
    expect(hers).toMatchObject({ onDay: '2026-03-12', lastDay: '2026-03-14', occurredAt: '2026-03-12T04:00:00.000Z' });
    expect((await sales.delete(`/api/events/${event.id}`)).statusCode).toBe(204);
  });

  it('names what is wrong with its times', async () => {
    const wrong: [string, object, string, string][] = [
      ['tasks', {}, 'dueOn', 'required'], ['tasks', { dueOn: '2026-03-12', dueAt: '2026-03-12T01:00:00Z' }, 'dueOn', 'day_or_time'],
      ['events', {}, 'startsAt', 'required'], ['events', { startsAt: '2026-03-12T01:00:00Z' }, 'endsAt', 'required'],
      ['events', { startsAt: '2026-03-12T01:00:00Z', endsAt: '2026-03-12T01:00:00Z' }, 'endsAt', 'ends_before_it_starts'],
      ['events', { onDay: '2026-03-12', lastDay: '2026-03-11' }, 'lastDay', 'ends_before_it_starts'],
      ['events', { onDay: '2026-03-12', lastDay: '2026-08-11' }, 'lastDay', 'too_long_event'],
      ['events', { onDay: '2026-03-12', startsAt: '2026-03-12T01:00:00Z' }, 'onDay', 'day_or_time'],
    ];
    for (const [list, given, field, code] of wrong) {
      const answer = await sales.post(`/api/${list}`, { subject: 'x', ...given });
      expect([answer.statusCode, answer.json<Said>().errors]).toEqual([422, [{ field, code }]]);
    }
    expect((await newYork.post('/api/tasks', { subject: 'x', dueOn: '2026-03-12', ownerId: sales.person.id })).json<Said>().errors).toEqual([{ field: 'ownerId', code: 'unknown_person' }]);
    expect((await sales.post('/api/tasks', { subject: 'x', dueOn: '2026-03-12', customerId: newId() })).statusCode).toBe(404);
  });

  it('stays among those who see its owner', async () => {
    const { id } = (await sales.post('/api/tasks', { subject: 'Private', dueOn: '2026-03-12' })).json<Said>();
    expect((await newYork.get(`/api/follow-ups/${id}`)).statusCode).toBe(404);
    expect((await newYork.patch(`/api/tasks/${id}`, { subject: 'x' }, ifMatch(1))).statusCode).toBe(404);
    expect((await newYork.delete(`/api/tasks/${id}`)).statusCode).toBe(404);
    expect((await newYork.patch(`/api/events/${id}`, { subject: 'x' }, ifMatch(1))).statusCode).toBe(404);
    expect((await sales.get(`/api/follow-ups/${id}`)).json<Said>().version).toBe(1);
  });
});
