import { type TestActor, World } from '../../test/world.ts';
import { newId } from '../platform/ids.ts';
import { addWorkingDays, isWorkingDay, shiftsOn, textOfShifts } from '../kernel/index.ts';
import type { CalendarView, CalendarYearView } from './calendar.dto.ts';
import type { HoursView, OwnHoursListView } from './hours/hours.dto.ts';
import type { CalendarFileView } from './ics/calendar-files.dto.ts';
import { WorkingCalendars } from './working-calendars.ts';

const day = (...shifts: [string, string][]) => ({ shifts: shifts.map(([from, until]) => ({ from, until })) });
const OFF = day();
const LONG = day(['09:00', '12:00'], ['13:00', '18:00']);
const week = (open: object, ...days: number[]) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => (days.includes(weekday) ? open : OFF));
const file = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines.flatMap((line) => { const [date, name] = line.split(' '); return ['BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${date}`, `SUMMARY:${name}`, 'END:VEVENT']; }), 'END:VCALENDAR'].join('\r\n');

describe('who works when', () => {
  let world: World;
  let admin: TestActor;
  let lead: TestActor;
  let anna: TestActor;
  let north: string;
  let calendars: WorkingCalendars;
  beforeAll(async () => {
    world = await World.open({ at: '2026-11-22T02:00:00Z' });
    admin = await world.administrator();
    const company = (await world.team('Company')).id;
    north = (await world.team('North', company)).id;
    lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId: north });
    anna = await world.person({ teamId: north, timeZone: 'Europe/Berlin' });
    calendars = world.app.get(WorkingCalendars);
  });
  beforeEach(() => world.database.query('TRUNCATE calendar_days, working_hours'));
  afterAll(() => world.close());
  const put = (by: TestActor, of: string, body: object, version = 0) => by.put(`/api/working-hours/${of}`, { week: null, region: null, ...body }, { 'if-match': String(version) });
  const hoursOn = async (date: string, of = anna): Promise<string> => textOfShifts(shiftsOn(date, await calendars.forPerson(world.database, of.person.id)));
  const person = (of: TestActor): string => `people/${of.person.id}`;

  it('is settled by the nearest: person, team, team above, organisation', async () => {
    expect(await hoursOn('2026-11-23')).toBe('09:00-18:00');
    await put(admin, 'organisation', { week: week(day(['08:00', '16:00']), 1, 2, 3, 4, 5) });
    expect(await hoursOn('2026-11-23')).toBe('08:00-16:00');
    await put(admin, `teams/${(await world.database.query<[{ parent: string }]>('SELECT parent_id AS parent FROM teams WHERE id = $1', [north]))[0].parent}`, { week: week(day(['10:00', '16:00']), 1, 2, 3, 4, 5) });
    expect(await hoursOn('2026-11-23')).toBe('10:00-16:00');
    await put(admin, `teams/${north}`, { week: week(LONG, 1, 2, 3, 4) });
    expect([await hoursOn('2026-11-23'), await hoursOn('2026-11-27')]).toEqual(['09:00-12:00 13:00-18:00', '']);
    await put(anna, person(anna), { week: week(day(['09:00', '13:00']), 5) });
    expect([await hoursOn('2026-11-23'), await hoursOn('2026-11-27'), await hoursOn('2026-11-27', lead)]).toEqual(['', '09:00-13:00', '']);
    expect((await calendars.forPerson(world.database, anna.person.id)).timeZone).toBe('Europe/Berlin');
    const seen = (await lead.get(`/api/working-hours/${person(anna)}`)).json<HoursView>();
    expect(seen).toMatchObject({ inheritedWeek: week(LONG, 1, 2, 3, 4), weekFrom: { level: 'person' }, regionFrom: { level: 'default' }, canChange: true, version: 1 });
    expect((await put(lead, person(anna), {}, 1)).json()).toMatchObject({ week: null, weekFrom: { level: 'team', name: 'North' }, version: 2 });
    expect((await admin.get('/api/working-hours')).json<OwnHoursListView>().items.map(({ level, name }) => `${level} ${name}`)).toEqual(['team Company', 'team North']);
  });

  it('is changed from the version that was read, by who may', async () => {
    const stranger = await world.person();
    expect((await put(anna, 'organisation', {})).statusCode).toBe(403);
    expect((await put(anna, `teams/${north}`, {})).statusCode).toBe(403);
    expect((await put(stranger, person(anna), {})).statusCode).toBe(404);
    expect((await stranger.get(`/api/working-hours/${person(anna)}`)).statusCode).toBe(404);
    expect((await put(anna, person(anna), { region: 'hk' })).json<HoursView>()).toMatchObject({ region: 'HK', version: 1 });
    expect((await put(anna, person(anna), { region: 'CN' })).statusCode).toBe(412);
    expect((await put(anna, person(anna), { region: 'CN' }, 1)).statusCode).toBe(200);
    expect((await put(anna, person(anna), {}, 1)).statusCode).toBe(412);
  });

  it.each([
    [week(day(['12:00', '09:00']), 1), 'week.0.shifts.0.until', 'must_be_after_start'], [week(day(['09:00', '13:00'], ['12:00', '18:00']), 2), 'week.1.shifts.1.from', 'shifts_overlap'],
    [week(OFF), 'week', 'no_working_day'], [week(day(['9', '10:00']), 1), 'week.0.shifts.0.from', 'bad_time'], [week(LONG, 1).slice(1), 'week', 'bad_value'],
  ])('refuses %j', async (given, field, code) => {
    expect((await put(admin, 'organisation', { week: given })).json()).toMatchObject({ status: 422, errors: [{ field, code }] });
  });

  it('follows the holidays of a region; what was entered by hand for all holds there too, unless the region says otherwise', async () => {
    await admin.post('/api/calendar/official', { region: 'CN', year: 2026 });
    await admin.put('/api/calendar/days/2026-12-24', { kind: 'holiday', name: 'Party' });
    await admin.put('/api/calendar/days/2026-12-31', { kind: 'holiday', name: 'Stocktaking' });
    await admin.put('/api/calendar/days/2026-12-25?region=hk', { kind: 'holiday', name: 'Christmas' });
    await admin.put('/api/calendar/days/2026-12-31?region=HK', { kind: 'working', name: 'Open' });
    const isOpen = async (date: string, of = anna): Promise<boolean> => isWorkingDay(date, await calendars.forPerson(world.database, of.person.id));
    expect([await isOpen('2026-10-05'), await isOpen('2026-12-24'), await isOpen('2026-12-25')]).toEqual([false, false, true]);
    await put(admin, person(anna), { region: 'HK' });
    expect([await isOpen('2026-10-05'), await isOpen('2026-12-24'), await isOpen('2026-12-25'), await isOpen('2026-12-31')]).toEqual([true, false, false, true]);
    expect([await isOpen('2026-12-25', lead), await isOpen('2026-12-31', lead)]).toEqual([true, false]);
    const seen = (await lead.get(`/api/calendar?from=2026-12-20&until=2027-01-01&personId=${anna.person.id}`)).json<CalendarView>();
    expect(seen.days.map(({ day: on, kind, region }) => `${on} ${kind} ${region}`)).toEqual(['2026-12-24 holiday ', '2026-12-25 holiday HK', '2026-12-31 working HK']);
    expect((await admin.get('/api/calendar/2026?region=HK')).json<CalendarYearView>()).toMatchObject({ region: 'HK', regions: ['HK'], official: { region: null } });
    expect((await admin.delete('/api/calendar/days/2026-12-31?region=HK')).statusCode).toBe(204);
    expect(await isOpen('2026-12-31')).toBe(false);
    expect((await admin.put('/api/calendar/days/2026-12-31?region=%3F%3F', { kind: 'working', name: 'x' })).json()).toMatchObject({ errors: [{ field: 'region', code: 'bad_region' }] });
  });

  it('takes a file in, with its result for each entry, and keeps what was entered by hand', async () => {
    await admin.put('/api/calendar/days/2026-12-26?region=HK', { kind: 'working', name: 'Sale' });
    await admin.post('/api/calendar-files', { region: 'HK', text: file('20261225 Christmas') });
    const text = file('20261225 Christmas', '20261226 Boxing', '20270101 元旦（休）', '20270102 元旦（班）', '20260230 Odd');
    const states = ({ rows }: CalendarFileView): string[] => rows.map(({ day: on, kind, state, reason }) => [on, kind, state, reason].filter(Boolean).join(' '));
    const preview = (await admin.post('/api/calendar-files/preview', { region: 'HK', text })).json<CalendarFileView>();
    expect([states(preview), preview.written]).toEqual([['2026-12-25 holiday unchanged', '2026-12-26 holiday kept', '2027-01-01 holiday new', '2027-01-02 working new', 'skipped bad_date'], 2]);
    expect((await admin.get('/api/calendar/2027?region=HK')).json<CalendarYearView>().days).toEqual([]);
    const done = (await admin.post('/api/calendar-files', { region: 'HK', text, replacesManual: true })).json<CalendarFileView>();
    expect([states(done)[1], done.written]).toEqual(['2026-12-26 holiday changed', 3]);
    expect((await admin.get('/api/calendar/2027?region=HK')).json<CalendarYearView>().days.map(({ day: on, kind, name, isManual }) => `${on} ${kind} ${name} ${isManual}`)).toEqual(['2027-01-01 holiday 元旦 false', '2027-01-02 working 元旦 false']);
    expect((await admin.post('/api/calendar-files', { text: 'nothing' })).json()).toMatchObject({ errors: [{ field: 'text', code: 'not_a_calendar' }] });
    expect((await anna.post('/api/calendar-files', { text })).statusCode).toBe(403);
  });

  it('reads one person or many alike, spares the parsing, and sees its own transaction', async () => {
    const first = await calendars.forPerson(world.database, anna.person.id);
    expect(await calendars.forPerson(world.database, anna.person.id)).toBe(first);
    const many = await calendars.forPeople(world.database, [anna.person.id, lead.person.id, anna.person.id, '00000000-0000-7000-8000-000000000000']);
    expect([many.size, many.get(anna.person.id) === first]).toEqual([2, true]);
    await world.database.transaction(async (tx) => {
      await tx.query(`INSERT INTO calendar_days (day, kind, name, source) VALUES ('2026-11-23', 'holiday', 'x', 'manual')`);
      expect(addWorkingDays('2026-11-20', 1, await calendars.forPerson(tx, anna.person.id))).toBe('2026-11-24');
      await tx.query('DELETE FROM calendar_days');
    });
    expect(addWorkingDays('2026-11-20', 1, await calendars.forPerson(world.database, anna.person.id))).toBe('2026-11-23');
    await expect(calendars.forPerson(world.database, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({ status: 404 });
  });

  it('reads nothing where the number of the calendars is that of the last reading, and another after every change', async () => {
    const version = async (): Promise<number> => (await world.database.query<[{ version: number }]>('SELECT calendar_version AS version FROM organisation'))[0].version;
    const readAt = async (at: number): Promise<boolean> => (await calendars.forPeople(world.database, [anna.person.id], at)).get(anna.person.id) === first;
    let first = await calendars.forPerson(world.database, anna.person.id);
    expect(await readAt(await version())).toBe(true);
    const changes = [
      `INSERT INTO calendar_days (day, kind, name, source) VALUES ('2026-11-23', 'holiday', 'x', 'manual')`, `UPDATE calendar_days SET kind = 'working'`, 'DELETE FROM calendar_days',
      `UPDATE people SET time_zone = 'Asia/Tokyo' WHERE id = '${anna.person.id}'`, `UPDATE people SET team_id = NULL WHERE id = '${anna.person.id}'`, `UPDATE teams SET parent_id = NULL`,
      `INSERT INTO absences (id, person_id, from_on, until_on, kind, created_at, created_by_id) SELECT '${newId()}', id, '2026-12-01', '2026-12-02', 'leave', now(), id FROM people WHERE id = '${anna.person.id}'`,
    ];
    for (const change of changes) {
      const before = await version();
      await world.database.query(change);
      expect(await version()).not.toBe(before);
      first = await calendars.forPerson(world.database, anna.person.id);
      expect(await readAt(await version())).toBe(true);
    }
  });
});
