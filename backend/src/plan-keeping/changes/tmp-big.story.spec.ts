import { CHANNEL, type Said, contact, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import { Touchpoint } from '../../touchpoints/index.ts';
import { Plan } from '../../plans/index.ts';
import { PlannedContacts } from '../expansion/planned-contacts.ts';
import { rows } from '../../platform/database/statements.ts';
import { standingTouchpoints } from './changes.statements.ts';
import { consequenceFor, touchpointKey } from './consequences.ts';
import { Expansions } from '../expansion/expansions.ts';
import type { ChangeDoneView, ChangePreviewView } from './changes.dto.ts';

interface Item { id: string; objective: string }
interface PlanView {
  id: string;
  version: number;
  state: string;
  untilOn: string;
  items: Item[];
  allowed: string[];
  versions: unknown[];
  steps: { fromState: string; toState: string; comment: string }[];
}

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('changing a running plan', () => {
  let world: World;
  let [boss, planner, seller]: TestActor[] = [];
  const ifMatch = (version: number) => ({ 'if-match': String(version) });
  const answered = <T>(answer: { statusCode: number; body: string; json: <V>() => V }): T => {
    if (answer.statusCode > 201) throw new Error(answer.body);
    return answer.json<T>();
  };
  const sent = async (actor: TestActor, path: string, body: object, version?: number): Promise<PlanView> => answered(await actor.post(`/api/plans${path}`, body, version === undefined ? {} : ifMatch(version)));
  const segmentOf = async (region: string): Promise<string> => (await planner!.post('/api/segments', { name: `S ${newId()}`, filter: { regions: [region] } })).json<Said>().id;
  const stepped = (actor: TestActor, { id, version }: PlanView, step: string): Promise<PlanView> => sent(actor, `/${id}/${step}`, {}, version);
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 300; i++) {
      const [left] = await world.database.query<{ count: string }[]>(`SELECT count(*) FROM jobs.job WHERE name = 'plan-changes' AND state <> 'completed'`);
      if (left?.count === '0') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const itemFor = (segmentId: string, given: object = {}) => ({ objective: 'Keep in touch', place: 'Their office', content: 'What is new', channelId: CHANNEL.phone, startsOn: '2026-04-01', recurrence: 'FREQ=MONTHLY', endsOn: '2026-07-01', segmentId, ...given });
  const running = async (item: object): Promise<PlanView> => {
    const { id, version } = await sent(planner!, '', { name: 'Spring', fromOn: '2026-01-01', untilOn: '2026-12-01' });
    const plan = await stepped(boss!, await stepped(planner!, await sent(planner!, `/${id}/items`, item, version), 'submission'), 'approval');
    await settled();
    return stepped(planner!, plan, 'start');
  };
  const preview = async ({ id, version }: PlanView, change: object): Promise<ChangePreviewView> => answered(await planner!.post(`/api/plans/${id}/changes/preview`, change, ifMatch(version)));
  const apply = async ({ id, version }: PlanView, change: object): Promise<ChangeDoneView> => answered(await planner!.post(`/api/plans/${id}/changes`, change, ifMatch(version)));
  const touchpoints = (plan: { items: readonly { id: string }[] }): Promise<Touchpoint[]> => world.database.getRepository(Touchpoint).find({ where: plan.items.map(({ id }) => ({ planItemId: id })), order: { occurrence: 'ASC', customerId: 'ASC' } });
  const counts = ({ added, moved, changed, cancelled, kept }: ChangePreviewView['total']) => ({ added, moved, changed, cancelled, ...Object.fromEntries(kept.map(({ reason, count }) => [reason, count])) });
  const regionWith = async (...names: string[]): Promise<[string, string[]]> => {
    const region = `R ${newId()}`;
    const ids: string[] = [];
    for (const name of names) ids.push(await customerOf(world, seller!, { name, region }));
    return [await segmentOf(region), ids];
  };
  const read = async (id: string): Promise<Touchpoint> => world.database.getRepository(Touchpoint).findOneByOrFail({ id });

  beforeAll(async () => {
    world = await World.open();
    const team = await world.team('North');
    boss = await world.person({ roles: ['manager'], scope: 'all' });
    planner = await world.person({ roles: ['manager'], teamId: team.id, scope: 'team', reportsToId: boss.person.id });
    seller = await world.person({ teamId: team.id });
  });
  afterAll(() => world.close());

  it('big', async () => {
    const [segmentId, [one]] = await regionWith('Many');
    await world.database.query(`INSERT INTO customers SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* FROM customers c, generate_series(1, 1999) n WHERE id = $1`, [one]);
    const plan = await running(itemFor(segmentId, { startsOn: '2026-03-18', recurrence: 'FREQ=WEEKLY;INTERVAL=3', endsOn: null, windowDays: 2 }));
    await world.database.query('ANALYZE');
    const item = plan.items[0]!;
    const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => { const from = performance.now(); const found = await work(); console.log(what, Math.round(performance.now() - from)); return found; };
    const former = JSON.stringify([{ id: item.id, purpose: 'Keep in touch', talkingPoints: 'What is new', place: 'Their office', channelId: CHANNEL.phone, isOwnerChanged: false }]);
    const row = await world.database.getRepository(Plan).findOneByOrFail({ id: plan.id });
    for (let i = 0; i < 3; i++) {
      const planned = await timed('planned', () => world.app.get(PlannedContacts).of(world.database.manager, row, world.clock.now()));
      const standing = await timed('standing', () => rows<any>(world.database, standingTouchpoints, [plan.id, former, null]));
      await timed('happenings', async () => { const wanted = new Map(planned.contacts.map((c) => [touchpointKey(c), c])); return standing.map((r: any) => consequenceFor(r, wanted, new Map())); });
    }
    console.log((await world.database.query(`EXPLAIN (ANALYZE, TIMING OFF) ${standingTouchpoints.text.replaceAll('$1', `'${plan.id}'::uuid`).replaceAll('$2', `'${former}'`).replaceAll('$3', 'NULL')}`)).map((r: any) => r['QUERY PLAN']).join('\n'));
    const change = { change: [{ id: item.id, startsOn: '2026-03-20', content: 'Other' }] };
    await timed('preview', () => preview(plan, change));
    await timed('preview', () => preview(plan, change));
  }, 300000);
});
