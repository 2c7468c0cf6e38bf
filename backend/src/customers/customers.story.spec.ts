import { type TestActor, World } from '../../test/world.ts';
import { newId } from '../platform/ids.ts';
import type { CustomerView } from './customer.dto.ts';
import { customerOf, refusals } from './customers.testing.ts';
import { CustomField } from './fields/custom-field.entity.ts';

const FIRST_STAGE = '01990004-0000-7000-8000-000000000001';
const WON = '01990004-0000-7000-8000-000000000005';
const LOST = '01990004-0000-7000-8000-000000000006';
const PHONE = '01990001-0000-7000-8000-000000000001';
const KEY_TIER = '01990005-0000-7000-8000-000000000001';
const ORDINARY_TIER = '01990005-0000-7000-8000-000000000004';

describe('a customer', () => {
  let world: World;
  let anna: TestActor;
  let team: string;
  beforeAll(async () => {
    world = await World.open({ at: '2026-03-10T02:00:00Z' });
    team = (await world.team('North')).id;
    anna = await world.person({ name: 'Anna', teamId: team });
  });
  afterAll(() => world.close());

  const change = (customer: { id: string; version: number }, body: object) => anna.patch(`/api/customers/${customer.id}`, body, { 'if-match': `"${customer.version}"` });
  const audit = async (id: string): Promise<{ action: string; details: Record<string, unknown> }[]> =>
    world.database.query('SELECT action, details FROM audit_entries WHERE subject_id = $1 ORDER BY id', [id]);

  it('is created with nothing but a name and a kind', async () => {
    const customer = await customerOf(anna, { name: '  王小明 ', kind: 'person' });
    expect(customer).toMatchObject({
      name: '王小明', kind: 'person', ownerId: anna.person.id, teamId: team, tierId: ORDINARY_TIER, stageId: FIRST_STAGE, isOpen: true, isServed: true, servedBy: null, tags: [], fields: {}, note: '',
      knownSinceOn: '2026-03-10', convertedAt: null, lastContactAt: null, contactPoints: [], contactPeople: [], formerContactPeople: [], stageChangeCount: 1, archivedAt: null, version: 1,
    });
    expect((await anna.get(`/api/customers/${customer.id}`)).json()).toEqual(customer);
    expect(await audit(customer.id)).toEqual([{ action: 'customer.created', details: { name: '王小明' } }]);
  });

  it('is created with everything that a form can hold', async () => {
    const given = {
      name: 'Green Hill', kind: 'organisation' as const, tierId: KEY_TIER, stageId: WON, amount: 1234.5, source: 'Fair, Canton', industry: 'Steel', region: '上海', isServed: false, servedBy: '对手甲', tags: ['vip', '老客户'],
      note: 'Line one\nline two', formOfAddress: '王总', preferredChannelId: PHONE, preferredFrom: '09:00', preferredUntil: '11:30', quietFrom: '22:00', quietUntil: '07:00',
      timeZone: 'Europe/Berlin', doNotContact: [PHONE], knownSinceOn: '2025-01-31', externalId: 'A-1', contactPoints: [{ kind: 'phone' as const, value: '+86 21 5555 1234' }],
      contactPeople: [{ name: '李娜', title: 'Buyer', contactPoints: [{ kind: 'email' as const, value: 'Li.Na@Example.com', validity: 'ok' as const }] }, { name: 'Bob' }],
    };
    const customer = await customerOf(anna, given);
    const { contactPoints, contactPeople, stageId, amount, ...plain } = given;
    expect(customer).toMatchObject(plain);
    expect([stageId, amount]).toEqual([customer.stageId, 1234.5]);
    expect(customer.contactPoints).toMatchObject([{ ...contactPoints[0], validity: 'unknown' }]);
    expect(customer.contactPeople).toMatchObject([{ name: '李娜', title: 'Buyer', formOfAddress: null, contactPoints: [{ kind: 'email', value: 'Li.Na@Example.com', validity: 'ok' }] }, { name: 'Bob', contactPoints: [] }]);
    expect(contactPeople).toHaveLength(2);
    // In the stage since it was known: at the start of that day where the organisation is.
    expect([customer.isOpen, new Date(customer.convertedAt ?? 0).toISOString()]).toEqual([false, '2025-01-30T16:00:00.000Z']);
  });

  it('is marked as not served yet by hand, with the competitor who serves it, and no stage takes that back', async () => {
    const created = await customerOf(anna, { name: 'Rented elsewhere', isServed: false, servedBy: ' Rival, Inc. ' });
    expect(created).toMatchObject({ isServed: false, servedBy: 'Rival, Inc.' });
    await anna.post(`/api/customers/${created.id}/stage-changes`, { stageId: WON });
    const won = (await anna.get(`/api/customers/${created.id}`)).json<CustomerView>();
    expect([won.convertedAt !== null, won.isServed]).toEqual([true, false]);
    // Whom we won a customer from is worth knowing.
    expect((await change(won, { isServed: true })).json()).toMatchObject({ isServed: true, servedBy: 'Rival, Inc.' });
    expect((await audit(created.id)).at(-1)).toMatchObject({ action: 'customer.changed', details: { isServed: [false, true] } });
    expect(refusals(await anna.post('/api/customers', { name: 'A', kind: 'person', isServed: 'perhaps', servedBy: 'x'.repeat(121) })).sort()).toEqual(['isServed must_be_yes_or_no', 'servedBy too_long']);
  });

  it('names every field at fault at once', async () => {
    const answer = await anna.post('/api/customers', {
      name: 'X', kind: 'person', tierId: newId(), stageId: LOST, knownSinceOn: '2026-03-11', preferredFrom: '10:00', quietFrom: '08:00', quietUntil: '08:00', preferredChannelId: newId(),
      doNotContact: [newId()], fields: { nothing: 1 }, contactPoints: [{ kind: 'phone', value: 'none' }], contactPeople: [{ name: 'A', contactPoints: [{ kind: 'email', value: 'a@' }] }, { id: newId(), name: 'B' }],
    });
    expect(answer.statusCode).toBe(422);
    expect(refusals(answer).sort()).toEqual([
      'contactPeople.0.contactPoints.0.value bad_email', 'contactPeople.1.id unknown', 'contactPoints.0.value bad_phone', 'doNotContact unknown_channel', 'fields.nothing unknown_field',
      'knownSinceOn in_the_future', 'preferredChannelId unknown_channel', 'preferredUntil required', 'quietUntil ends_before_it_starts', 'reason required', 'tierId unknown_tier',
    ]);
  });

  it('is refused without a name, with an unknown property, or with control characters', async () => {
    expect(refusals(await anna.post('/api/customers', { name: ' ', kind: 'person' }))).toEqual(['name required']);
    expect(refusals(await anna.post('/api/customers', { name: '\u200b\u202e \u3164', kind: 'person' }))).toEqual(['name required']);
    expect(refusals(await anna.post('/api/customers', { name: 'A\ud800', kind: 'person' }))).toEqual(['name bad_characters']);
    expect(refusals(await anna.post('/api/customers', { name: 'A', kind: 'person', isOpen: false }))).toEqual(['isOpen unknown_field']);
    expect(refusals(await anna.post('/api/customers', { name: 'A\u0000B', kind: 'person' }))).toEqual(['name bad_characters']);
    expect(refusals(await anna.post('/api/customers', { name: 'x'.repeat(201), kind: 'person' }))).toEqual(['name too_long']);
    expect(refusals(await anna.post('/api/customers', { name: 'A', kind: 'person', contactPoints: [{ kind: 'pigeon', value: '1' }] }))).toEqual(['contactPoints.0.kind required']);
  });

  it.each(["100% _x_ \\ '; DROP TABLE customers --", '👩‍👩‍👧 𠮷野家 🏳️‍🌈', 'שלום עולם \u202emoc', '«"quoted"», <b>&amp;</b>', `{"a":1}|\n,;\t'`.replace(/[\n\t]/g, ' ')])('keeps the name %s as it was typed', async (name) => {
    const customer = await customerOf(anna, { name, tags: [name.slice(0, 50)], source: name.slice(0, 100), note: name });
    const read = (await anna.get(`/api/customers/${customer.id}`)).json<CustomerView>();
    expect([read.name, read.tags, read.note]).toEqual([name.normalize('NFC'), [name.slice(0, 50).trim()], name.normalize('NFC')]);
  });

  it('keeps the longest texts, and refuses longer ones', async () => {
    const customer = await customerOf(anna, { name: '龘'.repeat(200), note: '😀'.repeat(5_000) });
    expect([customer.name.length, customer.note.length]).toEqual([200, 10_000]);
    expect(refusals(await anna.post('/api/customers', { name: '龘'.repeat(201), kind: 'person', note: 'x'.repeat(10_001) })).sort()).toEqual(['name too_long', 'note too_long']);
  });

  it('is created once however often the same request comes', async () => {
    const body = { name: 'Once only', kind: 'person' };
    const key = { 'idempotency-key': newId() };
    const answers = await Promise.all([1, 2, 3].map(() => anna.post('/api/customers', body, key)));
    expect(new Set(answers.map((answer) => answer.json<CustomerView>().id)).size).toBe(1);
    expect(await world.database.query(`SELECT count(*)::int AS n FROM customers WHERE name = 'Once only'`)).toEqual([{ n: 1 }]);
    expect((await anna.post('/api/customers', { ...body, name: 'Twice' }, key)).statusCode).toBe(422);
  });

  it('takes its external id from nobody else', async () => {
    const { id } = await customerOf(anna, { externalId: 'same' });
    expect(refusals(await anna.post('/api/customers', { name: 'B', kind: 'person', externalId: 'same' }))).toEqual(['externalId one_customer_per_external_id']);
    const other = await customerOf(anna);
    expect(refusals(await anna.patch(`/api/customers/${other.id}`, { externalId: 'same' }, { 'if-match': '1' }))).toEqual(['externalId one_customer_per_external_id']);
    expect((await anna.patch(`/api/customers/${id}`, { externalId: 'same', note: 'x' }, { 'if-match': '1' })).json()).toMatchObject({ externalId: 'same', note: 'x' });
  });

  describe('that is changed', () => {
    it('takes what is given, keeps the rest, and leaves the differences in the audit', async () => {
      const customer = await customerOf(anna, { source: 'Fair', tags: ['a'], note: 'n' });
      const answer = await change(customer, { name: 'Red Lake', tags: ['b', 'c'], source: null });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({ ...customer, name: 'Red Lake', tags: ['b', 'c'], source: null, version: 2 });
      expect((await audit(customer.id)).at(-1)).toEqual({ action: 'customer.changed', details: { name: ['Blue Lake Ltd', 'Red Lake'], tags: [['a'], ['b', 'c']], source: ['Fair', null] } });
    });

    it('must say from which version, and loses against somebody who was faster', async () => {
      const customer = await customerOf(anna);
      expect((await anna.patch(`/api/customers/${customer.id}`, { name: 'A' })).statusCode).toBe(428);
      expect((await change(customer, { name: 'First' })).statusCode).toBe(200);
      const late = await change(customer, { name: 'Second' });
      expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([412, 'changed_meanwhile']);
      expect((await anna.get(`/api/customers/${customer.id}`)).json()).toMatchObject({ name: 'First', version: 2 });
    });

    it('accepts one of many changes made at the same time from the same version', async () => {
      const customer = await customerOf(anna);
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => change(customer, { note: `note ${i}` })));
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    });

    it('keeps contact hours whole', async () => {
      const customer = await customerOf(anna, { preferredFrom: '09:00', preferredUntil: '10:00' });
      expect(refusals(await change(customer, { preferredUntil: null }))).toEqual(['preferredUntil required']);
      expect(refusals(await change(customer, { preferredUntil: '08:00' }))).toEqual(['preferredUntil ends_before_it_starts']);
      expect((await change(customer, { preferredFrom: null, preferredUntil: null })).json()).toMatchObject({ preferredFrom: null, preferredUntil: null });
    });

    it('keeps an archived tier and channel that it had, and takes no other archived one', async () => {
      const customer = await customerOf(anna, { tierId: KEY_TIER, preferredChannelId: PHONE, doNotContact: [PHONE] });
      await world.database.query('UPDATE tiers SET archived_at = now() WHERE id = $1', [KEY_TIER]);
      await world.database.query('UPDATE channels SET archived_at = now() WHERE id = $1', [PHONE]);
      try {
        expect((await change(customer, { name: 'Kept', tierId: KEY_TIER, preferredChannelId: PHONE, doNotContact: [PHONE] })).statusCode).toBe(200);
        const other = await customerOf(anna);
        expect(refusals(await change(other, { tierId: KEY_TIER, doNotContact: [PHONE] }))).toEqual(['tierId unknown_tier', 'doNotContact unknown_channel']);
      } finally {
        await world.database.query('UPDATE tiers SET archived_at = NULL');
        await world.database.query('UPDATE channels SET archived_at = NULL');
      }
    });

    it('moves the day its cadence counts from with the day it was first known', async () => {
      const customer = await customerOf(anna);
      await change(customer, { knownSinceOn: '2026-01-02' });
      expect(await world.database.query('SELECT cadence_anchor_on::text AS day FROM customers WHERE id = $1', [customer.id])).toEqual([{ day: '2026-01-02' }]);
    });
  });

  describe('and its people', () => {
    const withPeople = () => customerOf(anna, {
      contactPoints: [{ kind: 'phone', value: '021-5555 0001' }, { kind: 'wechat', value: 'blue_lake' }],
      contactPeople: [{ name: '赵敏', contactPoints: [{ kind: 'phone', value: '138 0000 1111', validity: 'ok' }] }, { name: 'Carl', title: 'CFO' }],
    });

    it('are given as whole lists with their ids; who is missing becomes a former contact person', async () => {
      const customer = await withPeople();
      const [min, carl] = customer.contactPeople;
      const [phone] = customer.contactPoints;
      const answer = await change(customer, { contactPoints: [{ ...phone, validity: 'suspect' }], contactPeople: [{ name: 'Dora' }, { id: min?.id, name: '赵敏敏' }] });
      const after = answer.json<CustomerView>();
      expect(after.contactPoints).toEqual([{ ...phone, validity: 'suspect' }]);
      expect(after.contactPeople.map(({ name }) => name)).toEqual(['Dora', '赵敏敏']);
      // Points that were not mentioned stay with their person.
      expect(after.contactPeople[1]).toEqual({ ...min, name: '赵敏敏' });
      expect(after.formerContactPeople).toEqual([{ id: carl?.id, name: 'Carl' }]);
    });

    it('can come back', async () => {
      const customer = await withPeople();
      const [min, carl] = customer.contactPeople;
      const without = (await change(customer, { contactPeople: [{ id: min?.id, name: '赵敏' }] })).json<CustomerView>();
      const again = (await change(without, { contactPeople: [{ id: carl?.id, name: 'Carl', title: 'CEO' }] })).json<CustomerView>();
      expect([again.contactPeople, again.formerContactPeople]).toMatchObject([[{ id: carl?.id, title: 'CEO' }], [{ id: min?.id }]]);
    });

    it('lose the validity of a contact point whose value changes', async () => {
      const customer = await withPeople();
      const [min] = customer.contactPeople;
      const point = min?.contactPoints[0];
      const same = (await change(customer, { contactPeople: [{ id: min?.id, name: '赵敏', contactPoints: [{ id: point?.id, kind: 'phone', value: '138 0000 1111' }] }] })).json<CustomerView>();
      expect(same.contactPeople[0]?.contactPoints[0]?.validity).toBe('ok');
      const other = (await change(same, { contactPeople: [{ id: min?.id, name: '赵敏', contactPoints: [{ id: point?.id, kind: 'phone', value: '138 0000 2222' }] }] })).json<CustomerView>();
      expect(other.contactPeople[0]?.contactPoints[0]).toEqual({ id: point?.id, kind: 'phone', value: '138 0000 2222', validity: 'unknown' });
    });

    it('are never those of another customer', async () => {
      const [mine, other] = [await withPeople(), await withPeople()];
      const answer = await change(mine, { contactPeople: [{ id: other.contactPeople[0]?.id, name: 'Stolen' }], contactPoints: [{ ...other.contactPoints[0] }, { ...mine.contactPoints[0] }, { ...mine.contactPoints[0] }] });
      expect(refusals(answer).sort()).toEqual(['contactPeople.0.id unknown', 'contactPoints.0.id unknown', 'contactPoints.2.id twice']);
      expect((await anna.get(`/api/customers/${other.id}`)).json()).toEqual(other);
    });
  });

  describe('with custom fields', () => {
    const names = { en: 'Field' };
    beforeAll(() =>
      world.database.getRepository(CustomField).insert([
        { id: newId(), key: 'size', names, kind: 'choice', choices: [{ key: 's', names }, { key: 'l', names }], isRequired: true, position: 1 },
        { id: newId(), key: 'staff', names, kind: 'number', position: 2 }, { id: newId(), key: 'founded', names, kind: 'date', position: 3 },
        { id: newId(), key: 'motto', names, kind: 'text', position: 4 }, { id: newId(), key: 'listed', names, kind: 'boolean', position: 5 },
        { id: newId(), key: 'old', names, kind: 'text', position: 6, archivedAt: new Date(0) },
      ]),
    );
    afterAll(() => world.database.query('DELETE FROM custom_fields'));

    it('keeps values of every kind', async () => {
      const fields = { size: 's', staff: 12.5, founded: '1999-12-31', motto: ' 好 ', listed: false };
      expect((await customerOf(anna, { fields })).fields).toEqual({ ...fields, motto: '好' });
    });

    it.each([
      [{}, ['fields.size required']], [{ size: null }, ['fields.size required']], [{ size: 'xl' }, ['fields.size unknown_choice']], [{ size: 's', staff: '12' }, ['fields.staff must_be_a_number']],
      [{ size: 's', founded: '2026-02-30' }, ['fields.founded bad_date']], [{ size: 's', listed: 'yes' }, ['fields.listed must_be_yes_or_no']], [{ size: 's', motto: 7 }, ['fields.motto must_be_text']],
      [{ size: 's', old: 'x' }, ['fields.old unknown_field']], [{ size: 's', staff: 1e16 }, ['fields.staff must_be_a_number']],
      [{ size: 's', motto: { a: 1 } }, ['fields.motto must_be_text']],
    ])('refuses %j at its field', async (fields, expected) => {
      expect(refusals(await anna.post('/api/customers', { name: 'A', kind: 'person', fields }))).toEqual(expected);
    });

    it('clears a value with null, keeps those not mentioned, and never clears a required one', async () => {
      const customer = await customerOf(anna, { fields: { size: 's', staff: 3, motto: 'x' } });
      const after = (await change(customer, { fields: { staff: null, motto: 'y' } })).json<CustomerView>();
      expect(after.fields).toEqual({ size: 's', motto: 'y' });
      expect(refusals(await change(after, { fields: { size: '' } }))).toEqual(['fields.size required']);
    });
  });

  describe('that is archived', () => {
    it('keeps its records, can not be changed, and comes back', async () => {
      const customer = await customerOf(anna);
      const archived = (await anna.post(`/api/customers/${customer.id}/archival`)).json<CustomerView>();
      expect(new Date(archived.archivedAt ?? 0).toISOString()).toBe('2026-03-10T02:00:00.000Z');
      const refused = await change(archived, { name: 'X' });
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'customer_is_archived']);
      const again = (await anna.post(`/api/customers/${customer.id}/archival`)).json<CustomerView>();
      expect(again.version).toBe(archived.version);
      const restored = (await anna.delete(`/api/customers/${customer.id}/archival`)).json<CustomerView>();
      expect(restored).toEqual({ ...customer, version: 3 });
      expect((await audit(customer.id)).map(({ action }) => action)).toEqual(['customer.created', 'customer.archived', 'customer.restored']);
    });
  });

  it('goes to the owner that was chosen, if the actor sees that person', async () => {
    const lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId: team });
    const stranger = await world.person();
    expect(await customerOf(lead, { ownerId: anna.person.id })).toMatchObject({ ownerId: anna.person.id, teamId: team });
    expect(await customerOf(lead, { ownerId: null, teamId: team })).toMatchObject({ ownerId: null, teamId: team });
    expect(refusals(await lead.post('/api/customers', { name: 'A', kind: 'person', ownerId: stranger.person.id }))).toEqual(['ownerId unknown_person']);
    expect(refusals(await anna.post('/api/customers', { name: 'A', kind: 'person', ownerId: null }))).toEqual(['ownerId out_of_your_sight']);
    expect(refusals(await anna.post('/api/customers', { name: 'A', kind: 'person', teamId: (await world.team('Far')).id }))).toEqual(['teamId unknown_team']);
  });

  it('is not found under an address that is none', async () => {
    expect((await anna.get('/api/customers/nonsense')).statusCode).toBe(404);
    expect((await anna.get(`/api/customers/${newId()}`)).statusCode).toBe(404);
  });
});
