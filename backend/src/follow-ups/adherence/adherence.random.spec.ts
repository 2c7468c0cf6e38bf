import { normOf, normWith } from '../../../test/norms.ts';
import { CHANNEL, DISPOSITION, type Said, contact, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import type { NormView } from '../../norms/index.ts';
import { Plan, PlanItem } from '../../plans/index.ts';
import { newId } from '../../platform/ids.ts';
import { Touchpoint } from '../../touchpoints/index.ts';
import type { AdherencePage, AdherenceView } from './adherence.dto.ts';

const CONTACTS = 60;

/** A contact as the plain count knows it. */
interface Plain {
  normId: string;
  personId: string;
  isAnswered: boolean;
  required: number;
  ticked: number;
}

/** The same numbers on every run. */
function dice(seed: number): (faces: number) => number {
  let state = seed;
  return (faces) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * faces);
  };
}

// The plain count follows the norms as they are changed, and asks the database nothing.
describe('adherence on random contacts', () => {
  let world: World;
  let manager: TestActor;
  let people: TestActor[];
  const counted: Plain[] = [];
  const norms: Record<'phone' | 'personal' | 'item', NormView | null> = { phone: null, personal: null, item: null };

  const planned = async (owner: TestActor, customerId: string, planItemId: string, occurrence: number): Promise<string> => {
    const id = newId();
    const day = '2026-03-10';
    await world.database.getRepository(Touchpoint).insert({ id, customerId, ownerId: owner.person.id, dueOn: day, firstDueOn: day, origin: 'plan', planItemId, occurrence, windowFrom: day, windowUntil: day, createdAt: world.clock.now(), createdById: owner.person.id });
    return id;
  };

  beforeAll(async () => {
    world = await World.open();
    manager = await world.person({ roles: ['manager'], scope: 'all' });
    people = [await world.person(), await world.person()];
    const roll = dice(7);
    const customers = await Promise.all(people.map((person) => customerOf(world, person)));
    norms.phone = await normOf(manager, { name: 'Phone', channelId: CHANNEL.phone });
    norms.personal = await normOf(manager, { name: 'Personal', contactKind: 'personal' });
    norms.item = await normOf(manager, { name: 'Item' });
    const [planId, itemId, personId] = [newId(), newId(), manager.person.id];
    await world.database.getRepository(Plan).insert({ id: planId, name: 'Plan', fromOn: '2026-01-01', untilOn: '2027-01-01', responsibleId: personId, plannerId: personId, createdById: personId, createdAt: world.clock.now(), state: 'running' });
    await world.database.getRepository(PlanItem).insert({ id: itemId, planId, position: 0, objective: 'Keep in touch', normId: norms.item.id });
    for (let i = 0; i < CONTACTS; i++) {
      world.clock.pass(60_000);
      if (roll(8) === 0) await change(roll);
      world.clock.pass(60_000);
      const at = roll(2);
      const isPlanned = roll(4) === 0;
      await logOne(people[at]!, customers[at]!, isPlanned ? await planned(people[at]!, customers[at]!, itemId, i + 1) : null, roll);
    }
  }, 60_000);
  afterAll(() => world.close());

  /** Another version of one of the norms, with as many required points as it happens. */
  async function change(roll: (faces: number) => number): Promise<void> {
    const which = (['phone', 'personal', 'item'] as const)[roll(3)]!;
    const norm = norms[which]!;
    const place = { name: norm.name, channelId: norm.channelId, contactKind: norm.contactKind };
    const checklist = Array.from({ length: roll(4) }, (_, i) => ({ text: `Point ${i}`, isRequired: roll(3) > 0 }));
    norms[which] = (await manager.patch(`/api/norms/${norm.id}`, normWith({ ...place, checklist }), { 'if-match': String(norm.version) })).json<NormView>();
  }

  /** Logs a contact and counts it by the rules in words: it reached or was answered; item before channel before kind; withdrawn and invalid ones not. */
  async function logOne(actor: TestActor, customerId: string, touchpointId: string | null, roll: (faces: number) => number): Promise<void> {
    const channel = (['phone', 'visit', 'ad'] as const)[roll(3)]!;
    const isReached = roll(4) > 0;
    const isInvalid = roll(10) === 0;
    const norm = (touchpointId && isReached ? norms.item : null) ?? (channel === 'phone' ? norms.phone : channel === 'visit' ? norms.personal : null);
    const ticked = norm?.checklist.filter(() => roll(2) === 0).map(({ id }) => id) ?? [];
    const isAnswered = norm !== null && roll(2) === 0;
    const given = { channelId: CHANNEL[channel], dispositionId: isReached ? DISPOSITION.reached : DISPOSITION.noAnswer, touchpointId, ...(isAnswered ? { norm: { versionId: norm.versionId, ticked } } : {}), ...(isInvalid ? { validity: 'invalid', invalidReason: 'x' } : {}) };
    const said = (await actor.post('/api/follow-ups', contact(customerId, given))).json<Said>();
    const isWithdrawn = roll(10) === 0 && (await actor.delete(`/api/follow-ups/${said.id}`)).statusCode === 204;
    if (!norm || isInvalid || isWithdrawn || !(isReached || isAnswered)) return;
    const required = norm.checklist.filter((point) => point.isRequired);
    counted.push({ normId: norm.id, personId: actor.person.id, isAnswered, required: required.length, ticked: isAnswered ? required.filter(({ id }) => ticked.includes(id)).length : 0 });
  }

  const figures = (rows: readonly Plain[]): object => ({
    contacts: rows.length,
    answered: { count: rows.filter(({ isAnswered }) => isAnswered).length, n: rows.length },
    adherence: { count: rows.reduce((sum, { ticked }) => sum + ticked, 0), n: rows.reduce((sum, { required }) => sum + required, 0) },
    complete: { count: rows.filter(({ required, ticked }) => required > 0 && ticked === required).length, n: rows.filter(({ required }) => required > 0).length },
  });

  it('agrees with a plain count, in all, by norm and by person, and has as many rows behind each number', async () => {
    const query = 'from=2026-03-01&until=2026-04-01';
    const view = (await manager.get(`/api/norm-adherence?${query}`)).json<AdherenceView>();
    expect(counted.length).toBeGreaterThan(20);
    expect(view.total).toMatchObject(figures(counted));
    for (const { normId, ...shown } of view.norms) expect(shown).toMatchObject(figures(counted.filter((row) => row.normId === normId)));
    for (const { personId, ...shown } of view.people) expect(shown).toMatchObject(figures(counted.filter((row) => row.personId === personId)));
    expect(view.norms.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(counted.length);
    for (const actor of people) {
      const own = (await actor.get(`/api/norm-adherence?${query}`)).json<AdherenceView>();
      expect(own.total).toMatchObject(figures(counted.filter(({ personId }) => personId === actor.person.id)));
      const { items } = (await manager.get(`/api/norm-adherence/contacts?${query}&personId=${actor.person.id}`)).json<AdherencePage>();
      expect(items.length).toBe(own.total.contacts);
    }
  });
});
