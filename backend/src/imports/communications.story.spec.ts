import { type TestActor, World } from '../../test/world.ts';
import type { ImportIssuePageView, ImportView } from './imports.dto.ts';
import { imported, upload } from './imports.testing.ts';

const CUSTOMERS = 'Name,Id,Since\nAda,C1,2020-01-01\nBob,C2,2020-01-01\nTwin,C3,2020-01-01\nTwin,C4,2020-01-01\n';
const COMMUNICATIONS = `When;Customer;Customer name;By;Via;Result;Seconds;Note;No;Rating
31.12.2025 09:30;C1;;Anna A;Phone;Reached;1:35;"first
of two";1;4
02.01.2026;C1;;anna@example.test;电话;No answer;0;second;2;
10.03.2026;C2;;;WeChat;Sent;;today, day only;3;
02.01.2026;;Bob;;phone;reached;;by name;4;1
02.01.2026;;Twin;;phone;reached;;which twin;5;
02.01.2026;C9;;;phone;reached;;no such;6;
11.03.2026;C1;;;phone;reached;;tomorrow;7;
02.01.2026;C1;;;pigeon;reached;;unknown;8;
`;
const MAPPING = {
  columns: [
    { column: 'When', to: 'occurredAt', format: 'D.M.YYYY' as const }, { column: 'Customer', to: 'customerExternalId' }, { column: 'Customer name', to: 'customerName' },
    { column: 'By', to: 'author' }, { column: 'Via', to: 'channel' }, { column: 'Result', to: 'disposition' }, { column: 'Seconds', to: 'durationSeconds' },
    { column: 'Note', to: 'text' }, { column: 'No', to: 'externalId' }, { column: 'Rating', to: 'evaluation' },
  ],
};

describe('importing communications', () => {
  let world: World;
  let boss: TestActor;
  let anna: TestActor;
  beforeAll(async () => {
    world = await World.open();
    boss = await world.administrator();
    anna = await world.person({ name: 'Anna A' });
    await world.database.query(`UPDATE people SET email = 'anna@example.test' WHERE id = $1`, [anna.person.id]);
    const columns = [{ column: 'Name', to: 'name' }, { column: 'Id', to: 'externalId' }, { column: 'Since', to: 'knownSinceOn', format: 'YYYY-MM-DD' as const }];
    expect((await imported(boss, 'customers', CUSTOMERS, { columns })).counts).toMatchObject({ new: 4 });
  });
  afterAll(() => world.close());

  it('writes author, time, channel, judgements and the derived contact state; nothing is asked of anybody', async () => {
    const view = await imported(boss, 'communications', COMMUNICATIONS, MAPPING);
    expect(view.counts).toEqual({ new: 4, update: 0, unchanged: 0, duplicate: 0, error: 4 });
    const records = await world.database.query<Record<string, unknown>[]>(`SELECT f.external_id, f.author_id, f.occurred_at, f.occurred_on::text AS day, c.key AS channel, d.key AS disposition, f.direction, f.duration_seconds, f.text,
      f.evaluation, f.is_effective, f.next_step, f.respond_by, f.logged_at, f.import_id FROM follow_ups f JOIN channels c ON c.id = f.channel_id JOIN dispositions d ON d.id = f.disposition_id ORDER BY f.external_id`);
    const base = { direction: 'outbound', next_step: null, respond_by: null, logged_at: world.clock.now(), import_id: view.id };
    expect(records).toEqual([
      { ...base, external_id: '1', author_id: anna.person.id, occurred_at: new Date('2025-12-31T01:30:00Z'), day: '2025-12-31', channel: 'phone', disposition: 'reached', duration_seconds: 95, text: 'first\nof two', evaluation: 4, is_effective: true },
      { ...base, external_id: '2', author_id: anna.person.id, occurred_at: new Date('2026-01-02T04:00:00Z'), day: '2026-01-02', channel: 'phone', disposition: 'no_answer', duration_seconds: 0, text: 'second', evaluation: null, is_effective: false },
      // Noon is still ahead at ten in the morning: it has happened by now.
      { ...base, external_id: '3', author_id: boss.person.id, occurred_at: world.clock.now(), day: '2026-03-10', channel: 'wechat', disposition: 'sent', duration_seconds: null, text: 'today, day only', evaluation: null, is_effective: false },
      { ...base, external_id: '4', author_id: boss.person.id, occurred_at: new Date('2026-01-02T04:00:00Z'), day: '2026-01-02', channel: 'phone', disposition: 'reached', duration_seconds: null, text: 'by name', evaluation: 1, is_effective: false },
    ]);
    const [ada] = await world.database.query<Record<string, unknown>[]>(`SELECT first_contact_at, last_contact_at, last_effective_at, cadence_anchor_on::text AS anchor FROM customers WHERE external_id = 'C1'`);
    expect(ada).toEqual({ first_contact_at: new Date('2025-12-31T01:30:00Z'), last_contact_at: new Date('2026-01-02T04:00:00Z'), last_effective_at: new Date('2025-12-31T01:30:00Z'), anchor: '2025-12-31' });
    const { items } = (await boss.get(`/api/imports/${view.id}/issues`)).json<ImportIssuePageView>();
    expect(items.map(({ line, code }) => [line, code])).toEqual([[7, 'several_customers'], [8, 'no_such_customer'], [9, 'in_the_future'], [10, 'unknown_word']]);
  });

  it('changes nothing when the same file comes again, also later in the day', async () => {
    world.clock.pass(5 * 3_600_000);
    const view = await imported(boss, 'communications', COMMUNICATIONS, MAPPING);
    expect(view.counts).toEqual({ new: 0, update: 0, unchanged: 4, duplicate: 0, error: 4 });
  });

  it('knows a communication without an id by all that its row says', async () => {
    const file = 'Date,Customer,Channel,Text\n2026-02-01,C1,phone,one\n2026-02-01,C1,phone,two\n2026-02-01,C1,phone,one\n';
    const columns = [{ column: 'Date', to: 'occurredAt', format: 'YYYY-MM-DD' as const }, { column: 'Customer', to: 'customerExternalId' }, { column: 'Channel', to: 'channel' }, { column: 'Text', to: 'text' }];
    expect((await imported(boss, 'communications', file, { columns })).counts).toMatchObject({ new: 2, duplicate: 1 });
    expect((await imported(boss, 'communications', file, { columns: columns.toReversed() })).counts).toMatchObject({ new: 0, unchanged: 2, duplicate: 1 });
  });

  it('corrects a record that differs, with a trace', async () => {
    const file = 'No,When,Customer,Via,Rating\n1,2025-12-31 09:30,C1,phone,1\n';
    const columns = [{ column: 'No', to: 'externalId' }, { column: 'When', to: 'occurredAt', format: 'YYYY-MM-DD' as const }, { column: 'Customer', to: 'customerExternalId' }, { column: 'Via', to: 'channel' }, { column: 'Rating', to: 'evaluation' }];
    expect((await imported(boss, 'communications', file, { columns })).counts).toMatchObject({ update: 1 });
    const [record] = await world.database.query<Record<string, unknown>[]>(`SELECT f.evaluation, f.is_effective, f.text, f.version, c.before, c.after FROM follow_ups f JOIN corrections c ON c.follow_up_id = f.id WHERE f.external_id = '1'`);
    expect(record).toEqual({ evaluation: 1, is_effective: false, text: 'first\nof two', version: 2, before: { evaluation: 4 }, after: { evaluation: 1 } });
    expect(await world.database.query(`SELECT last_effective_at FROM customers WHERE external_id = 'C1'`)).toEqual([{ last_effective_at: null }]);
  });

  it('tells which words nobody has explained, and reads them as the mapping says', async () => {
    const file = 'When,Customer,Via\n2026-02-03,C2,telephone\n2026-02-03,C2,carrier pigeon\n';
    const columns = [{ column: 'When', to: 'occurredAt', format: 'YYYY-MM-DD' as const }, { column: 'Customer', to: 'customerExternalId' }, { column: 'Via', to: 'channel' }];
    const { id } = (await upload(boss, 'communications', file)).json<ImportView>();
    const mapped = (await boss.put(`/api/imports/${id}/mapping`, { columns })).json<ImportView>();
    expect(mapped.unknownWords).toEqual([{ column: 'Via', to: 'channel', words: ['telephone', 'carrier pigeon'], isComplete: true }]);
    const values = { telephone: 'phone', 'carrier pigeon': '信函' };
    expect((await imported(boss, 'communications', file, { columns: columns.map((column) => (column.to === 'channel' ? { ...column, values } : column)) })).counts).toMatchObject({ new: 2, error: 0 });
  });

  it('goes on where an interrupted attempt stopped, and two attempts at once do the work once', async () => {
    const rows = Array.from({ length: 3_500 }, (_, i) => `R${i},2026-02-0${(i % 9) + 1},C${(i % 4) + 1},phone`);
    const file = `No,When,Customer,Via\n${rows.join('\n')}\n`;
    const columns = [{ column: 'No', to: 'externalId' }, { column: 'When', to: 'occurredAt', format: 'YYYY-MM-DD' as const }, { column: 'Customer', to: 'customerExternalId' }, { column: 'Via', to: 'channel' }];
    const view = await imported(boss, 'communications', file, { columns });
    expect(view.counts).toMatchObject({ new: 3_500, error: 0 });
    expect(view.rowsDone).toBe(3_500);
    expect(await world.database.query(`SELECT count(*)::int AS n FROM follow_ups WHERE import_id = $1`, [view.id])).toEqual([{ n: 3_500 }]);
  });
});
