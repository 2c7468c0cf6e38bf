import { type TestActor, World } from '../../test/world.ts';
import { newId } from '../platform/ids.ts';
import { type GivenContact, type GivenCustomer, type GivenStage, writeFacts } from './facts.testing.ts';
import type { ReportRowsView, ReportView } from './report.dto.ts';

// Today is 10 March 2026 in Shanghai.
describe('reports on facts that can be counted by hand', () => {
  let world: World;
  let lead: TestActor;
  let wang: TestActor;
  let li: TestActor;
  const customers: GivenCustomer[] = [];
  const contacts: GivenContact[] = [];
  const stages: GivenStage[] = [];

  const customer = (given: Partial<GivenCustomer> = {}): string => {
    const id = newId();
    customers.push({ id, owner: wang.person.id, team: null, tier: 'key', source: 'Fair', isServed: true, servedBy: null, fields: {}, knownOn: '2026-01-05', archivedOn: null, ...given });
    return id;
  };
  const contact = (of: string, day: string, given: Partial<GivenContact> = {}): void => {
    contacts.push({ id: newId(), customer: of, author: wang.person.id, day, minute: 600, channel: 'phone', direction: 'outbound', disposition: 'reached', isInvalid: false, isEffective: true, isWithdrawn: false, ...given });
  };
  const won = (of: string, day: string, minute = 1439): void => {
    stages.push({ customer: of, from: 'new', to: 'won', day, minute });
  };
  const ask = async (report: string, query = '', who = lead): Promise<ReportView> => {
    const answer = await who.get(`/api/reports/${report}?${query}`);
    expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
    return answer.json<ReportView>();
  };
  const totals = ({ columns, total }: ReportView): Record<string, number | null> => Object.fromEntries(columns.map(({ key }, i) => [key, total.numbers[i] ?? null]));
  const table = ({ rows }: ReportView): Record<string, (number | null)[]> => Object.fromEntries(rows.map(({ keys, numbers }) => [keys.join('|'), numbers]));

  beforeAll(async () => {
    world = await World.open();
    lead = await world.person({ roles: ['team_lead'], scope: 'all' });
    wang = await world.person({ name: 'Wang' });
    li = await world.person({ name: 'Li' });
    await world.database.query(`INSERT INTO custom_fields (id, key, names, kind, choices, is_required, position) VALUES ('${newId()}', 'size', '{"en": "Size"}', 'choice', '[{"key": "big", "names": {"en": "Big"}}]', false, 1)`);
    const a = customer({ fields: { size: 'big' } });
    const b = customer({ owner: li.person.id, source: null, knownOn: '2026-02-28' });
    const c = customer({ source: 'Web, search', knownOn: '2026-03-01', archivedOn: '2026-03-05' });
    customer({ knownOn: '2026-02-01' });
    // Both edges of February, as the organisation counts days, and one contact each side of them.
    contact(a, '2026-01-31', { minute: 1439 });
    contact(a, '2026-02-01', { minute: 0, disposition: 'no_answer', isEffective: false });
    contact(a, '2026-02-28', { minute: 1439, channel: 'visit' });
    contact(a, '2026-03-01', { minute: 0, disposition: 'bounced', isEffective: false });
    contact(b, '2026-02-10', { author: li.person.id });
    contact(b, '2026-02-11', { author: li.person.id, disposition: 'wrong_number', isEffective: false });
    contact(b, '2026-02-12', { author: li.person.id, disposition: 'not_recorded', isEffective: false });
    contact(b, '2026-02-13', { isInvalid: true, isEffective: false });
    contact(b, '2026-02-14', { isWithdrawn: true });
    contact(b, '2026-02-15', { direction: 'inbound', author: li.person.id });
    contact(c, '2026-03-02', { channel: 'email', disposition: 'sent', isEffective: false });
    won(a, '2026-02-28');
    contact(a, '2026-03-02');
    await writeFacts(world.database, { customers, contacts, stages }, lead.person.id);
  });
  afterAll(() => world.close());

  const FEBRUARY = 'from=2026-02-01&until=2026-03-01';

  it('marks the week that is not over, and those that the period cuts', async () => {
    const { dimensions, question } = await ask('communications', 'by=week&from=2026-02-01&until=2026-04-01');
    expect([question.completeUntil, dimensions[0]?.partial]).toEqual(['2026-03-10', ['2026-01-26', '2026-03-09']]);
    expect((await ask('communications', 'by=channel')).dimensions[0]?.partial).toEqual([]);
    expect((await ask('conversion-by-channel', 'by=channel&days=30')).question.completeUntil).toBe('2026-02-08');
  });

  it('counts the communications of a period with both its edges, the invalid ones beside', async () => {
    expect(totals(await ask('communications', `${FEBRUARY}&by=none`))).toEqual({ communications: 6, invalid: 1 });
    expect(totals(await ask('communications', 'from=2026-02-01&until=2026-02-02&by=none'))).toEqual({ communications: 1, invalid: 0 });
    expect(totals(await ask('communications', 'period=this-month&by=none'))).toEqual({ communications: 3, invalid: 0 });
  });

  it('keeps what happened with a customer that was archived afterwards', async () => {
    const archived = customers.find(({ archivedOn }) => archivedOn !== null);
    const { rows } = await ask('communications', 'from=2026-03-02&until=2026-03-03&by=channel');
    expect([archived?.archivedOn, rows.map(({ numbers }) => numbers[0])]).toEqual(['2026-03-05', [1, 1]]);
  });

  it('shows weeks without any communication as zero', async () => {
    const answer = await ask('communications', `${FEBRUARY}&by=week`);
    expect(answer.dimensions[0]?.values.map(({ key }) => key)).toEqual(['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23']);
    expect(answer.rows.map(({ numbers }) => numbers[0])).toEqual([1, 0, 4, 0, 1]);
  });

  it('begins weeks when the organisation does', async () => {
    await world.database.query('UPDATE organisation SET week_starts_on = 7');
    expect((await ask('communications', `${FEBRUARY}&by=week`)).rows.map(({ keys }) => keys[0])).toEqual(['2026-02-01', '2026-02-08', '2026-02-15', '2026-02-22']);
    await world.database.query('UPDATE organisation SET week_starts_on = 1');
  });

  it('keeps what says nothing about reaching out of the rate, and shows it', async () => {
    const answer = await ask('reach-rate', FEBRUARY);
    expect(totals(answer)).toEqual({ reached: 2, attempts: 3, bounced: 0, wrong_number: 1, not_recorded: 1, invalid: 1 });
    expect(table(answer)).toEqual({ [li.person.id]: [1, 1, 0, 1, 1, 0], [wang.person.id]: [1, 2, 0, 0, 0, 1] });
    expect(answer.total.share).toEqual({ value: null, low: null, high: null, count: 2, n: 3 });
    expect(answer.dimensions[0]?.values.map(({ label }) => label)).toEqual(['Li', 'Wang']);
  });

  it('breaks the reach rate down by person, channel and week at once', async () => {
    const { rows } = await ask('reach-rate', `${FEBRUARY}&by=person,channel,week`);
    expect(rows.map(({ keys, numbers }) => [keys[2], numbers[0], numbers[1]])).toEqual([['2026-02-09', 1, 1], ['2026-01-26', 0, 1], ['2026-02-09', 0, 0], ['2026-02-23', 1, 1]]);
  });

  it('counts a customer once, however many reached them', async () => {
    const answer = await ask('customers-reached', 'period=all&by=channel');
    expect(answer.total.numbers).toEqual([2]);
    expect(answer.rows.map(({ numbers }) => numbers[0])).toEqual([2, 1]);
  });

  it('tells new customers from those there are at the end of each month', async () => {
    const { rows, total } = await ask('new-customers', 'from=2026-01-01&until=2026-04-01&by=month');
    expect(rows.map(({ keys, numbers }) => [keys[0], ...numbers])).toEqual([['2026-01-01', 1, 1, 1], ['2026-02-01', 2, 3, 2], ['2026-03-01', 1, 3, 2]]);
    expect(total.numbers).toEqual([4, 3, 2]);
  });

  it('follows a cohort from its first communication or from its creation', async () => {
    const first = await ask('conversion', 'period=all&days=30&by=none');
    expect(first.question).toMatchObject({ origin: 'first_communication', days: 30, scope: { isEverything: true }, today: '2026-03-10' });
    expect(totals(first)).toEqual({ converted: 1, customers: 1, too_early: 2, before: 0, never_contacted: 1 });
    expect(totals(await ask('conversion', 'period=all&days=none&by=none'))).toMatchObject({ converted: 1, customers: 3, too_early: 0 });
    expect(totals(await ask('conversion', 'period=all&days=30&origin=creation&by=none'))).toEqual({ converted: 0, customers: 2, too_early: 2, before: 0 });
    expect(totals(await ask('conversion', 'period=all&days=90&origin=creation&by=none'))).toMatchObject({ customers: 0, too_early: 4 });
  });

  it('waits until the last of the days is over', async () => {
    const days = 'from=2026-01-31&until=2026-02-01&days=30&by=none';
    world.clock.moveTo('2026-03-02T15:59:59Z');
    expect(totals(await ask('conversion', days))).toMatchObject({ customers: 0, too_early: 1 });
    world.clock.moveTo('2026-03-02T16:00:00Z');
    expect(totals(await ask('conversion', days))).toMatchObject({ customers: 1, too_early: 0, converted: 1 });
    world.clock.moveTo('2026-03-10T02:00:00Z');
  });

  it('groups by the channels that were effective before the conversion, and by the number up to it', async () => {
    const channels = await ask('conversion-by-channel', 'period=all&days=none');
    expect(channels.rows.map(({ numbers }) => numbers.slice(0, 2))).toEqual([[1, 2], [1, 1], [0, 1]]);
    expect(channels.rows.at(-1)?.keys).toEqual([null]);
    const numbers = await ask('conversion-by-number', 'period=all&days=none');
    expect(table(numbers)).toMatchObject({ 1: [0, 1, 0, 0, null], '3–5': [1, 2, 0, 0, null] });
    expect(table(await ask('conversion-by-number', 'period=all&days=none&origin=creation'))).toMatchObject({ 0: [0, 1, 0, 0] });
  });

  it('takes own fields as dimensions and filters, with "not recorded" for those who have none', async () => {
    const answer = await ask('conversion-by-attribute', 'period=all&days=none&by=field:size');
    expect(answer.dimensions[0]?.values).toEqual([{ key: 'big', label: null, names: { en: 'Big' } }, { key: null, label: null, names: null }]);
    expect(answer.rows.map(({ numbers }) => numbers[1])).toEqual([1, 2]);
    expect(totals(await ask('communications', 'period=all&by=none&filter=field:size:big'))).toMatchObject({ communications: 5 });
    expect(totals(await ask('communications', `period=all&by=none&filter=${encodeURIComponent('source:Web, search')}&filter=source:`))).toMatchObject({ communications: 5, invalid: 1 });
    expect(totals(await ask('communications', 'period=all&by=none&filter=channel:0199' + '0001-0000-7000-8000-000000000002'))).toMatchObject({ communications: 1 });
  });

  it('compares with the period of equal length just before', async () => {
    const answer = await ask('communications', 'from=2026-02-01&until=2026-02-03&compare=true&by=channel');
    expect(answer.previousPeriod).toEqual({ from: '2026-01-30', until: '2026-02-01' });
    expect([answer.total.numbers[0], answer.total.previous?.numbers[0], answer.rows[0]?.previous?.numbers[0]]).toEqual([1, 1, 1]);
    expect((await ask('communications', 'period=all&compare=true')).previousPeriod).toBeNull();
  });

  it('opens a number to exactly its rows, page by page, and as a file', async () => {
    const query = `${FEBRUARY}&by=person&column=communications&bucket=person:${li.person.id}`;
    const page = (await lead.get(`/api/reports/communications/rows?${query}&limit=3`)).json<ReportRowsView>();
    expect(page).toMatchObject({ kind: 'communications', count: 4, communications: [{ occurredAt: '2026-02-15T02:00:00.000Z', authorName: 'Li' }, {}, {}] });
    const rest = (await lead.get(`/api/reports/communications/rows?${query}&limit=3&cursor=${page.next}`)).json<ReportRowsView>();
    expect([rest.communications.length, rest.next, rest.count]).toEqual([1, null, null]);
    const file = await lead.get(`/api/reports/communications/rows/export.csv?${query}`);
    expect(file.headers['content-disposition']).toContain('communications_communications.csv');
    expect(file.body.trim().split('\r\n')).toHaveLength(5);
    expect(await world.database.query(`SELECT details FROM audit_entries WHERE action = 'report.exported'`)).toEqual([{ details: { report: 'communications', column: 'communications', rows: 4 } }]);
  });

  it('opens the customers that there are at the end of a month', async () => {
    const query = 'from=2026-01-01&until=2026-04-01&by=month&column=total&bucket=month:2026-02-01';
    expect((await lead.get(`/api/reports/new-customers/rows?${query}`)).json<ReportRowsView>()).toMatchObject({ kind: 'customers', count: 3 });
  });

  it('writes the same numbers to a file, in the language of who asks', async () => {
    const chinese = await world.person({ roles: ['team_lead'], scope: 'all', language: 'zh-Hans' });
    const { body } = await chinese.get(`/api/reports/reach-rate/export.csv?${FEBRUARY}&compare=true`);
    const lines = body.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toMatch(/^人员,已接通,主动联系次数,退回,号码错误,未记录,无效,接通率,95 % 下限,95 % 上限,已接通 \(前期\)/);
    expect(lines[1]).toMatch(/^Li,1,1,0,1,1,0,,,,0,0/);
    expect(lines.at(-1)).toMatch(/^合计,2,3,0,1,1,1,,,,1,1/);
  });

  it('shows everybody the numbers of their own customers only, and answers only who may see reports', async () => {
    expect(totals(await ask('communications', 'period=all&by=none', li))).toMatchObject({ communications: 4, invalid: 1 });
    expect(totals(await ask('new-customers', 'period=all&by=none', li))).toEqual({ new: 1, total: 1, open: 1 });
    const query = 'period=all&by=none&column=communications';
    expect((await li.get(`/api/reports/communications/rows?${query}`)).json<ReportRowsView>().count).toBe(4);
    expect((await world.anonymous({ method: 'GET', url: '/api/reports' })).statusCode).toBe(401);
  });

  it.each([
    ['by=nonsense', 'by', 'bad_value'],
    ['by=day,week', 'by', 'one_time_dimension'],
    ['by=person,channel,direction,week', 'by', 'too_many'],
    ['from=2026-02-01', 'until', 'required'],
    ['from=2026-02-01&until=2026-02-01', 'until', 'period_is_empty'],
    ['period=all&from=2026-02-01&until=2026-02-02', 'period', 'period_or_days'],
    [`filter=${encodeURIComponent("channel:x'; DROP TABLE people")}`, 'filter', 'bad_value'],
    ['filter=nonsense:1', 'filter', 'bad_value'],
    ['sql=1', 'sql', 'unknown_field'],
  ])('refuses %s beside its field', async (query, field, code) => {
    const answer = await lead.get(`/api/reports/communications?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ field, code }] });
  });

  it('refuses rows of what is no number of the report, and reports that do not exist', async () => {
    expect((await lead.get('/api/reports/communications/rows?column=nonsense')).statusCode).toBe(422);
    expect((await lead.get('/api/reports/communications/rows?column=invalid&by=channel&bucket=channel:x')).statusCode).toBe(422);
    expect((await lead.get('/api/reports/communications/rows?column=invalid&cursor=x')).statusCode).toBe(400);
    expect((await lead.get('/api/reports/nonsense')).statusCode).toBe(404);
  });

  it('offers the values of filters', async () => {
    const values = async (key: string, text = '', who = lead): Promise<unknown[]> => (await who.get(`/api/reports/dimensions/${key}/values?text=${text}`)).json<{ values: { key: string; label: string | null }[] }>().values.map(({ key: value, label }) => label ?? value);
    expect(await values('source')).toEqual(['Fair', 'Web, search']);
    expect(await values('source', '', li)).toEqual([]);
    expect(await values('person', 'wan')).toEqual(['Wang']);
    expect(await values('field:size')).toEqual(['big']);
    expect((await lead.get('/api/reports/dimensions/nonsense/values')).statusCode).toBe(404);
  });

  it('lists every report with its definition', async () => {
    const { reports } = (await lead.get('/api/reports')).json<{ reports: { key: string; dimensions: { key: string }[] }[] }>();
    expect(reports.map(({ key }) => key)).toEqual(['communications', 'customers-reached', 'new-customers', 'reach-rate', 'conversion', 'conversion-by-channel', 'conversion-by-attribute', 'conversion-by-number']);
    expect(reports[6]?.dimensions.map(({ key }) => key)).toContain('field:size');
  });
});
