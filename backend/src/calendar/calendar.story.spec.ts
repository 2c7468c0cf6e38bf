import { type TestActor, World } from '../../test/world.ts';
import { addWorkingDays, isWorkingDay } from '../kernel/index.ts';
import { Beginnings } from '../platform/beginnings.ts';
import type { CalendarView, CalendarYearView } from './calendar.dto.ts';
import { OfficialCalendar } from './official-calendar.ts';
import { WorkingCalendars } from './working-calendars.ts';

describe('the working calendar', () => {
  let world: World;
  let admin: TestActor;
  let sales: TestActor;
  beforeAll(async () => {
    world = await World.open({ at: '2026-11-22T02:00:00Z' });
    admin = await world.administrator();
    sales = await world.person({ language: 'zh-Hant' });
  });
  beforeEach(() => world.database.query('TRUNCATE calendar_days'));
  afterAll(() => world.close());
  const load = (body: object) => admin.post('/api/calendar/official', { region: 'CN', ...body });
  const year = async (of: number, by = admin) => (await by.get(`/api/calendar/${of}`)).json<CalendarYearView>();

  it('is seen by everybody in their language, with the working week', async () => {
    await load({ year: 2026 });
    const seen = (await sales.get('/api/calendar?from=2026-02-14&until=2026-02-16')).json<CalendarView>();
    const day = { shifts: [{ from: '09:00', until: '18:00' }] };
    expect(seen.week).toEqual({ workingWeekdays: [1, 2, 3, 4, 5], week: [day, day, day, day, day, { shifts: [] }, { shifts: [] }], weekStartsOn: 1, opensAt: '09:00', closesAt: '18:00', timeZone: 'Asia/Shanghai' });
    expect(seen.days).toEqual([
      { day: '2026-02-14', kind: 'working', name: '春節', isManual: false, region: '' },
      { day: '2026-02-15', kind: 'holiday', name: '春節', isManual: false, region: '' },
    ]);
  });

  it('is changed by administrators only, and every change is in the audit', async () => {
    expect((await sales.put('/api/calendar/days/2026-12-24', { kind: 'holiday', name: 'Ours' })).statusCode).toBe(403);
    expect((await sales.post('/api/calendar/official', { region: 'CN', year: 2026 })).statusCode).toBe(403);
    expect((await admin.put('/api/calendar/days/2026-12-24', { kind: 'holiday', name: 'Ours' })).json()).toEqual({ day: '2026-12-24', kind: 'holiday', name: 'Ours', isManual: true, region: '' });
    expect((await admin.delete('/api/calendar/days/2026-12-24')).statusCode).toBe(204);
    expect((await admin.delete('/api/calendar/days/2026-12-24')).statusCode).toBe(404);
    const audit = await world.database.query<{ action: string }[]>(`SELECT action FROM audit_entries WHERE action LIKE 'calendar.%' ORDER BY id DESC LIMIT 2`);
    expect(audit.map(({ action }) => action)).toEqual(['calendar.day_removed', 'calendar.day_set']);
  });

  it('keeps days entered by hand when the official calendar is loaded, unless told', async () => {
    await admin.put('/api/calendar/days/2026-10-08', { kind: 'holiday', name: 'Company day' });
    await admin.put('/api/calendar/days/2026-10-07', { kind: 'working', name: 'Stocktaking' });
    const kept = (await load({ year: 2026 })).json<CalendarYearView>();
    expect(kept.days.filter(({ isManual }) => isManual).map(({ day, kind }) => `${day} ${kind}`)).toEqual(['2026-10-07 working', '2026-10-08 holiday']);
    expect(kept.days).toHaveLength(40);
    const replaced = (await load({ year: 2026, replacesManual: true })).json<CalendarYearView>();
    expect(replaced.days.filter(({ isManual }) => isManual)).toEqual([]);
    expect(replaced.days).toHaveLength(39);
  });

  it('says plainly how much of a year it knows', async () => {
    await load({ year: 2026 });
    expect((await year(2026)).official).toEqual({ region: 'CN', shipped: 'arrangement', loaded: 'arrangement' });
    expect((await year(2040)).official).toEqual({ region: 'CN', shipped: 'statutory', loaded: 'none' });
    expect((await load({ year: 2040 })).json<CalendarYearView>().official.loaded).toBe('statutory');
  });

  it('takes a pasted list whole or not at all', async () => {
    const days = [{ day: '2027-02-01', kind: 'holiday', name: '春节' }, { day: '2027-02-14', kind: 'working', name: '春节' }];
    expect((await admin.post('/api/calendar/days', { days })).statusCode).toBe(201);
    expect((await year(2027)).days).toHaveLength(2);
    const bad = await admin.post('/api/calendar/days', { days: [...days, { day: '2027-02-30', kind: 'off', name: '' }, days[0]] });
    expect(bad.statusCode).toBe(422);
    expect(bad.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field).sort()).toEqual(['days.2.day', 'days.2.kind', 'days.2.name']);
    const twice = await admin.post('/api/calendar/days', { days: [...days, days[0]] });
    expect(twice.json()).toMatchObject({ status: 422, errors: [{ field: 'days.2.day', code: 'twice' }] });
  });

  it('refuses days, years and periods that make no sense', async () => {
    expect((await admin.get('/api/calendar/22')).statusCode).toBe(404);
    expect((await admin.put('/api/calendar/days/2026-02-30', { kind: 'holiday', name: 'x' })).json()).toMatchObject({ errors: [{ field: 'day', code: 'bad_date' }] });
    expect((await admin.get('/api/calendar?from=2026-02-02&until=2026-02-01')).json()).toMatchObject({ errors: [{ field: 'until', code: 'ends_before_it_starts' }] });
    expect((await admin.get('/api/calendar?from=2026-02-02&until=2036-02-01')).json()).toMatchObject({ errors: [{ field: 'until', code: 'period_too_long' }] });
  });

  it('is in an installation in mainland China from its first setup, and only there', async () => {
    const beginnings = world.app.get(Beginnings);
    await world.database.query(`UPDATE organisation SET time_zone = 'Europe/Berlin'`);
    await world.database.transaction((tx) => beginnings.run(tx));
    expect((await year(2026)).days).toEqual([]);
    await world.database.query(`UPDATE organisation SET time_zone = 'Asia/Shanghai'`);
    await world.database.transaction((tx) => beginnings.run(tx));
    expect(await Promise.all([2024, 2025, 2026, 2027].map(async (of) => (await year(of)).days.length > 0))).toEqual([false, true, true, true]);
  });

  it('replaces the days of the law by the notice once that is known, but touches no year that people edited', async () => {
    await world.database.query(`INSERT INTO calendar_days (day, kind, name, source) VALUES ('2026-01-01', 'holiday', '元旦', 'cn_statutory'), ('2025-01-01', 'holiday', '元旦', 'cn_statutory'), ('2025-01-02', 'holiday', 'Ours', 'manual')`);
    await world.app.get(OfficialCalendar).onApplicationBootstrap();
    expect((await year(2026)).days).toHaveLength(39);
    expect((await year(2025)).days).toHaveLength(2);
  });

  it('counts working days with holidays and make-up days, and sees a change at once', async () => {
    const calendars = world.app.get(WorkingCalendars);
    const before = await calendars.forOrganisation(world.database);
    expect(addWorkingDays('2026-09-30', 1, before)).toBe('2026-10-01');
    await load({ year: 2026 });
    const after = await calendars.forOrganisation(world.database);
    expect(addWorkingDays('2026-09-30', 1, after)).toBe('2026-10-08');
    expect(isWorkingDay('2026-10-10', after)).toBe(true);
    expect(await calendars.forOrganisation(world.database)).toBe(after);
    await world.database.transaction(async (tx) => {
      await tx.query(`DELETE FROM calendar_days WHERE day = '2026-10-10'`);
      expect(isWorkingDay('2026-10-10', await calendars.forOrganisation(tx))).toBe(false);
    });
  });
});
