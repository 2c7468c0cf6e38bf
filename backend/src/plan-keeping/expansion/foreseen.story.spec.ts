import { CHANNEL, customerOf, planningTeam } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import type { PlanView } from '../../plans/index.ts';
import { Expansions } from './expansions.ts';
import { PlanExpansion } from './plan-expansion.entity.ts';

interface Foreseen {
  touchpoints: number;
  customers: number;
  leftOut: { reason: string; count: number }[];
  people: { personId: string; total: number }[];
}

describe('what feasibility says before the approval', () => {
  let world: World;
  let [boss, planner, seller]: TestActor[] = [];
  const sent = async (actor: TestActor, path: string, body: object, version?: number): Promise<PlanView> => {
    const answer = await actor.post(`/api/plans${path}`, body, version === undefined ? {} : { 'if-match': String(version) });
    if (answer.statusCode > 201) throw new Error(answer.body);
    return answer.json<PlanView>();
  };

  beforeAll(async () => {
    world = await World.open();
    ({ boss, planner, seller } = await planningTeam(world));
  });
  afterAll(() => world.close());

  it('is what the approval makes: no window that is over, nobody who left, nobody who does not want the channel', async () => {
    const colleague = await world.person({ name: 'Leaving', teamId: seller!.person.teamId });
    const region = { region: 'Foreseen' };
    await customerOf(world, seller!, { name: 'Good', ...region });
    const quiet = await customerOf(world, seller!, { name: 'Quiet', ...region });
    const orphan = await customerOf(world, seller!, { name: 'Orphan', ...region });
    await world.database.query('UPDATE customers SET do_not_contact = ARRAY[$2::uuid] WHERE id = $1', [quiet, CHANNEL.phone]);
    await world.database.query('UPDATE customers SET owner_id = $2 WHERE id = $1', [orphan, colleague.person.id]);
    await world.database.query(`UPDATE people SET state = 'disabled' WHERE id = $1`, [colleague.person.id]);
    const segmentId = (await planner!.post('/api/segments', { name: 'Foreseen', filter: { regions: ['Foreseen'] } })).json<{ id: string }>().id;
    const { id, version } = await sent(planner!, '', { name: 'All of the year', fromOn: '2026-01-01', untilOn: '2027-01-01' });
    const item = { objective: 'Keep in touch', place: 'Their office', content: 'What is new', channelId: CHANNEL.phone, segmentId, startsOn: '2026-01-06', recurrence: 'FREQ=MONTHLY', responsibleId: null };
    const plan = await sent(planner!, `/${id}/items`, item, version);

    const said = (await planner!.get(`/api/plans/${id}/feasibility`)).json<Foreseen>();
    expect(said).toMatchObject({ touchpoints: 20, customers: 2, leftOut: [{ reason: 'do_not_contact', count: 12 }, { reason: 'window_over', count: 4 }] });
    expect(new Map(said.people.map(({ personId, total }) => [personId, total]))).toEqual(new Map([[seller!.person.id, 10], [planner!.person.id, 10]]));

    const asked = await sent(planner!, `/${id}/submission`, {}, plan.version);
    await sent(boss!, `/${id}/approval`, {}, asked.version);
    await world.app.get(Expansions).follow({ planId: id, at: world.clock.now().toISOString(), personId: boss!.person.id }, { signal: new AbortController().signal });
    const made = await world.database.getRepository(PlanExpansion).findOneByOrFail({ planId: id });
    expect({ wanted: made.wanted, skipped: made.skipped }).toEqual({ wanted: said.touchpoints, skipped: Object.fromEntries(said.leftOut.map(({ reason, count }) => [reason, count])) });
  });
});
